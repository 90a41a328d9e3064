import { negativeBinomialQuantile } from '../distributions/negative-binomial.js'
import type { DistrictJudgement } from './judge-district.js'
import { LONGEST, WINDOWS } from './combined-tail.js'
import { spanSum } from './windows.js'

/** Alarm of one day: 'common-shock' where the district only shares what most districts have. */
export type Alarm = 'none' | 'watch' | 'alert' | 'common-shock'

/** Days of one district that stand out together. */
export interface Episode {
  district: number
  /** Days [from, to). */
  from: number
  to: number
  /** First day on which it could have been reported. */
  noticed: number
  observed: number
  expected: number
  /** Registrations beyond the baseline, with the 95 % range that the baseline's uncertainty leaves. */
  excess: number
  low: number
  high: number
  level: 'watch' | 'alert'
  /** Smallest p-value of its days. */
  p: number
  /** Place in `commonShocks` when the district only shares that shock, else null. */
  commonShock: number | null
  /** 'level-shift' when it goes on for more than four weeks. */
  kind: 'spike' | 'level-shift'
  /** Most of the counts of one of its days came in one import batch. */
  suspectedBulkEntry: boolean
}

/** Alarm days up to so many quiet days apart are one episode. */
const QUIET_DAYS = 2
const LEVEL_SHIFT_DAYS = 28
const SIDE = 0.025
const MOST = 0.5

export interface EpisodeInput {
  judgement: DistrictJudgement
  /** By day − first. */
  alarms: readonly Alarm[]
  /** Place of the first judged day. */
  judgedFrom: number
  /** Place in the list of common shocks by day − first; −1 where none. */
  shockOfDay: Int32Array
  largestBatchShare: Float64Array | undefined
}

/** The alarm days of one district, joined to episodes. Days × a few steps. */
export function episodesOf(input: EpisodeInput): Episode[] {
  const spans: Span[] = []
  for (let day = input.judgedFrom; day < input.alarms.length; day++) {
    const alarm = input.alarms[day]!
    if (alarm === 'none') continue
    const shared = alarm === 'common-shock'
    const last = spans.at(-1)
    const from = Math.max(firstDay(input.judgement, day), last?.to ?? 0)
    if (last !== undefined && last.shared === shared && from <= last.to + QUIET_DAYS) {
      last.to = day + 1
      last.alarmDays.push(day)
    } else spans.push({ from, to: day + 1, shared, alarmDays: [day] })
  }
  return spans.map(span => describeSpan(input, trimEnd(input.judgement, span)))
}

interface Span {
  from: number
  to: number
  shared: boolean
  alarmDays: number[]
}

/** First day, with more than was expected, of the sum that raised the alarm. */
function firstDay(judgement: DistrictJudgement, day: number): number {
  let from = Math.max(0, day - WINDOWS[judgement.window[day]!]! + 1)
  while (from < day && !isAbove(judgement, from)) from++
  return from
}

/** The sums of seven days go on alarming after a spike is over. */
function trimEnd(judgement: DistrictJudgement, span: Span): Span {
  let to = span.to
  while (to > span.from + 1 && !isAbove(judgement, to - 1)) to--
  return { ...span, to }
}

function isAbove({ expectation }: DistrictJudgement, day: number): boolean {
  const { known, counts, calendar, level } = expectation
  return known[day] === 1 && counts[day]! > calendar[day]! * level[day]!
}

function describeSpan(
  { judgement, alarms, shockOfDay, largestBatchShare }: EpisodeInput,
  span: Span,
): Episode {
  const { district, first } = judgement
  const { observed, expected, size } = spanSum(judgement.expectation, span.from, {
    day: span.to - 1,
    which: LONGEST,
  })
  const quantile = (p: number) => negativeBinomialQuantile(p, expected, size)
  const shock = shockOfDay[span.alarmDays[0]!]!
  return {
    district,
    from: first + span.from,
    to: first + span.to,
    noticed: first + span.alarmDays[0]!,
    observed,
    expected,
    excess: observed - expected,
    low: observed - quantile(1 - SIDE),
    high: observed - quantile(SIDE),
    level: span.alarmDays.some(day => alarms[day] === 'alert') ? 'alert' : 'watch',
    p: Math.min(...span.alarmDays.map(day => judgement.p[day]!)),
    commonShock: span.shared && shock >= 0 ? shock : null,
    kind: span.to - span.from > LEVEL_SHIFT_DAYS ? 'level-shift' : 'spike',
    suspectedBulkEntry:
      largestBatchShare?.subarray(first + span.from, first + span.to).some(x => x > MOST) ?? false,
  }
}
