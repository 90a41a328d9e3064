/**
 * Whether the times of a log repeat the plan too well to be a log. Real logs scatter: breaks move with the talk, clerks
 * round, stations drift. A list typed off the order hits the planned minute again and again. Counted are runs at
 * exactly the planned time; expected is what an honest log of the same coarseness would hit by chance, taken from the
 * neighbouring times of the log itself (a smooth scatter has no lone spike) and never less than its coarseness allows.
 * The tail is binomial. The finding lowers a grade and says why; it is no accusation, and too few or too coarse times
 * find nothing. Quality is measured in `npm run bench -- logs`.
 */

export interface LoggedTime {
  /** The ordered daypart, minutes since midnight of the ordered day. */
  fromMinute: number
  toMinute: number
  /** When the log says it ran, on the same scale. */
  minute: number
  second: number | null
}

export interface CopyFinding {
  /** True when the log counts as the outlet's word only. */
  copied: boolean
  runs: number
  /** Runs at exactly the planned time. */
  hits: number
  /** How many an honest log of this coarseness would have hit, rounded up. */
  expected: number
  /** Minutes the log's times are rounded to; 0 when it writes seconds. */
  step: number
  /** Chance of so many hits in an honest log. */
  p: number
}

const fewestRuns = 8
const leastShare = 0.25
const level = 1e-3
/** Even the most punctual stations scatter over some minutes. */
const leastScatter = 6
/** A smooth scatter may be steeper at its top than beside it. */
const steepness = 1.6
const mostByChance = 0.6

type Anchor = (time: LoggedTime) => number

/** Orders say from when, and clerks who copy write that, or the middle of the daypart. */
const anchors: readonly Anchor[] = [
  time => time.fromMinute,
  time => Math.round((time.fromMinute + time.toMinute) / 2),
]

/** Takes the runs that were matched to broadcasts; with fewer than eight nothing is found. */
export function planCopy(times: readonly LoggedTime[]): CopyFinding {
  const findings = anchors.map(anchor => findingAt(times, anchor))
  return findings.reduce((worst, finding) => (finding.p < worst.p ? finding : worst))
}

function findingAt(times: readonly LoggedTime[], anchor: Anchor): CopyFinding {
  const runs = times.length
  const off = times.map(time => (time.minute - anchor(time)) * 60 + (time.second ?? 0))
  const hits = off.filter(seconds => seconds === 0).length
  const step = stepOf(times.filter((_, i) => off[i] !== 0))
  const chance = runs === 0 ? 0 : chanceOfHit(times, off, step)
  const p = Math.min(1, binomialTail(runs, hits, chance) * anchors.length)
  const copied = runs >= fewestRuns && p < level && hits >= runs * leastShare
  return { copied, runs, hits, expected: Math.ceil(runs * chance), step, p }
}

function chanceOfHit(times: readonly LoggedTime[], off: readonly number[], step: number): number {
  const cell = step === 0 ? 15 : step * 60
  const beside = off.filter(seconds => seconds !== 0 && Math.abs(seconds) <= 2.5 * cell).length
  const width = times.reduce((sum, time) => sum + time.toMinute - time.fromMinute, 0) / times.length
  const floor = cell / 60 / Math.max(leastScatter, width / 4)
  return Math.min(mostByChance, Math.max(floor, (steepness * beside) / 4 / times.length))
}

/** Honest clerks round to five minutes at most; what is rounded further is no log of anything. */
const usualStep = 5

/**
 * The coarsest step nearly all other times are on: 30, 15, 10, 5 or 1 minutes; 0 when seconds are written. Times that
 * repeat the plan tell nothing of it, because plans are written in quarters of an hour.
 */
function stepOf(others: readonly LoggedTime[]): number {
  if (others.length < 4) return usualStep
  const withSeconds = others.filter(time => (time.second ?? 0) > 0).length
  if (withSeconds >= others.length * 0.2) return 0
  const isOn = (step: number) => others.filter(time => time.minute % step === 0).length >= others.length * 0.9
  return [30, 15, 10, 5].find(isOn) ?? 1
}

/** P(X ≥ hits) for X binomial. */
function binomialTail(runs: number, hits: number, chance: number): number {
  let term = (1 - chance) ** runs
  let below = 0
  for (let k = 0; k < hits; k++) {
    below += term
    term *= ((runs - k) / (k + 1)) * (chance / (1 - chance))
  }
  return Math.max(0, 1 - below)
}
