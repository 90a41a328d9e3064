/** Logged times as honest stations write them, and lists typed off the order. Knows nothing of how either is told. */
import type { LoggedTime } from '../../src/domain/plan-copy.js'
import { randomStream, type RandomStream } from '../../src/statistics/index.js'

/** `copied` is the share of runs whose time was taken from the plan. */
export function generatedTimes(seed: number, copied: number): LoggedTime[] {
  const stream = randomStream(seed, 99)
  const runs = 12 + stream.below(50)
  const width = [30, 60, 90, 105, 180][stream.below(5)]!
  const station = stationOf(stream, width)
  const usesMiddle = stream.uniform() < 0.3
  let drift = stream.normal() * 2
  return Array.from({ length: runs }, (_, i) => {
    const fromMinute = [360, 375, 720, 1020, 1080][i % 5]! + (stream.uniform() < 0.3 ? 15 : 0)
    const planned = { fromMinute, toMinute: fromMinute + width }
    drift += stream.normal() * 0.5
    if (stream.uniform() < copied) {
      const minute = usesMiddle ? Math.round(fromMinute + width / 2) : fromMinute
      return { ...planned, minute, second: station.seconds ? 0 : null }
    }
    return { ...planned, ...station.write(fromMinute + station.within() + drift) }
  })
}

function stationOf(stream: RandomStream, width: number) {
  const seconds = stream.uniform() < 0.25
  const step = seconds ? 0 : [1, 1, 1, 5][stream.below(4)]!
  const jitter = 2 + stream.uniform() * 6
  const likesRound = stream.uniform() * 0.5
  const kind = stream.below(3)
  /** Anywhere in the daypart, near its beginning, or in the quarter-hourly breaks. */
  const within = () => {
    if (kind === 0) return stream.uniform() * width
    if (kind === 1) return 4 + Math.abs(stream.normal()) * jitter
    return stream.below(Math.max(1, width / 15)) * 15 + stream.normal() * jitter
  }
  const write = (at: number) => {
    if (seconds) return { minute: Math.floor(at), second: Math.floor((at - Math.floor(at)) * 60) }
    const to = stream.uniform() < likesRound ? 5 : step
    return { minute: Math.round(at / to) * to, second: null }
  }
  return { seconds, within, write }
}
