import { baselineFitter, type Baseline, type BaselineFitter } from './baseline.js'
import type { CalendarDesign } from './calendar-design.js'
import { expectBlock, levelOffset } from './expect-block.js'
import { districtPrior, type PooledEffects } from './pooled-effects.js'
import { blocksOf, firstDayOf, type BlockOfDays, type SpikeSettings } from './settings.js'
import { LONGEST, WINDOWS } from './combined-tail.js'
import { dayTail, emptyExpectation, type Expectation } from './windows.js'

export type HistoryStatus = 'ok' | 'short-history' | 'no-history' | 'seven-day-sums-only'
/** Why a day was not judged; '' where it was. */
export type NotAssessed = '' | 'day-not-known' | 'no-history' | 'holiday-never-seen'

/** A sum stands out when its p-value is below this. */
export const STANDS_OUT = 0.1

export interface DistrictSeries {
  district: number
  counts: Float64Array
  known: Uint8Array
  /** 1 = may be learnt from: known, neither exposed nor in a wash-out. */
  usable: Uint8Array
}

/** One district over the judged days and up to six before them; index 0 is day `first`. */
export interface DistrictJudgement {
  district: number
  first: number
  status: HistoryStatus
  expectation: Expectation
  /** P-value of the day with all windows that end on it; 1 where not assessed. */
  p: Float64Array
  /** Place in WINDOWS of the sum that was the most extreme. */
  window: Uint8Array
  /** Bit k set: the sum of WINDOWS[k] has a p-value below {@link STANDS_OUT}. */
  outstanding: Uint8Array
  /** 1 where too little is expected to judge anything but the sum of seven days. */
  sumsOnly: Uint8Array
  notAssessed: NotAssessed[]
}

export interface Judging {
  short: CalendarDesign
  seasonal: CalendarDesign
  /** One per block of {@link blocksOf}. */
  pooled: readonly (PooledEffects | null)[]
  settings: SpikeSettings
}

/**
 * A function that judges one district: refits its baseline every `refitDays`, follows the local level, and gives
 * each day one p-value from the sums of 1, 2, 4 and 7 days that end on it, by the predictive negative binomial. Fewer than `leastDays` usable days: 'no-history'; fewer than `seasonalDays`: 'short-history',
 * without trend and season; below `leastMean` registrations a day: sums of seven days only.
 * About 1 ms per 28 judged days with three years of history.
 */
export function districtJudge(judging: Judging): (series: DistrictSeries) => DistrictJudgement {
  const fitters = { short: baselineFitter(judging.short), seasonal: baselineFitter(judging.seasonal) }
  const blocks = blocksOf(judging.settings)
  return series => {
    const result = emptyJudgement(series, judging.settings)
    let last: Baseline | undefined
    blocks.forEach((block, k) => {
      last = judgeBlock(series, result, { judging, fitters, block, pooled: judging.pooled[k] ?? null, last })
    })
    return result
  }
}

function emptyJudgement({ district, counts }: DistrictSeries, settings: SpikeSettings): DistrictJudgement {
  const first = firstDayOf(settings)
  const length = settings.to - first
  return {
    district,
    first,
    status: 'no-history',
    expectation: emptyExpectation(counts.slice(first, settings.to)),
    p: new Float64Array(length).fill(1),
    window: new Uint8Array(length),
    outstanding: new Uint8Array(length),
    sumsOnly: new Uint8Array(length),
    notAssessed: Array.from({ length }, (): NotAssessed => 'no-history'),
  }
}

interface Step {
  judging: Judging
  fitters: { short: BaselineFitter; seasonal: BaselineFitter }
  block: BlockOfDays
  pooled: PooledEffects | null
  last: Baseline | undefined
}

function judgeBlock(series: DistrictSeries, result: DistrictJudgement, step: Step): Baseline | undefined {
  const { judging, block, pooled } = step
  const { from, to } = block.training
  let days = 0
  for (let t = from; t < to; t++) days += series.usable[t]!
  if (days < judging.settings.leastDays) return undefined
  const kind = days >= judging.settings.seasonalDays ? 'seasonal' : 'short'
  const design = judging[kind]
  const start = step.last?.coefficients.length === design.order ? step.last : undefined
  const prior = districtPrior(design, pooled)
  const rows = { ...series, from, to }
  let baseline = step.fitters[kind](rows, prior, start)
  // Without a trend and a season of its own, the calendar is learnt about the level followed in the first round
  if (kind === 'short') {
    const offset = levelOffset(series, baseline, { design, from, to })
    baseline = step.fitters.short({ ...rows, offset }, prior, baseline)
  }
  expectBlock(series, baseline, { design, block, into: result })
  result.status = kind === 'seasonal' ? 'ok' : 'short-history'
  for (let t = block.start; t < block.end; t++) {
    const index = t - result.first
    const unseen = isUnseenHoliday(design, baseline, { t, pooled })
    result.notAssessed[index] = series.known[t] === 0 ? 'day-not-known' : unseen ? 'holiday-never-seen' : ''
    if (result.notAssessed[index] === '') judgeDay(result, index, judging.settings)
  }
  return baseline
}

const tails = new Float64Array(WINDOWS.length)

function judgeDay(result: DistrictJudgement, index: number, { leastMean }: SpikeSettings): void {
  const { expectation } = result
  const sumsOnly = expectation.calendar[index]! * expectation.level[index]! < leastMean
  if (sumsOnly) result.status = 'seven-day-sums-only'
  result.sumsOnly[index] = sumsOnly ? 1 : 0
  result.p[index] = dayTail(expectation, index, { tails, sumsOnly })
  let least = sumsOnly ? LONGEST : 0
  for (let which = least; which < WINDOWS.length; which++) {
    if (tails[which]! < tails[least]!) least = which
    if (tails[which]! < STANDS_OUT) result.outstanding[index]! |= 1 << which
  }
  result.window[index] = least
}

/** Whether day t lies in a holiday family seen neither in training nor, pooled, in other districts. */
function isUnseenHoliday(
  { starts, columns, firstHoliday, order }: CalendarDesign,
  { support }: Baseline,
  { t, pooled }: { t: number; pooled: PooledEffects | null },
): boolean {
  for (let k = starts[t]!; k < starts[t + 1]!; k++) {
    const holiday = columns[k]! - firstHoliday
    const during = holiday >= 0 && holiday % 3 === 1
    if (
      during &&
      support[columns[k]!] === 0 &&
      (pooled?.support[pooled.support.length - order + columns[k]!] ?? 0) === 0
    )
      return true
  }
  return false
}
