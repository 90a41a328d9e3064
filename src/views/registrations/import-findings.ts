/** Where every row went, what was odd, and which rows are refused and why. */
import type { ImportReport, RowSums } from '../../domain/import-report.js'
import type { Oddity } from '../../domain/registration-oddity.js'
import type { Refusal } from '../../domain/registration-refusal.js'
import { isDay } from '../../domain/time.js'
import type { FactsModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Names } from './import-page.js'
import type { Texts } from './texts.js'

export interface FindingsPart {
  rowsTitle: string
  rows: FactsModel
  odditiesTitle: string
  oddities: string[]
  odditiesNone: string
  odditiesMore: string
  refusalsTitle: string
  refusals: TableModel | null
  refusalsMore: string
}

export function findingsPart(texts: Texts, report: ImportReport, names: Names): FindingsPart {
  const { words, formats } = texts
  const t = words.registrations
  const all = Object.values(report.refusalsBy).reduce((sum, count) => sum + count, 0)
  const shown = report.refusals.length
  return {
    rowsTitle: t.rowsTitle,
    rows: rowFacts(texts, report.rows),
    odditiesTitle: t.odditiesTitle,
    oddities: report.oddities.map(oddity => odditySentence(texts, oddity, names)),
    odditiesNone: t.odditiesNone,
    odditiesMore: report.odditiesMore > 0 ? t.odditiesMore(formats.number(report.odditiesMore)) : '',
    refusalsTitle: t.refusalsTitle,
    refusals: shown > 0 ? refusalsTable(texts, report.refusals) : null,
    refusalsMore: all > shown ? t.refusalsMore(formats.number(shown), formats.number(all)) : '',
  }
}

/** Kinds that no row fell into are not worth a line, but for what was read, taken and refused. */
function rowFacts({ words, formats }: Texts, rows: RowSums): FactsModel {
  const t = words.registrations.rowNames
  const always: (keyof RowSums)[] = ['read', 'taken', 'refused']
  const told = (Object.keys(t) as (keyof RowSums)[]).filter(kind => always.includes(kind) || rows[kind] > 0)
  return { facts: told.map(kind => ({ label: t[kind], value: formats.number(rows[kind]) })) }
}

function odditySentence({ words, formats }: Texts, oddity: Oddity, names: Names): string {
  const t = words.registrations
  const known = oddity.districtCodes.map(code => names.districts.get(code) ?? code)
  const number = (value: number | null) => (value === null ? '' : formats.number(value))
  const isMany = oddity.times > known.length && oddity.kind !== 'fell'
  return t.oddities[oddity.kind]({
    day: oddity.day ? formats.day(oddity.day) : '',
    where: isMany
      ? t.whereMany(formats.number(oddity.times), known.slice(0, 3).join(', '))
      : formats.list(known),
    times: formats.number(oddity.times),
    span: formats.number(oddity.spanDays),
    from: number(oddity.from),
    to: number(oddity.to),
  })
}

function refusalsTable({ words, formats }: Texts, refusals: readonly Refusal[]): TableModel {
  const t = words.registrations
  const detail = ({ detail: value }: Refusal) =>
    typeof value === 'number'
      ? formats.number(value)
      : value && isDay(value)
        ? formats.day(value)
        : (value ?? '')
  return table(
    t.refusalsTitle,
    [numeric(t.line), t.column, t.text, t.reason],
    refusals.map(refusal => [
      formats.number(refusal.line),
      refusal.column || t.notReported,
      refusal.text || t.notReported,
      t.reasons[refusal.reason](detail(refusal)),
    ]),
    { empty: words.common.none },
  )
}
