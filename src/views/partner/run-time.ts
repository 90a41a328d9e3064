import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import { daypartText } from '../orders/lines.js'

/** Senin, 16 Nov, 06.15–08.00 */
export function runTime(
  words: Words,
  formats: Formats,
  run: { day: string; fromMinute: number; toMinute: number },
): string {
  return `${formats.weekday(run.day)}, ${formats.dayShort(run.day)}, ${daypartText(words, formats, run)}`
}
