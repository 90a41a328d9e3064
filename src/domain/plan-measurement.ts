/** What a plan could show before it runs: three ways to run it, side by side. */
import {
  planWaves,
  randomStream,
  smallestDetectableLift,
  wavesPower,
  type Panel,
  type RefusalReason,
} from '../statistics/index.js'
import type { Day, Instant } from './time.js'

export const alternativeKeys = ['together', 'half', 'waves'] as const
/** All districts at once; only the half that shows most; all of them, drawn into two waves. */
export type AlternativeKey = (typeof alternativeKeys)[number]

export interface PlanQuestion {
  panel: Panel
  masked: Uint8Array[]
  /** Rows of the districts the campaign is for. */
  target: number[]
  /** Rows that can serve as no comparison: something else is planned there. */
  excluded: number[]
  /** Days on which it would be judged, carry-over included. */
  length: number
  /** Days between two waves. */
  gap: number
  seed: number
}

export interface Measured {
  rows: number[]
  /** First day of each row, counted from the first of the campaign. */
  starts: number[]
  /** Smallest lift seen in four of five cases; null where none within reason is, or where it is refused. */
  smallest: number | null
  power: { lift: number; chance: number }[]
  refusal: RefusalReason | null
  have: number | null
  needed: number | null
}

export interface PlanAnswer {
  alternatives: Record<AlternativeKey, Measured>
  /** Each district of the plan judged by itself. */
  byDistrict: Measured[]
}

export interface PlanMeasurement {
  id: string
  campaignId: string
  campaignVersion: number
  streamId: string
  requestedBy: string
  requestedAt: Instant
  finishedAt: Instant | null
  error: string | null
  result: MeasuredPlan | null
}

/** As it is kept: districts by code, with what each way would reach and cost. */
export interface MeasuredPlan {
  asOf: Day
  days: number
  historyDays: number
  alternatives: MeasuredAlternative[]
  byDistrict: { districtCode: string; smallest: number | null; refusal: RefusalReason | null }[]
}

export interface MeasuredAlternative extends Omit<Measured, 'rows' | 'starts'> {
  key: AlternativeKey
  districtCodes: string[]
  /** People estimated to be reached by what is planned; null while nothing is. */
  people: { low: number; high: number } | null
  rupiah: number | null
}

/** Above this, four of five campaigns of the size would show nothing although they work. */
const none: Measured = {
  rows: [],
  starts: [],
  smallest: null,
  power: [],
  refusal: null,
  have: null,
  needed: null,
}

/** Runs in a worker: some three hundred small simulations. */
export function measurePlan(question: PlanQuestion): PlanAnswer {
  return {
    alternatives: {
      together: atOnce(question, question.target),
      half: bestHalf(question),
      waves: inWaves(question),
    },
    byDistrict: question.target.map(row =>
      atOnce(
        { ...question, excluded: [...question.excluded, ...question.target.filter(other => other !== row)] },
        [row],
      ),
    ),
  }
}

function atOnce({ panel, masked, excluded, length }: PlanQuestion, rows: number[]): Measured {
  const days = panel.counts[0]!.length
  const options = {
    exposed: rows,
    at: days,
    length,
    masked,
    excluded: excluded.filter(i => !rows.includes(i)),
  }
  const answer = smallestDetectableLift(panel, options)
  const about = { ...none, rows, starts: rows.map(() => 0) }
  if (!answer.ok) return refused(about, answer)
  const { smallest, power } = answer
  return { ...about, smallest: smallest < beyondReason ? smallest : null, power }
}

const beyondReason = 5
/** Halves tried by chance, of which the one that shows the smallest lift is taken. */
const halvesTried = 24

function bestHalf(question: PlanQuestion): Measured {
  const { target, seed } = question
  const size = Math.floor(target.length / 2)
  if (size === 0) return { ...none, refusal: 'too-few-plans', have: target.length, needed: 2 }
  const chance = randomStream(seed, 13)
  const halves = Array.from({ length: halvesTried }, () => {
    const places = Int32Array.from(target)
    chance.shuffle(places)
    return atOnce(
      question,
      Array.from(places.subarray(0, size)).toSorted((a, b) => a - b),
    )
  })
  return halves.toSorted((a, b) => (a.smallest ?? Infinity) - (b.smallest ?? Infinity))[0]!
}

function inWaves(question: PlanQuestion): Measured {
  const { panel, target, masked, length, gap, seed } = question
  const sizes = waveSizes(target.length, 2)
  const about = { ...none, rows: target }
  if (target.length < 4) return { ...about, refusal: 'too-few-plans', have: target.length, needed: 4 }
  const plan = planWaves({ districts: target, waves: sizes, balance: balanceOf(panel, target), seed })
  if (!plan.ok) return refused(about, plan)
  const starts = [0, gap]
  const { admissible } = plan
  const power = wavesPower(panel, { districts: target, starts, length, admissible, seed, masked })
  const started = { ...about, starts: Array.from(plan.waveOf, wave => starts[wave]!) }
  return power.ok ? { ...started, smallest: power.smallest, power: power.power } : refused(started, power)
}

function refused(
  about: Measured,
  { refusal, have, needed }: { refusal: RefusalReason; have?: number; needed?: number },
): Measured {
  return { ...about, refusal, have: have ?? null, needed: needed ?? null }
}

/** As equal as they can be; earlier waves take what is left over. */
export function waveSizes(districts: number, waves: number): number[] {
  return Array.from({ length: waves }, (_, i) => Math.floor((districts + waves - 1 - i) / waves))
}

/** What waves are to be alike in: the size of districts, and how they moved over the last half year. */
export function balanceOf(panel: Panel, rows: readonly number[]): Float64Array[] {
  const days = panel.counts[0]!.length
  const mean = (row: number, from: number, to: number) => {
    let [sum, known] = [0, 0]
    for (let t = Math.max(0, from); t < to; t++) {
      if (panel.known[row]![t] === 0) continue
      sum += panel.counts[row]![t]!
      known++
    }
    return known > 0 ? sum / known : 0
  }
  const size = rows.map(row => Math.log(0.1 + mean(row, days - 182, days)))
  const trend = rows.map(row =>
    Math.log((0.1 + mean(row, days - 91, days)) / (0.1 + mean(row, days - 182, days - 91))),
  )
  return [Float64Array.from(size), Float64Array.from(trend)]
}
