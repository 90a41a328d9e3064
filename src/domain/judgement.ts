/** From what is known to a verdict: prepares the question for the statistics and reads their answer. */
import type { LiftEstimate, Refusal } from '../statistics/index.js'
import type { BroadcastState } from './broadcast.js'
import { hasRun, type Flight } from './exposure.js'
import type { FieldEvent } from './field-event.js'
import { dayOfColumn, type RegistrationPanel } from './registration-panel.js'
import type { Day } from './time.js'
import { daysFrom } from './time.js'
import type { Judged, VerdictEstimate } from './verdict.js'

/** Raised whenever the same input could give another verdict. */
export const methodVersion = '2026-11-22'

/** Columns become days and rows become district codes; nothing else is changed. */
export function judgedFrom(
  panel: Pick<RegistrationPanel, 'districtCodes' | 'firstDay'>,
  answer: LiftEstimate | Refusal,
): Judged {
  if (!answer.ok)
    return { ok: false, refusal: answer.refusal, have: answer.have ?? null, needed: answer.needed ?? null }
  return { ok: true, estimate: estimateOf(panel, answer), source: answer }
}

function estimateOf(
  panel: Pick<RegistrationPanel, 'districtCodes' | 'firstDay'>,
  source: LiftEstimate,
): VerdictEstimate {
  const day = (column: number) => dayOfColumn(panel, column)
  const { checks } = source
  return {
    lift: source.lift,
    increment: source.increment,
    observed: source.observed,
    expected: source.expected,
    p: source.p,
    degreesOfFreedom: source.degreesOfFreedom,
    method: source.method,
    detectable: source.smallestDetectable,
    comparison: source.comparison.map(row => panel.districtCodes[row]!),
    earlierWindows: (checks?.earlierWindows ?? []).map(({ window: [from, to], lift, p }) => ({
      firstDay: day(from),
      lastDay: day(to - 1),
      lift,
      p,
    })),
    placeboDistricts: checks ? { rank: checks.placeboDistricts.rank, of: checks.placeboDistricts.of } : null,
    leaveOneOut: checks ? { low: checks.leaveOneOut.low, high: checks.leaveOneOut.high } : null,
    weeks: source.chart.weeks.map(({ from, ...point }) => ({
      day: day(from),
      observed: point.observed,
      counterfactual: point.counterfactual,
      low: point.low,
      high: point.high,
    })),
    cumulative: cumulativeOf(source).map(({ day: column, ...point }) => ({ day: day(column), ...point })),
  }
}

/** The picture ends where the sentence does: the band is stretched to meet the interval of the increment on the last day. */
function cumulativeOf({
  chart: { cumulative },
  increment,
}: LiftEstimate): LiftEstimate['chart']['cumulative'] {
  const last = cumulative.at(-1)
  if (!last) return []
  const below = (last.difference - increment.low) / (last.difference - last.low)
  const above = (increment.high - last.difference) / (last.high - last.difference)
  return cumulative.map(point => ({
    ...point,
    low: point.difference - below * (point.difference - point.low),
    high: point.difference + above * (point.high - point.difference),
  }))
}

/** Share of the exposed district-days on which a field event was going on, and the names of those events. */
export function eventShare(
  flight: Flight,
  events: readonly FieldEvent[],
): { share: number; names: string[] } {
  const touching = events.filter(
    event =>
      event.firstDay <= flight.lastDay &&
      event.lastDay >= flight.firstDay &&
      event.districtCodes.some(code => flight.exposed.includes(code)),
  )
  return {
    share: shareOfDays(
      flight,
      touching.flatMap(event =>
        event.districtCodes.map(code => ({ code, first: event.firstDay, last: event.lastDay })),
      ),
    ),
    names: touching.map(event => event.title),
  }
}

/** The same for other campaigns on air in the same districts. */
export function overlapShare(
  flight: Flight,
  others: readonly (Flight & { name: string })[],
): { share: number; names: string[] } {
  const touching = others.filter(
    other =>
      other.firstDay <= flight.lastDay &&
      other.lastDay >= flight.firstDay &&
      other.exposed.some(code => flight.exposed.includes(code)),
  )
  return {
    share: shareOfDays(
      flight,
      touching.flatMap(other =>
        other.exposed.map(code => ({ code, first: other.firstDay, last: other.lastDay })),
      ),
    ),
    names: touching.map(other => other.name),
  }
}

function shareOfDays(flight: Flight, spans: readonly { code: string; first: Day; last: Day }[]): number {
  const days = daysFrom(flight.firstDay, flight.lastDay)
  const touched = new Set<string>()
  for (const { code, first, last } of spans) {
    if (!flight.exposed.includes(code)) continue
    for (const day of days) if (day >= first && day <= last) touched.add(`${code} ${day}`)
  }
  return touched.size / Math.max(1, days.length * flight.exposed.length)
}

/** What the runs that took place cost; free airtime costs nothing. */
export function costOfRuns(broadcasts: readonly BroadcastState[]): number {
  return broadcasts.filter(b => hasRun(b) && b.priceKind !== 'free').reduce((sum, b) => sum + b.rupiah, 0)
}
