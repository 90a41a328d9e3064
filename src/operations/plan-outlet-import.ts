import type { App, Store } from '../app.js'
import { Invalid } from '../domain/errors.js'
import { keyBy } from '../domain/group.js'
import type { OutletImport, OutletPlan } from '../domain/outlet-import.js'
import { findOutletSheet, type OutletSheet } from '../domain/outlet-sheet.js'
import { looksLikeNationalId } from '../domain/personal-data.js'
import { planCoverageRows } from '../domain/plan-coverage-rows.js'
import { planOutletRows } from '../domain/plan-outlet-rows.js'
import { isTotalLabel } from '../domain/sheet-cells.js'
import type { TableRow } from '../domain/table.js'

const mostRows = 5000

export interface ReadSheet {
  sheet: OutletSheet
  rows: TableRow[]
}

/** Reads a file's rows and finds its headings; refuses what is no list of outlets, and what holds national IDs. */
export async function readOutletSheet(app: App, store: Store, bytes: Uint8Array): Promise<ReadSheet> {
  const rows: TableRow[] = []
  for await (const batch of (await app.tables.open(bytes)).batches()) {
    rows.push(...batch.map(withMerged))
    if (rows.length > mostRows)
      throw new Invalid({ file: { code: 'too-many-rows', values: { most: mostRows } } })
  }
  for (const { cells, line } of rows) {
    const column = cells.findIndex(looksLikeNationalId)
    if (column !== -1)
      throw new Invalid({ file: { code: 'looks-like-national-ids', values: { column: column + 1, line } } })
  }
  const sheet = findOutletSheet(rows, await store.districts.aliases())
  if (!sheet) throw new Invalid({ file: { code: 'no-outlet-headings' } })
  return { sheet, rows }
}

function withMerged(row: TableRow): TableRow {
  const { merged } = row
  return merged ? { ...row, cells: row.cells.map((cell, i) => cell || (merged[i] ?? '')) } : row
}

/** What a file would do with the outlets as they are now. */
export async function planOutletImport(
  store: Store,
  { sheet, rows }: ReadSheet,
  batch: Pick<OutletImport, 'source' | 'asOf'> & { today: string },
): Promise<OutletPlan> {
  const below = rows.filter(row => row.line > sheet.headingLine)
  const isData = (row: TableRow) => !isTotalLabel(row.cells.find(Boolean) ?? '') && !repeats(row, sheet)
  const data = below.filter(isData)
  const skipped = below
    .filter(row => !isData(row))
    .map(row => ({ line: row.line, written: row.cells.filter(Boolean).join(' ').slice(0, 80) }))
  const outlets = await store.outlets.list()
  const common = { sheet, rowsRead: data.length, skipped }
  if (sheet.kind === 'outlets') return { ...common, ...planOutletRows(data, sheet, outlets), coverage: [] }
  const context = {
    outlets,
    coverage: await store.outlets.allCoverage(),
    districts: keyBy(await store.districts.list(), district => district.code),
    aliases: await store.districts.aliases(),
    source: batch.source,
    asOf: batch.asOf ?? batch.today,
  }
  return { ...common, ...planCoverageRows(data, sheet, context), outlets: [] }
}

/** Printed lists repeat their headings on every page. */
function repeats(row: TableRow, sheet: OutletSheet): boolean {
  return row.cells.every((cell, i) => cell === (sheet.headings[i] ?? ''))
}

/** How many rows would not be taken over; a sheet of shares may refuse several cells of one row. */
export function refusedRows(plan: OutletPlan): number {
  return new Set(plan.refused.map(({ line }) => line)).size
}
