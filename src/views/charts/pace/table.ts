import type { Day } from '../../../domain/time.js'
import type { TableModel } from '../../components/registry.js'
import type { Texts } from '../texts.js'
import type { PaceInput } from './input.js'
import { withFigure } from './labels.js'
import { stairs, targetOn, type Realised } from './points.js'

/** Every figure the picture is drawn from, by day. */
export function paceTable(
  { words, formats }: Texts,
  input: PaceInput,
  realised: readonly Realised[],
): TableModel {
  const t = words.charts
  const known = new Map(realised.map(point => [point.day, point.toDate]))
  const forecast = new Map(input.forecast.map(point => [point.day, point]))
  const published = (day: Day) => input.published.filter(figure => figure.day === day)
  const row = (day: Day) => {
    const target = targetOn(input.targets, day)
    const toDate = known.get(day)
    const ahead = forecast.get(day)
    return [
      formats.dayMedium(day),
      target === undefined ? '' : formats.number(target),
      toDate === undefined ? '' : formats.number(toDate),
      target && toDate !== undefined ? formats.percent(toDate / target) : '',
      ahead
        ? `${formats.number(ahead.middle)} (${t.interval(formats.number(ahead.low), formats.number(ahead.high))})`
        : '',
      published(day)
        .map(({ value, label }) => withFigure(formats.number(value), label))
        .join('; '),
    ]
  }
  return {
    caption: input.title,
    showCaption: false,
    columns: [
      { label: t.day, numeric: false },
      ...[t.targetToDate, t.realisedToDate, t.pace, t.forecast].map(label => ({ label, numeric: true })),
      { label: t.published, numeric: false },
    ],
    rows: daysOf(input, realised).map(day => ({ cells: row(day), strong: false })),
    empty: words.common.nothingYet,
    rowHeads: true,
    grid: true,
  }
}

/** The days that have a row: month ends, weekly figures, forecast, what was published. */
export function daysOf({ targets, forecast, published }: PaceInput, realised: readonly Realised[]): Day[] {
  const days = [
    ...stairs(targets).map(step => step.last),
    ...[...realised, ...forecast, ...published].map(({ day }) => day),
  ]
  return [...new Set(days)].toSorted()
}
