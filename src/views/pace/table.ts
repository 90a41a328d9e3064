import type { PaceRow } from '../../domain/pace-board.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Cell, LinkTo } from '../page.js'
import { paths, withQuery } from '../paths.js'
import type { Texts } from '../registrations/texts.js'
import { chanceText } from './answer.js'
import { streamLabel, type ShownPace } from './shown.js'

export function paceTable(texts: Texts, shown: ShownPace): TableModel {
  const { words } = texts
  const { board, filter } = shown
  const [name, ...figures] = columnsOf(texts)
  const rows = board.parts.map(row => [nameOf(texts, shown, row), ...figuresOf(texts, row)] as Cell[])
  const foot = [{ cells: [words.pace.whole, ...figuresOf(texts, board.whole)] as Cell[], strong: true }]
  return table(
    words.pace.caption(streamLabel(texts, shown), String(filter.year)),
    [name!, ...figures.map(numeric)],
    board.parts.length === 0 ? [] : [...rows, ...notGiven(texts, shown), ...foot],
    { empty: words.targets.none, showCaption: true, grid: true },
  )
}

/** The same table for a file: ranges in two columns would be another table. */
export function paceRows(texts: Texts, shown: ShownPace): { columns: string[]; rows: string[][] } {
  const { board } = shown
  const parts = board.parts.map(row => {
    const name = nameOf(texts, shown, row)
    return [typeof name === 'string' ? name : name.label, ...figuresOf(texts, row)]
  })
  const whole = [texts.words.pace.whole, ...figuresOf(texts, board.whole)]
  return { columns: columnsOf(texts), rows: [...parts, ...notGiven(texts, shown), whole] }
}

function columnsOf({ words }: Texts): string[] {
  const t = words.pace
  return [
    t.place,
    words.targets.pace,
    t.realisedShort,
    t.toDate,
    words.targets.target,
    t.yearEndShort,
    t.range,
    t.chanceShort,
    t.weeklySoFar,
    t.weeklyNeededShort,
  ]
}

function figuresOf(texts: Texts, { pace, forecast }: PaceRow): string[] {
  const { formats } = texts
  const number = (value: number | null) => (value === null ? '' : formats.number(Math.ceil(value)))
  const ahead = forecast
    ? [
        formats.number(forecast.estimate),
        `${formats.number(forecast.low)} – ${formats.number(forecast.high)}`,
        pace.target > 0 ? chanceText(texts, forecast.chance) : '',
      ]
    : ['', '', '']
  return [
    pace.share === null ? '' : formats.percent(pace.share),
    formats.number(pace.realised),
    formats.number(pace.targetToDate),
    formats.number(pace.target),
    ...ahead,
    formats.number(pace.weeklySoFar),
    number(pace.weeklyNeeded),
  ]
}

/** What the whole's own target has beyond those of its parts. */
function notGiven({ words, formats }: Texts, { board }: ShownPace): string[][] {
  if (board.notGiven === null) return []
  return [[words.pace.notGiven, '', '', '', formats.number(board.notGiven), '', '', '', '', '']]
}

/** A branch leads to its districts, a district to its page. */
function nameOf(texts: Texts, { filter }: ShownPace, { scope }: PaceRow): string | LinkTo {
  if (scope.kind === 'all') return texts.words.pace.whole
  if (scope.kind === 'district')
    return {
      label: scope.district.shortName,
      href: withQuery(paths.district(scope.district.code), { stream: filter.streamId }),
    }
  const { year, streamId, month, asOf } = filter
  const query = { year, stream: streamId, month: month ?? '', asOf: asOf ?? '', branch: scope.branch.id }
  return { label: scope.branch.name, href: withQuery(paths.pace, query) }
}
