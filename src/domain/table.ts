/** A table as somebody's file holds it: rows of text, before anybody knows what its columns mean. */
export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16' | 'windows-1252'

export type TableFormat =
  { kind: 'csv'; encoding: Encoding; separator: Separator } | { kind: 'xlsx'; sheet: string; hidden: boolean }

/** One row with the line of the file it begins on; cells are trimmed. Lines with nothing on them are no rows. */
export interface TableRow {
  line: number
  cells: string[]
  /** Hidden in its workbook. */
  hidden?: true
  /** Texts of merged cells that reach into this row from above, by column. In `cells` they stand once, at the top. */
  merged?: Record<number, string>
  /** The heading of the count, where one line of the file holds several rows. */
  place?: string
}

export interface Table {
  format: TableFormat
  /** The rows in order, some thousand at a time, so that a large file holds nothing up. */
  batches(): AsyncIterable<TableRow[]>
}
