/** What an import changes: totals before and after by stream, and the cells that get another value. */
import type { ImportReport, StreamTotals } from '../../domain/import-report.js'
import type { LotSums } from '../../domain/employer-lot.js'
import { coverage } from '../../domain/registration-coverage.js'
import type { CellChange } from '../../domain/registration-changes.js'
import type { FactsModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Names } from './import-page.js'
import { coveredShare, type Texts } from './texts.js'

export interface ChangesPart {
  title: string
  period: string
  lots: FactsModel | null
  streams: TableModel
  cellsTitle: string
  cells: TableModel | null
  cellsMore: string
}

export function changesPart(texts: Texts, report: ImportReport, names: Names): ChangesPart {
  const { words, formats } = texts
  const t = words.registrations
  const { firstDay, lastDay, changes } = report
  const changed = report.streams.reduce((sum, stream) => sum + stream.changed, 0)
  return {
    title: t.changesTitle,
    period: firstDay && lastDay ? t.periodShown(formats.days(firstDay, lastDay)) : '',
    lots: report.lots ? lotFacts(texts, report.lots) : null,
    streams: streamsTable(texts, report.streams, names),
    cellsTitle: t.changedCells,
    cells: changed > 0 ? cellsTable(texts, changes, names) : null,
    cellsMore:
      changed > changes.length ? t.changedMore(formats.number(changes.length), formats.number(changed)) : '',
  }
}

function lotFacts({ words, formats }: Texts, lots: LotSums): FactsModel {
  const names = Object.entries(words.registrations.lotFacts) as [keyof LotSums, string][]
  return { facts: names.map(([key, label]) => ({ label, value: formats.number(lots[key]) })) }
}

function streamsTable(texts: Texts, streams: readonly StreamTotals[], names: Names): TableModel {
  const { words, formats } = texts
  const t = words.registrations
  const share = (reported: number, expected: number) => coveredShare(texts, coverage(reported, expected))
  return table(
    t.changesTitle,
    [
      t.stream,
      numeric(t.added),
      numeric(t.changed),
      numeric(t.same),
      numeric(t.before),
      numeric(t.after),
      numeric(t.reportedBefore),
      numeric(t.reportedAfter),
    ],
    streams.map(stream => [
      names.streams.get(stream.streamId) ?? stream.streamId,
      ...[stream.added, stream.changed, stream.same, stream.before, stream.after].map(formats.number),
      share(stream.reportedBefore, stream.expected),
      share(stream.reportedAfter, stream.expected),
    ]),
    { empty: t.changesNone },
  )
}

function cellsTable(texts: Texts, changes: readonly CellChange[], names: Names): TableModel {
  const { words, formats } = texts
  const t = words.registrations
  return table(
    t.changedCells,
    [words.common.day, words.common.district, t.stream, numeric(t.old), numeric(t.new)],
    changes.map(change => [
      formats.dayMedium(change.day),
      names.districts.get(change.districtCode) ?? change.districtCode,
      names.streams.get(change.streamId) ?? change.streamId,
      valueText(texts, change.before),
      valueText(texts, change.after),
    ]),
    { empty: t.changesNone },
  )
}

function valueText({ words, formats }: Texts, { state, count, spanDays }: CellChange['before']): string {
  const t = words.registrations
  if (count === null) return t.stateNames[state]
  return spanDays === 1 ? formats.number(count) : t.spanning(formats.number(count), formats.number(spanDays))
}
