/** Works out, from the kept bytes and how they are read, exactly what an import would change. Changes nothing itself. */
import { setImmediate } from 'node:timers/promises'
import type { App } from '../app.js'
import { groupBy, keyBy } from '../domain/group.js'
import {
  questionsOf,
  rowSums,
  shownOddities,
  shownRefusals,
  unreadReport,
  type ColumnFindings,
  type ImportReport,
  type StreamTotals,
} from '../domain/import-report.js'
import { readCells, type CellsRead } from '../domain/registration-cells.js'
import { compareCells, noChanges, type Changes } from '../domain/registration-changes.js'
import type { ReadingContext } from '../domain/registration-columns.js'
import { expectedDays } from '../domain/registration-coverage.js'
import { RowReader } from '../domain/registration-rows.js'
import type { Reading } from '../domain/registration-sheet.js'
import { withoutDoubleCounted } from '../domain/registration-spans.js'
import type { RegistrationCell } from '../domain/registration.js'
import { streamAliases } from '../domain/stream-alias.js'
import type { Table } from '../domain/table.js'
import { addDays, type Day } from '../domain/time.js'

export interface ImportPlan {
  reading: Reading
  report: ImportReport
  changes: Changes
}

interface Sheet {
  table: Table
  reading: Reading
  columns: ColumnFindings[]
}

/** While nobody has said whether a sheet holds days or totals so far, the sheet itself tells. */
export async function planAsFound(app: App, sheet: Sheet): Promise<ImportPlan> {
  const plan = await planImport(app, sheet)
  const { measure, measureChosen } = sheet.reading
  if (measureChosen || measure === 'cumulative' || !plan.report.cumulative?.likely) return plan
  return planImport(app, { ...sheet, reading: { ...sheet.reading, measure: 'cumulative' } })
}

export async function planImport(app: App, { table, reading, columns }: Sheet): Promise<ImportPlan> {
  const questions = questionsOf(reading, columns)
  if (questions.length > 0) return { reading, report: unreadReport(columns, questions), changes: noChanges() }
  const context = await readingContext(app)
  const reader = new RowReader(reading, context)
  for await (const rows of table.batches()) reader.take(rows)
  const read = reader.finish()
  const sheet = readCells(read.records, reading)
  const period = periodOf(sheet.cells.values())
  if (columns.some(column => column.thousands.length > 1)) sheet.oddities.add({ kind: 'mixed-thousands' })
  const { changes, refusals } = await compare(app, sheet, { read, reading, period })
  const refused = [...read.refusals, ...sheet.refusals, ...refusals]
  const report: ImportReport = {
    columns,
    questions,
    rows: rowSums(read, refused, sheet.repeated),
    ...shownRefusals(refused),
    unknownDistricts: read.unknownDistricts,
    unknownStreams: read.unknownStreams,
    ...shownOddities(sheet.oddities),
    cumulative: sheet.signs,
    streams: period ? await streamTotals(app, changes, { context, ...period }) : [],
    changes: changes.shown,
    firstDay: period?.first ?? null,
    lastDay: period?.last ?? null,
    confirmed: [...changes.confirmed].toSorted(),
  }
  return { reading, report, changes }
}

export async function readingContext({ store, clock }: App): Promise<ReadingContext> {
  const [districts, aliases, streams] = await Promise.all([
    store.districts.list(),
    store.districts.aliases(),
    store.streams.list(),
  ])
  return {
    names: { districts: aliases, streams: streamAliases(streams) },
    districts: keyBy(districts, district => district.code),
    today: clock.today(),
  }
}

interface SheetPeriod {
  first: Day
  last: Day
}

function periodOf(districts: Iterable<readonly RegistrationCell[]>): SheetPeriod | undefined {
  let period: SheetPeriod | undefined
  for (const cells of districts) {
    for (const { day } of cells) {
      period ??= { first: day, last: day }
      if (day < period.first) period.first = day
      if (day > period.last) period.last = day
    }
  }
  return period
}

/** Reports that end up to this many days later may cover days of the sheet. */
const longestSpan = 100

/** District by district, so that a large sheet neither fills the memory nor holds up others. */
async function compare(
  { store }: App,
  sheet: CellsRead,
  {
    read,
    reading,
    period,
  }: {
    read: { records: Parameters<typeof readCells>[0] }
    reading: Reading
    period: SheetPeriod | undefined
  },
): Promise<{ changes: Changes; refusals: ImportReport['refusals'] }> {
  const changes = noChanges()
  const refusals: ImportReport['refusals'] = []
  if (!period) return { changes, refusals }
  const byDistrict = [...sheet.cells].toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (const [districtCode, cells] of byDistrict) {
    const streamIds = [...new Set(cells.map(cell => cell.streamId))]
    const known = await store.registrations.knownCells({
      districtCode,
      streamIds,
      from: period.first,
      to: addDays(period.last, longestSpan),
    })
    const once = withoutDoubleCounted({ cells, records: read.records, reading }, known)
    compareCells(once.cells, known, { changes, oddities: sheet.oddities })
    refusals.push(...once.refusals)
    await setImmediate()
  }
  return { changes, refusals }
}

/** What all districts together have in the days of the sheet, before and after. */
async function streamTotals(
  { store }: App,
  changes: Changes,
  { context, first, last }: SheetPeriod & { context: ReadingContext },
): Promise<StreamTotals[]> {
  const known = groupBy(
    await store.registrations.bucketTotals({ starts: [first], to: last }),
    total => total.streamId,
  )
  const expected = expectedDays([...context.districts.values()], first, last)
  return [...changes.streams.values()].map(({ streamId, added, changed, same, total, reportedDays }) => {
    const totals = known.get(streamId) ?? []
    const before = totals.reduce((sum, row) => sum + row.total, 0)
    const reportedBefore = totals.reduce((sum, row) => sum + row.reportedDays, 0)
    return {
      streamId,
      added,
      changed,
      same,
      before,
      after: before + total,
      reportedBefore,
      reportedAfter: reportedBefore + reportedDays,
      expected,
    }
  })
}
