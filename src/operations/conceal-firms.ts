import { createHmac } from 'node:crypto'
import type { App } from '../app.js'
import { concealedCells, linedText } from '../domain/concealed-sheet.js'
import type { Reading } from '../domain/registration-sheet.js'
import type { Names } from '../domain/sheet-cells.js'
import type { Table, TableRow } from '../domain/table.js'

/**
 * The bytes of a list of employer lots as they may be kept. The key is derived from the installation's secret: without
 * it nobody can tell which firm a hash is of, not even by trying all names.
 */
export async function concealFirms(
  app: App,
  file: Table,
  sheet: { firm: number; reading: Reading; names: Names },
): Promise<Buffer> {
  const { reading, ...given } = sheet
  const keyOf = firmKeys(app)
  const rows: TableRow[] = []
  if (reading.dataFrom > 1) rows.push({ line: reading.dataFrom - 1, cells: [...reading.headings] })
  for await (const batch of file.batches())
    for (const row of batch)
      if (row.line >= reading.dataFrom)
        rows.push({
          line: row.line,
          cells: concealedCells(row, { ...given, roles: reading.roles, keyOf }),
        })
  return Buffer.from(linedText(rows))
}

/** Identity of a firm → its hash under the installation's key. */
export function firmKeys({ tokens }: Pick<App, 'tokens'>): (identity: string) => string {
  const key = tokens.key('firms')
  return identity => createHmac('sha256', key).update(identity).digest('hex').slice(0, 32)
}
