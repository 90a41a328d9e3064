/** What it costs to take one run of a log for one broadcast: time, length and material against each other. */
import type { BroadcastState } from './broadcast.js'
import { isTimeless, type Tolerance } from './match-tolerance.js'
import { unclear, type LogEntry, type TextMeaning } from './station-log.js'
import { dayNumber } from './time.js'

/** What a minute, a second and a material are worth against each other; in minutes. */
export const price = {
  outsideMinute: 1,
  insideMinute: 0.01,
  second: 1,
  mostForLength: 45,
  unclear: 8,
  wrong: 70,
  afterMidnight: 12,
  /** Between two alike the outlet has already said which one did not run. */
  saidMissed: 2,
}

/** Beyond everything that leaving both alone costs. */
const never = 1e6

interface Given {
  meaning: TextMeaning
  tolerance: Tolerance
}

export function pairCost(broadcast: BroadcastState, entry: LogEntry, { meaning, tolerance }: Given): number {
  const time = timeCost(broadcast, entry, tolerance)
  if (time === never) return never
  const said = broadcast.answer === 'did-not-run' ? price.saidMissed : 0
  return (
    time + said + lengthCost(broadcast.seconds, entry.seconds) + materialCost(broadcast.materialId, meaning)
  )
}

function timeCost(broadcast: BroadcastState, entry: LogEntry, { search }: Tolerance): number {
  const { off, insideBy, shifted } = distance(broadcast, entry)
  if (Math.abs(off) > search) return never
  return (
    Math.abs(off) * price.outsideMinute + insideBy * price.insideMinute + (shifted ? price.afterMidnight : 0)
  )
}

function lengthCost(ordered: number | null, ran: number | null): number {
  if (ordered === null || ran === null) return 0
  return Math.min(price.mostForLength, Math.abs(ordered - ran) * price.second)
}

function materialCost(ordered: string, meaning: TextMeaning): number {
  if (meaning === unclear) return price.unclear
  return meaning === ordered ? 0 : price.wrong
}

interface Distance {
  off: number
  /** Minutes from the middle of the daypart, for runs inside it. */
  insideBy: number
  shifted: boolean
}

/**
 * Minutes outside the daypart; negative is before it. A log may write a run after midnight under the day before, as
 * broadcasters count their days: both are tried.
 */
export function distance(broadcast: BroadcastState, entry: LogEntry): Distance {
  if (entry.minute === null || isTimeless(broadcast.medium)) {
    const off = (dayNumber(entry.day) - dayNumber(broadcast.day)) * 1440
    return { off, insideBy: 0, shifted: false }
  }
  const start = dayNumber(broadcast.day) * 1440
  const at = dayNumber(entry.day) * 1440 + entry.minute
  const plain = outside(at - start, broadcast)
  if (entry.minute >= 300) return { ...plain, shifted: false }
  const later = outside(at + 1440 - start, broadcast)
  return Math.abs(later.off) < Math.abs(plain.off)
    ? { ...later, shifted: true }
    : { ...plain, shifted: false }
}

function outside(minute: number, { fromMinute, toMinute }: BroadcastState): Omit<Distance, 'shifted'> {
  const insideBy = Math.abs(minute - (fromMinute + toMinute) / 2)
  if (minute < fromMinute) return { off: minute - fromMinute, insideBy: 0 }
  return minute > toMinute ? { off: minute - toMinute, insideBy: 0 } : { off: 0, insideBy }
}
