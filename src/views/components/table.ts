import type { Cell } from '../page.js'
import type { TableModel } from './registry.js'

type Column = string | { label: string; numeric: boolean }

export function numeric(label: string): Column {
  return { label, numeric: true }
}

/** A table of cells; plain columns are given by their label, figures by `numeric(label)`. The first cell names its row. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (Cell[] | { cells: Cell[]; strong: boolean })[],
  options: { empty: string; showCaption?: boolean; grid?: boolean },
): TableModel {
  return {
    caption,
    showCaption: options.showCaption ?? false,
    columns: columns.map(column => (typeof column === 'string' ? { label: column, numeric: false } : column)),
    rows: rows.map(row => (Array.isArray(row) ? { cells: row, strong: false } : row)),
    empty: options.empty,
    ...(options.grid ? { grid: true } : {}),
    rowHeads: true,
  }
}
