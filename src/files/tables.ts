/** Table files in and out. What comes in is bytes somebody sent: every limit is checked here. */
import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import { Invalid } from '../domain/errors.js'
import type { Separator, Table, TableRow } from '../domain/table.js'
import { csvRows } from './csv-rows.js'
import { findSeparator } from './csv-separator.js'
import { decodeText } from './decode-text.js'

export interface Tables {
  /** Finds out how a file is written; refuses what is no table. */
  open(bytes: Uint8Array): Table
  /** Rows as a CSV file that spreadsheets open and formulas cannot hide in. */
  csv(rows: readonly (readonly (string | number)[])[], separator: Separator): string
}

const mostRows = 500_000
const mostColumns = 200
const rowsAtATime = 2_000

export function createTables(): Tables {
  return { open, csv }
}

function open(bytes: Uint8Array): Table {
  const decoded = decodeText(bytes)
  if (!decoded) throw new Invalid({ file: { code: 'not-a-table' } })
  const separator = findSeparator(decoded.text)
  const text = oneLineEnd(decoded.text).replace(/^sep=.\r?\n/i, '\n')
  return {
    format: { kind: 'csv', encoding: decoded.encoding, separator },
    batches: () => batchesOf(text, separator),
  }
}

/** Old exports end their lines with a carriage return alone. */
function oneLineEnd(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\r', '\n')
}

async function* batchesOf(text: string, separator: Separator): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = []
  let rows = 0
  for (const row of csvRows(text, separator)) {
    if (row.cells.length > mostColumns) throw new Invalid({ file: { code: 'file-unreadable' } })
    if (++rows > mostRows) throw new Invalid({ file: { code: 'too-many-rows', values: { most: mostRows } } })
    batch.push(row)
    if (batch.length < rowsAtATime) continue
    yield batch
    batch = []
    await setImmediate()
  }
  yield batch
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
