import { findSpikes, type SpikeReport } from '../../../../src/statistics/index.js'
import { randomStream } from '../../../../src/statistics/random.js'
import { givenSeries, GIVEN_WEEKDAY } from '../series/given-series.js'
import { seasonSeries } from '../series/season-series.js'

const WATCH = 0.01
const SPIKE_DAYS = 7
const FORTNIGHT = 14
const HALF_YEAR = 182

/** What was seen on some days on which nothing happened, and of spikes that were planted. */
export interface SpikeAnswer {
  /** District-days judged and, of them, called a spike; over half a year and in the fortnight after a holiday. */
  quiet: { days: number; alarms: number }
  afterHoliday: { days: number; alarms: number }
  /** By spike: size in percent, and the day on which it was noticed, −1 = never. */
  spikes: { percent: number; noticed: number }[]
  /** District-days inside a shock common to all, those called a local spike, and whether the shock was named. */
  shock: { days: number; alarms: number; named: boolean } | null
}

export interface SpikesTask {
  data: 'given' | 'own'
  seed: number
  panel: number
  cases: string
}

export function runSpikes(task: SpikesTask): SpikeAnswer {
  return task.data === 'given' ? onGiven(task.cases) : onOwn(task)
}

function onGiven(cases: string): SpikeAnswer {
  const { counts, holidays, spikes } = givenSeries(cases)!
  const days = counts[0]!.length
  const halfYear = { from: days - HALF_YEAR, to: days }
  const raised = counts.map(row => row.slice())
  for (const { series, from, more } of spikes)
    more.forEach((count, k) => (raised[series]![from + k]! += count))
  const judge = judgeWith(holidays, GIVEN_WEEKDAY)
  const report = judge(raised, halfYear)
  return {
    quiet: alarmsIn(judge(counts, halfYear)),
    afterHoliday: alarmsIn(judge(counts, fortnightAfter(holidays))),
    spikes: spikes.map(({ series, from, percent }) => ({ percent, noticed: noticed(report, series, from) })),
    shock: null,
  }
}

const SHAPE = { districts: 14, days: 1461 }
const SHOCK = { from: 1400, days: 7, factor: 1.7 }

function onOwn({ seed, panel }: SpikesTask): SpikeAnswer {
  const stream = randomStream(seed, 401, panel)
  const { means, counts, holidays } = seasonSeries(SHAPE, stream)
  const halfYear = { from: SHAPE.days - HALF_YEAR, to: SHAPE.days }
  const raised = counts.map(row => row.slice())
  const spikes = counts.map((_, i) => {
    return { i, percent: [60, 100, 200][i % 3]!, from: halfYear.from + 20 + stream.below(HALF_YEAR - 40) }
  })
  for (const { i, percent, from } of spikes)
    for (let t = from; t < from + SPIKE_DAYS; t++)
      raised[i]![t]! += stream.negativeBinomial((percent / 100) * means[i]![t]!, 12)
  const shocked = counts.map((row, i) =>
    row.map((count, t) => {
      const isShock = t >= SHOCK.from && t < SHOCK.from + SHOCK.days
      return isShock ? count + stream.poisson((SHOCK.factor - 1) * means[i]![t]!) : count
    }),
  )
  const judge = judgeWith(holidays, 0)
  const report = judge(raised, halfYear)
  const common = judge(shocked, { from: SHOCK.from, to: SHOCK.from + SHOCK.days })
  return {
    quiet: alarmsIn(judge(counts, halfYear)),
    afterHoliday: alarmsIn(judge(counts, fortnightAfter(holidays))),
    spikes: spikes.map(({ i, percent, from }) => ({ percent, noticed: noticed(report, i, from) })),
    shock: { ...alarmsIn(common), named: common.commonShocks.length > 0 },
  }
}

interface Span {
  from: number
  to: number
}

function judgeWith(holidays: readonly number[], firstWeekday: number) {
  return (counts: Float64Array[], span: Span): SpikeReport => {
    const known = counts.map(row => new Uint8Array(row.length).fill(1))
    const families = [{ name: 'holiday', days: holidays }]
    return findSpikes({ counts, known, firstWeekday }, { ...span, holidays: families, watch: WATCH })
  }
}

/** The two weeks that begin on the day after the last holiday of the series. */
function fortnightAfter(holidays: readonly number[]): Span {
  const from = holidays.at(-1)! + 1
  return { from, to: from + FORTNIGHT }
}

function alarmsIn({ districts }: SpikeReport): { days: number; alarms: number } {
  const states = districts.flatMap(({ state }) => state)
  const judged = states.filter(state => ['none', 'watch', 'alert', 'common-shock'].includes(state))
  return { days: judged.length, alarms: judged.filter(isAlarm).length }
}

function isAlarm(state: string): boolean {
  return state === 'watch' || state === 'alert'
}

function noticed({ from: first, districts }: SpikeReport, series: number, from: number): number {
  const { state } = districts[series]!
  return Array.from({ length: SPIKE_DAYS }, (_, k) => state[from + k - first] ?? 'none').findIndex(isAlarm)
}
