/** The tables of a page as a file that holds exactly what the screen shows. */
import type { TableModel } from '../views/components/registry.js'
import { fileTable } from '../views/table-file.js'
import type { StaffVisit } from './visit.js'

export interface TablesToSend {
  /** Of the file, without its ending. */
  name: string
  tables: readonly TableModel[]
  /** Lines above the tables: title, filter, date. */
  above?: readonly string[]
}

/** One sheet per table in a workbook; one below the other, each under its title, in a CSV file. */
export function sendTables(
  visit: StaffVisit,
  kind: 'csv' | 'xlsx',
  { name, tables, above = [] }: TablesToSend,
): void {
  const files = tables.map(fileTable)
  const { app, language } = visit
  visit.res.type(kind).attachment(`gaung-${name}.${kind}`)
  if (kind === 'xlsx') {
    visit.res.send(app.tables.xlsx(files.map(file => ({ ...file, above: above.map(line => [line]) }))))
    return
  }
  const parts = files.flatMap(({ name: title, headings, rows }) => [
    ...(files.length > 1 ? [[title]] : []),
    headings,
    ...rows,
    ...(files.length > 1 ? [[]] : []),
  ])
  visit.res.send(app.tables.csv([...above.map(line => [line]), ...parts], language === 'id' ? ';' : ','))
}
