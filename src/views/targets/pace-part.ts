/** The answer first: are we on pace, and what must each week that is left bring. */
import type { Pace } from '../../domain/pace.js'
import type { Coverage } from '../../domain/registration-coverage.js'
import type { TargetTable } from '../../domain/target-table.js'
import type { Day } from '../../domain/time.js'
import { paceChart } from '../charts/pace-chart.js'
import type { ChartModel, StatModel } from '../components/registry.js'
import { coverageSentence, type Texts } from '../registrations/texts.js'
import type { ShownFigure } from './figures.js'

export interface PaceFacts {
  /** The last day that is reported. */
  through: Day
  pace: Pace
  coverage: Coverage
  /** Registrations to date at the end of each week. */
  weeks: readonly { day: Day; toDate: number }[]
}

interface Given {
  filter: { year: number }
  stream: string
  table: TargetTable
  pace: PaceFacts | null
  figures: readonly ShownFigure[]
}

export function pacePart(texts: Texts, given: Given): { stats: StatModel[]; chart: ChartModel | null } {
  const { pace } = given
  return pace
    ? { stats: paceStats(texts, pace), chart: chartOf(texts, given, pace) }
    : { stats: [], chart: null }
}

function paceStats(texts: Texts, { through, pace, coverage }: PaceFacts): StatModel[] {
  const { words, formats } = texts
  const t = words.targets
  const stat = (label: string, figure: string, meaning: string): StatModel => ({
    label,
    figure,
    interval: '',
    meaning,
    tag: null,
  })
  const share = pace.share === null ? '' : t.paceNow(formats.percent(pace.share))
  const soFar = t.soFar(formats.number(pace.weeklySoFar))
  return [
    stat(
      t.statRealised(formats.dayMedium(through)),
      formats.number(pace.realised),
      coverageSentence(texts, coverage),
    ),
    stat(t.statToDate, formats.number(pace.targetToDate), share),
    stat(t.statTarget, formats.number(pace.target), t.ofTarget(formats.percent(pace.realised / pace.target))),
    ...(pace.weeklyNeeded === null
      ? []
      : [
          stat(
            t.statNeeded,
            formats.number(Math.ceil(pace.weeklyNeeded)),
            pace.weeklyNeeded === 0 ? t.reached : soFar,
          ),
        ]),
  ]
}

function chartOf(
  texts: Texts,
  { filter, stream, table, figures }: Given,
  { through, pace, weeks }: PaceFacts,
): ChartModel {
  const { words, formats } = texts
  const t = words.targets
  return paceChart(texts, {
    id: `pace-${filter.year}`,
    title: t.chartTitle(stream, String(filter.year)),
    caption: t.chartCaption(
      formats.number(pace.realised),
      formats.day(through),
      formats.number(pace.targetToDate),
    ),
    targets: table.months.map((month, index) => ({ month, toDate: table.steps[index]! })),
    realised: weeks,
    forecast: [],
    published: figures
      .filter(shown => shown.isWhole)
      .map(shown => ({
        day: shown.figure.throughDay,
        value: shown.figure.amount,
        label: formats.number(shown.figure.amount),
        flagged: shown.alarms.length > 0,
      })),
  })
}
