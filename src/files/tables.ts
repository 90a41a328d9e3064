/** Table files in and out. What comes in is bytes somebody sent: every limit is checked here. */
import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import { Invalid } from '../domain/errors.js'
import type { Separator, Table, TableRow } from '../domain/table.js'
import { textTable } from './text-table.js'
import { createWorkbookReader, rowsIn, type ReadWorkbook, type Sheet } from './workbooks.js'
import { writeWorkbook, type SheetToWrite } from './xlsx/write-workbook.js'

export interface Tables {
  /** Finds out how a file is written: CSV, or the first sheet of a workbook that shows rows. Refuses what is no table. */
  open(bytes: Uint8Array): Promise<Table>
  /** Every sheet of a workbook that holds rows, hidden ones too; the one table of a CSV file. */
  sheets(bytes: Uint8Array): Promise<Table[]>
  /** Rows as a CSV file that spreadsheets open and formulas cannot hide in. */
  csv(rows: readonly (readonly (string | number)[])[], separator: Separator): string
  /** Sheets of typed cells as an XLSX workbook. Text stays text, whatever it begins with. */
  xlsx(sheets: readonly SheetToWrite[]): Buffer
}

export function createTables(readWorkbook: ReadWorkbook = createWorkbookReader()): Tables {
  const sheets = async (bytes: Uint8Array): Promise<Table[]> => {
    if (startsWith(bytes, oldWorkbook)) throw new Invalid({ file: { code: oldWorkbookProblem(bytes) } })
    if (!startsWith(bytes, zipped)) return [textTable(bytes)]
    return (await readWorkbook(bytes)).filter(sheet => sheet.batches.length > 0).map(sheetTable)
  }
  return { sheets, open: async bytes => firstShown(await sheets(bytes)), csv, xlsx: writeWorkbook }
}

const zipped = [0x50, 0x4b, 0x03, 0x04]
const oldWorkbook = [0xd0, 0xcf, 0x11, 0xe0]

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, i) => bytes[i] === sign)
}

/** A workbook with a password comes in the container of the old ones, which names what it holds. */
function oldWorkbookProblem(bytes: Uint8Array) {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes).includes(name) ? 'workbook-locked' : 'workbook-old'
}

function firstShown(tables: readonly Table[]): Table {
  const shown = tables.find(({ format }) => format.kind === 'csv' || !format.hidden)
  if (!shown) throw new Invalid({ file: { code: 'workbook-empty' } })
  return shown
}

function sheetTable({ name, hidden, batches }: Sheet): Table {
  return { format: { kind: 'xlsx', sheet: name, hidden }, batches: () => rowsOf(batches) }
}

async function* rowsOf(batches: readonly Buffer[]): AsyncGenerator<TableRow[]> {
  for (const batch of batches) {
    yield rowsIn(batch)
    await setImmediate()
  }
}

const written = {
  bom: true,
  escape_formulas: true,
  record_delimiter: 'windows',
  /** The library quotes a line end only when it is the one between its rows. */
  quoted_match: /[\r\n]/,
}

/** The mark in front tells Excel that it is UTF-8. */
function csv(rows: readonly (readonly (string | number)[])[], separator: Separator): string {
  return stringify(
    rows.map(row => [...row]),
    { ...written, delimiter: separator },
  )
}
