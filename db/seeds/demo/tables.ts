/** Tables of the season that are data: CSV files beside this one, also when the compiled code runs. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'

export type Row<Column extends string> = Record<Column, string>

const known = new Map<string, Row<string>[]>()

export function readTable<Column extends string>(root: string, name: string): Row<Column>[] {
  const file = path.join(root, 'db/seeds/demo', `${name}.csv`)
  if (!known.has(file)) {
    const rows: Row<string>[] = parse(readFileSync(file, 'utf8'), { columns: true, bom: true, trim: true })
    known.set(file, rows)
  }
  return known.get(file)!
}

/** `18.01|18.09` as a list; nothing as an empty one. */
export function listOf(text: string): string[] {
  return text.split('|').filter(Boolean)
}
