/** From what is known to a verdict: prepares the question for the statistics and reads their answer. */
import type { JudgedGroup, LiftEstimate } from '../statistics/index.js'
import { dayOfColumn, type RegistrationPanel } from './registration-panel.js'
import type { Judged, JointEffect, VerdictEstimate } from './verdict.js'

/** Raised whenever the same input could give another verdict. */
export const methodVersion = '2026-11-25'

/** What all groups of a season say of one of its campaigns. */
export interface CampaignInSeason {
  groups: readonly JudgedGroup[]
  /** Names of the campaigns, in the order in which their flights were asked about. */
  names: readonly string[]
  /** Place of the campaign among them. */
  place: number
}

/** Columns become days and rows become district codes; nothing else is changed. */
export function judgedFrom(
  panel: Pick<RegistrationPanel, 'districtCodes' | 'firstDay'>,
  { groups, names, place }: CampaignInSeason,
): Judged {
  const group = groups.find(({ flights }) => flights.includes(place))!
  const { estimate: answer, beforeAfter } = group
  if (!answer.ok) {
    const { refusal, have = null, needed = null } = answer
    return { ok: false, refusal, have, needed, ownHistory: beforeAfter }
  }
  const estimate = { ...estimateOf(panel, answer), q: group.q, tests: group.tests }
  return { ok: true, estimate, joint: jointOf(group, { names, place }), source: answer }
}

function jointOf(
  { flights, division }: JudgedGroup,
  { names, place }: { names: readonly string[]; place: number },
): JointEffect | null {
  if (division === null) return null
  const at = flights.indexOf(place)
  const others = flights.filter(flight => flight !== place).map(flight => names[flight]!)
  const portion = division[at]!
  if (portion.kind === 'convention') return { names: others, own: null, share: portion.share }
  const { lift, p, q, detectable } = portion
  return { names: others, own: { lift, p, q, detectable }, share: null }
}

function estimateOf(
  panel: Pick<RegistrationPanel, 'districtCodes' | 'firstDay'>,
  source: LiftEstimate,
): Omit<VerdictEstimate, 'q' | 'tests'> {
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
