/** The trials of the engine as its bench wrote them: what was found, and every bound that was missed. */
import { groupBy } from '../../domain/group.js'
import { sumOf } from '../../domain/sum.js'
import type { Words } from '../../language/words.js'
import type { Calibration, CalibrationFigure } from '../../statistics/index.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'

export interface CalibrationModel {
  title: string
  lead: string
  table: TableModel
  missedTitle: string
  missed: string[]
}

interface Texts {
  words: Words
  formats: Formats
}

/** These are no shares. */
const plain = ['milliseconds', 'megabytes', 'delay-days', 'growth', 'shown-apart']

export function calibrationModel(texts: Texts, { date, figures }: Calibration): CalibrationModel {
  const { words, formats } = texts
  const t = words.calibration
  const own = figures.filter(({ method }) => method === 'gaung')
  const gated = own.filter(({ met }) => met !== null)
  const missed = gated.filter(({ met }) => met === false)
  const counts = { kept: formats.number(gated.length - missed.length), gated: formats.number(gated.length) }
  return {
    title: t.title,
    lead: t.lead({ day: formats.day(date), ...counts }),
    table: figureTable(texts, own),
    missedTitle: missed.length > 0 ? t.missedTitle : '',
    missed: missed.map(figure => missedText(texts, figure)),
  }
}

/** One row for each part and measure that has a bound somewhere, with what has none; and how often a lift was seen. */
function figureTable(texts: Texts, figures: readonly CalibrationFigure[]): TableModel {
  const { words, formats } = texts
  const t = words.calibration
  const groups = [...groupBy(figures, ({ part, measure }) => `${part} ${measure}`).values()].filter(group =>
    group.some(({ gate, measure }) => gate !== null || measure === 'power'),
  )
  return table(
    t.title,
    [t.part, t.measure, numeric(t.found), numeric(t.trials), numeric(t.kept)],
    groups.map(group => {
      const { part, measure } = group[0]!
      const gated = group.filter(({ met }) => met !== null)
      const kept = gated.filter(({ met }) => met)
      const trials = formats.number(sumOf(group.map(figure => figure.trials)))
      return [
        t.parts[part],
        t.measures[measure],
        rangeText(texts, group),
        trials,
        gated.length > 0 ? t.keptOf(formats.number(kept.length), formats.number(gated.length)) : t.noBound,
      ]
    }),
    { empty: words.common.nothingYet },
  )
}

function rangeText(texts: Texts, group: readonly CalibrationFigure[]): string {
  const values = group.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)].map(value =>
    valueText(texts, group[0]!, value),
  ) as [string, string]
  return low === high ? low : texts.words.calibration.range(low, high)
}

function missedText(texts: Texts, figure: CalibrationFigure): string {
  const { words, formats } = texts
  const t = words.calibration
  const { part, measure, districts, exposed, days, lift } = figure
  const setting = [
    ...(districts === undefined ? [] : [t.districts(formats.number(districts))]),
    ...(exposed === undefined ? [] : [t.exposed(formats.number(exposed))]),
    ...(days === undefined ? [] : [t.days(formats.number(days))]),
    ...(lift === undefined ? [] : [t.lift(formats.percent(lift))]),
  ].join(', ')
  const names = { part: t.parts[part], measure: t.measures[measure] }
  const text = t.missed({
    ...names,
    value: valueText(texts, figure, figure.value),
    bound: boundText(texts, figure),
  })
  return setting ? `${text}${t.setting(setting)}` : text
}

function boundText(texts: Texts, figure: CalibrationFigure): string {
  const { method, calibration } = texts.words
  const { atLeast, atMost } = figure.gate!
  const text = (value: number) => valueText(texts, figure, value)
  if (atLeast === undefined) return method.atMost(text(atMost!))
  return atMost === undefined
    ? method.atLeast(text(atLeast))
    : calibration.within(text(atLeast), text(atMost))
}

function valueText({ formats }: Texts, { measure }: CalibrationFigure, value: number): string {
  if (!plain.includes(measure)) return formats.percentTenth(value)
  return Number.isInteger(value) || value >= 100 ? formats.number(value) : formats.decimal(value)
}
