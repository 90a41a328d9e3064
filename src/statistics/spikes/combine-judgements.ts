import { negativeBinomialQuantile } from '../distributions/negative-binomial.js'
import { benjaminiHochberg } from '../models/multiplicity.js'
import { findShockFactors } from './common-shocks.js'
import { episodesOf, type Alarm, type Episode } from './episodes.js'
import type { DistrictJudgement, HistoryStatus, NotAssessed } from './judge-district.js'
import { spikeSettings, type SpikeOptions, type SpikeSettings } from './settings.js'
import { LONGEST, WINDOWS } from './combined-tail.js'
import { dayTail, windowSum, type ShockFactors } from './windows.js'

/** A rise that at least half of the assessed districts share. */
export interface CommonShock {
  /** Days [from, to). */
  from: number
  to: number
  /** Districts that raised an alarm during it. */
  districts: number[]
  observed: number
  expected: number
}

export type DayState = Alarm | Exclude<NotAssessed, ''>

/** One district over the judged days; arrays by day − from. */
export interface DistrictSpikes {
  district: number
  status: HistoryStatus
  expected: Float64Array
  /** 98 % band of a day's count, for drawing. */
  lower: Float64Array
  upper: Float64Array
  p: Float64Array
  state: DayState[]
}

export interface SpikeReport {
  from: number
  to: number
  districts: DistrictSpikes[]
  /** By district and day. */
  episodes: Episode[]
  commonShocks: CommonShock[]
}

const BAND_SIDE = 0.01

/**
 * Puts the judgements of all districts together: takes shocks common to most districts out, marks *watch*
 * (p < .01) and *alert* (Benjamini–Hochberg over the districts of the day), joins alarm days to episodes.
 * districts × days × two quantiles.
 */
export function combineJudgements(
  judgements: readonly DistrictJudgement[],
  options: SpikeOptions,
): SpikeReport {
  const settings = spikeSettings(options)
  const factors = findShockFactors(judgements)
  const alarms = alarmsOf(judgements, factors, settings)
  const judgedFrom = settings.from - (judgements[0]?.first ?? 0)
  const { shocks, shockOfDay } = commonShocks(judgements, alarms, { factors, judgedFrom })
  const episodes = judgements.flatMap((judgement, k) =>
    episodesOf({
      judgement,
      alarms: alarms[k]!,
      judgedFrom,
      shockOfDay,
      largestBatchShare: options.largestBatchShare?.[judgement.district],
    }),
  )
  const districts = judgements.map((judgement, k) => districtSpikes(judgement, alarms[k]!, judgedFrom))
  return { from: settings.from, to: settings.to, districts, episodes, commonShocks: shocks }
}

/** Alarms by judgement and place of the day. */
function alarmsOf(
  judgements: readonly DistrictJudgement[],
  factors: ShockFactors,
  { watch, alert }: SpikeSettings,
): Alarm[][] {
  const length = factors.factor.length
  const alarms = judgements.map(() => Array.from({ length }, (): Alarm => 'none'))
  for (let day = 0; day < length; day++) {
    const near = isNearShock(factors, day)
    const assessed = judgements.flatMap((judgement, k) => (judgement.notAssessed[day] === '' ? [k] : []))
    const p = assessed.map(k => (near ? localTail(judgements[k]!, day, factors) : judgements[k]!.p[day]!))
    const q = benjaminiHochberg(p)
    assessed.forEach((k, place) => {
      if (q[place]! < alert && p[place]! < watch) alarms[k]![day] = 'alert'
      else if (near && judgements[k]!.p[day]! < watch) alarms[k]![day] = 'common-shock'
      else if (!near && p[place]! < watch) alarms[k]![day] = 'watch'
    })
  }
  return alarms
}

function isNearShock({ shocked }: ShockFactors, day: number): boolean {
  for (let t = Math.max(0, day - WINDOWS[LONGEST]! + 1); t <= day; t++) if (shocked[t] === 1) return true
  return false
}

/** P-value of a day beyond what most districts share. */
function localTail({ expectation, sumsOnly }: DistrictJudgement, day: number, factors: ShockFactors): number {
  return dayTail(expectation, day, { tails, sumsOnly: sumsOnly[day] === 1, factors })
}

const tails = new Float64Array(WINDOWS.length)

interface Shocks {
  shocks: CommonShock[]
  /** Place in `shocks` of the shock that reaches into the sums of a day; −1 where none. */
  shockOfDay: Int32Array
}

function commonShocks(
  judgements: readonly DistrictJudgement[],
  alarms: readonly Alarm[][],
  { factors, judgedFrom }: { factors: ShockFactors; judgedFrom: number },
): Shocks {
  const spans: { from: number; to: number }[] = []
  for (let day = judgedFrom; day < factors.shocked.length; day++) {
    if (factors.shocked[day] === 0) continue
    const last = spans.at(-1)
    if (last !== undefined && day <= last.to + 1) last.to = day + 1
    else spans.push({ from: day, to: day + 1 })
  }
  const shockOfDay = new Int32Array(factors.shocked.length).fill(-1)
  const reach = (to: number) => to + WINDOWS[LONGEST]! - 1
  spans.forEach(({ from, to }, k) => shockOfDay.fill(k, from, reach(to)))
  const shocks = spans.map(span => describeShock(judgements, alarms, span))
  return { shocks, shockOfDay }
}

function describeShock(
  judgements: readonly DistrictJudgement[],
  alarms: readonly Alarm[][],
  { from, to }: { from: number; to: number },
): CommonShock {
  const first = judgements[0]!.first
  const shock: CommonShock = { from: first + from, to: first + to, districts: [], observed: 0, expected: 0 }
  judgements.forEach((judgement, k) => {
    if (alarms[k]!.slice(from, to).some(alarm => alarm !== 'none')) shock.districts.push(judgement.district)
    for (let day = from; day < to; day++) {
      if (judgement.notAssessed[day] !== '') continue
      const { observed, expected } = windowSum(judgement.expectation, day, { which: 0 })
      shock.observed += observed
      shock.expected += expected
    }
  })
  return shock
}

function districtSpikes(
  judgement: DistrictJudgement,
  alarms: readonly Alarm[],
  judgedFrom: number,
): DistrictSpikes {
  const length = alarms.length - judgedFrom
  const { district, status } = judgement
  const numbers = () => new Float64Array(length)
  const result = { district, status, expected: numbers(), lower: numbers(), upper: numbers(), p: numbers() }
  const state: DayState[] = []
  for (let k = 0; k < length; k++) {
    const day = judgedFrom + k
    const { calendar, level, inverseSize, uncertainty } = judgement.expectation
    const expected = calendar[day]! * level[day]!
    result.expected[k] = expected
    result.p[k] = judgement.p[day]!
    const why = judgement.notAssessed[day]!
    state.push(why === '' ? alarms[day]! : why)
    if (expected === 0) continue
    const size = 1 / (inverseSize[day]! + uncertainty[day]!)
    result.lower[k] = negativeBinomialQuantile(BAND_SIDE, expected, size)
    result.upper[k] = negativeBinomialQuantile(1 - BAND_SIDE, expected, size)
  }
  return { ...result, state }
}
