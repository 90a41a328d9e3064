/** A table written as text: comma-separated and its relatives, or what was pasted into a box. */
import { setImmediate } from 'node:timers/promises'
import { Invalid } from '../domain/errors.js'
import type { Separator, Table, TableRow } from '../domain/table.js'
import { csvRows } from './csv-rows.js'
import { findSeparator } from './csv-separator.js'
import { decodeText } from './decode-text.js'

/** Ten years of a national office, a row per day, district and stream, are 3.7 million: they come year by year. */
const mostRows = 1_500_000
const mostColumns = 200
const rowsAtATime = 2_000

export function textTable(bytes: Uint8Array): Table {
  const decoded = decodeText(bytes)
  if (!decoded) throw new Invalid({ file: { code: 'not-a-table' } })
  if (/^\s*<(?:\?xml|!doctype|html|table|meta|head)\b/i.test(decoded.text.slice(0, 2_000)))
    throw new Invalid({ file: { code: 'workbook-other-kind' } })
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
