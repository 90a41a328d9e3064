/** The engine and R's farringtonFlexible on the same weekly counts: where they agree, and why they differ elsewhere. */
import { negativeBinomialUpper } from '../../src/statistics/distributions/negative-binomial.js'
import { judgeSpikes } from '../../src/statistics/index.js'
import { readCase, readExpected } from './cases.js'

/** Why one of the two raises an alarm and the other does not; the sentences stand in src/statistics/README.md. */
export type Cause = 'few-cases' | 'recent-level' | 'uncertainty' | 'baseline'

export interface Difference {
  week: number
  who: 'engine' | 'peer'
  cause: Cause
  observed: number
  /** What the engine expects, by calendar alone and with the level of the weeks before. */
  calendar: number
  expected: number
  p: number
  peersBound: number | null
}

export interface Comparison {
  name: string
  weeks: number
  both: number
  neither: number
  differences: Difference[]
}

interface Peer {
  control: { b: number; w: number; pastWeeksNotIncluded: number; alpha: number }
  range_first: number
  range_last: number
  upperbound: (number | null)[]
  alarm_idx: number | number[]
}

export function compareAlarms(): Comparison[] {
  return [...agona(), ...newport()]
}

/** A row of the table in src/statistics/README.md. */
export function tableRow({ name, weeks, both, neither, differences }: Comparison): string {
  const only = (asked: Difference['who']) => differences.filter(({ who }) => who === asked).length
  return `| ${[name, weeks, both, neither, only('engine'), only('peer')].join(' | ')} |`
}

function agona(): Comparison[] {
  const folder = 'surv_salmonella_agona'
  const counts = readCase(`${folder}/input.csv`).map(row => Number(row.observed))
  const known = readExpected(`${folder}/expected.json`) as Record<string, Peer>
  const named = ['1', '2', '3 (nbPlugin)', '4 (muan)', '5 (delta)']
  return named.map(name =>
    compare(`S. Agona, control ${name}`, counts, known[`farringtonFlexible_control${name[0]}`]!),
  )
}

function newport(): Comparison[] {
  const folder = 'surv_salmNewport_states'
  const rows = readCase(`${folder}/input.csv`)
  const known = readExpected(`${folder}/expected.json`) as Record<string, unknown> & { units: string[] }
  const together = rows.map(row => known.units.reduce((sum, state) => sum + Number(row[state]), 0))
  const whole = (name: string) => known[`aggregated_farrington_vignette_${name}`] as Peer
  const states = known.states_farringtonFlexible_nbPlugin as Omit<Peer, 'upperbound'> & {
    upperbound: Record<string, (number | null)[]>
    alarms: Record<string, number | number[]>
  }
  return [
    compare('S. Newport, all states, delta', together, whole('con1')),
    compare('S. Newport, all states, nbPlugin', together, whole('con2')),
    ...known.units.map(state => {
      const peer = { ...states, upperbound: states.upperbound[state]!, alarm_idx: states.alarms[state]! }
      return compare(
        `S. Newport, ${state.replaceAll('.', ' ')}`,
        rows.map(row => Number(row[state])),
        peer,
      )
    }),
  ]
}

function compare(name: string, counts: readonly number[], peer: Peer): Comparison {
  const { range_first: first, range_last: last, control } = peer
  const alarms = new Set([peer.alarm_idx].flat())
  const comparison: Comparison = { name, weeks: last - first + 1, both: 0, neither: 0, differences: [] }
  const judged = judgeWeeks(counts, peer)
  judged.forEach((own, k) => {
    const week = first + k
    const [ours, theirs] = [own.p < control.alpha, alarms.has(week)]
    if (ours && theirs) comparison.both++
    else if (!ours && !theirs) comparison.neither++
    else {
      const lastFour = counts.slice(week - 4, week).reduce((sum, count) => sum + count, 0)
      const cause = causeOf(own, { alpha: control.alpha, lastFour, ours })
      const { observed, calendar, expected, p } = own
      const peersBound = peer.upperbound[k] ?? null
      const who = ours ? 'engine' : 'peer'
      comparison.differences.push({ week, who, cause, observed, calendar, expected, p, peersBound })
    }
  })
  return comparison
}

interface OwnWeek {
  observed: number
  calendar: number
  expected: number
  size: number
  p: number
}

/** A week is one known day in seven, judged by its sum alone, with the history and guard of the peer's call. */
function judgeWeeks(counts: readonly number[], { control, range_first, range_last }: Peer): OwnWeek[] {
  const row = new Float64Array(7 * counts.length)
  const known = new Uint8Array(row.length)
  counts.forEach((count, week) => (row[7 * week] = count))
  counts.forEach((_, week) => (known[7 * week] = 1))
  const [judgement] = judgeSpikes(
    { counts: [row], known: [known], firstWeekday: 0 },
    {
      from: 7 * (range_first - 1),
      to: 7 * range_last,
      holidays: [],
      leastMean: Infinity,
      refitDays: 7,
      guardDays: 7 * control.pastWeeksNotIncluded,
      historyDays: 7 * (52 * control.b + control.w),
      leastDays: 26,
      seasonalDays: 52,
    },
    { pooled: [] },
  )
  const { first, p, expectation } = judgement!
  return Array.from({ length: range_last - range_first + 1 }, (_, k) => {
    const at = 7 * (range_first - 1 + k) - first
    const calendar = expectation.calendar[at]!
    return {
      observed: counts[range_first - 1 + k]!,
      calendar,
      expected: calendar * expectation.level[at]!,
      size: 1 / expectation.inverseSize[at]!,
      p: p[at]!,
    }
  })
}

function causeOf(
  { observed, calendar, expected, size }: OwnWeek,
  { alpha, lastFour, ours }: { alpha: number; lastFour: number; ours: boolean },
): Cause {
  if (ours) return lastFour < 5 ? 'few-cases' : 'recent-level'
  if (negativeBinomialUpper(observed, expected, size) < alpha) return 'uncertainty'
  return negativeBinomialUpper(observed, calendar, size) < alpha ? 'recent-level' : 'baseline'
}
