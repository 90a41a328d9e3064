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
import { SheetCells } from '../domain/registration-cells.js'
import { compareCells, noChanges, type Changes } from '../domain/registration-changes.js'
import { compareLots, lotSums, noteLotsBeyondCounts } from '../domain/employer-lot.js'
import type { ReadingContext } from '../domain/registration-columns.js'
import { expectedDays } from '../domain/registration-coverage.js'
import type { Refusal } from '../domain/registration-refusal.js'
import { RowReader, type RowsRead, type SheetRecord } from '../domain/registration-rows.js'
import { listsLots, type Reading } from '../domain/registration-sheet.js'
import { withoutDoubleCounted } from '../domain/registration-spans.js'
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
  /** The rows, where they were read in this way already. */
  read?: RowsRead | undefined
}

/** While nobody has said whether a sheet holds days or totals so far, the sheet itself tells. */
export async function planAsFound(app: App, sheet: Sheet): Promise<ImportPlan> {
  const plan = await planImport(app, sheet)
  const { measure, measureChosen } = sheet.reading
  if (measureChosen || measure === 'cumulative' || !plan.report.cumulative?.likely) return plan
  return planImport(app, { ...sheet, reading: { ...sheet.reading, measure: 'cumulative' }, read: undefined })
}

export async function planImport(app: App, sheet: Sheet): Promise<ImportPlan> {
  const { reading, columns } = sheet
  const questions = questionsOf(reading, columns)
  if (questions.length > 0) return { reading, report: unreadReport(columns, questions), changes: noChanges() }
  const context = await readingContext(app)
  const read = sheet.read ?? (await readRows(sheet, context))
  const cells = new SheetCells(read.records, reading)
  if (columns.some(column => column.thousands.length > 1)) cells.oddities.add({ kind: 'mixed-thousands' })
  const { changes, refusals, period } = await compareDistricts(app, cells, { records: read.records, reading })
  const refused = [...read.refusals, ...cells.refusals, ...refusals]
  const report: ImportReport = {
    columns,
    questions,
    rows: rowSums(read, refused, cells.repeated),
    ...shownRefusals(refused),
    unknownDistricts: read.unknownDistricts,
    unknownStreams: read.unknownStreams,
    ...shownOddities(cells.oddities),
    cumulative: cells.signs,
    streams: period ? await streamTotals(app, changes, { context, ...period }) : [],
    lots: listsLots(reading) ? lotSums(changes.lots) : null,
    changes: changes.shown,
    firstDay: period?.first ?? null,
    lastDay: period?.last ?? null,
    confirmed: [...changes.confirmed].toSorted(),
  }
  return { reading, report, changes }
}

async function readRows({ table, reading }: Sheet, context: ReadingContext): Promise<RowsRead> {
  const reader = new RowReader(reading, context)
  for await (const rows of table.batches()) reader.take(rows)
  return reader.finish()
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

interface Period {
  first: Day
  last: Day
}

interface Compared {
  changes: Changes
  refusals: Refusal[]
  /** Null when the sheet holds no cell at all. */
  period: Period | null
}

/** Reports that end up to this many days later may cover days of the sheet. */
const longestSpan = 100

/** District by district, so that a large sheet neither fills the memory nor holds up others. */
async function compareDistricts(
  { store }: App,
  sheet: SheetCells,
  rows: { records: readonly SheetRecord[]; reading: Reading },
): Promise<Compared> {
  const result: Compared = { changes: noChanges(), refusals: [], period: null }
  for (const { districtCode, cells, lots } of sheet.districts()) {
    const period = periodOf([...cells, ...lots])
    if (!period) continue
    const streamIds = [...new Set([...cells, ...lots].map(cell => cell.streamId))]
    const days = { from: period.first, to: addDays(period.last, longestSpan) }
    const known = await store.registrations.knownCells({ districtCode, streamIds, ...days })
    const once = withoutDoubleCounted({ cells, ...rows }, known)
    compareCells(once.cells, known, { changes: result.changes, oddities: sheet.oddities })
    const own = lots.filter(lot => !once.isLeftOut(lot))
    const { lots: changes, confirmed } = result.changes
    compareLots(own, await store.registrations.knownLots({ districtCode, ...days }), { changes, confirmed })
    if (rows.reading.lots === 'inside') noteLotsBeyondCounts(own, known, sheet.oddities)
    result.refusals.push(...once.refusals)
    result.period = joined(result.period, period)
    await setImmediate()
  }
  return result
}

function periodOf(cells: readonly { day: Day }[]): Period | null {
  let period: Period | null = null
  for (const { day } of cells) {
    period ??= { first: day, last: day }
    if (day < period.first) period.first = day
    if (day > period.last) period.last = day
  }
  return period
}

function joined(a: Period | null, b: Period): Period {
  if (a === null) return b
  return { first: a.first < b.first ? a.first : b.first, last: a.last > b.last ? a.last : b.last }
}

/** What all districts together have in the days of the sheet, before and after. */
async function streamTotals(
  { store }: App,
  changes: Changes,
  { context, first, last }: Period & { context: ReadingContext },
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
