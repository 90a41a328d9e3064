import type { Clock } from '../../../src/domain/time.js'
import { chance } from './season.js'

/** Ids as UUIDv7 are: the moment first, then a number that counts up, then chance; the same in every build. */
export function seasonIds(clock: Clock): () => string {
  const stream = chance('id')
  let count = 0
  return () => {
    const moment = Date.parse(clock.now()).toString(16).padStart(12, '0')
    const number = (count++ & 0xff_ffff).toString(16).padStart(6, '0')
    const variant = (8 + stream.below(4)).toString(16)
    const rest = Array.from({ length: 12 }, () => stream.below(16).toString(16)).join('')
    return `${moment.slice(0, 8)}-${moment.slice(8)}-7${number.slice(0, 3)}-${variant}${number.slice(3)}-${rest}`
  }
}
