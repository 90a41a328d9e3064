/** A table of a page as rows for a file: every cell reads as it does on the screen. */
import { SafeHtml } from './html.js'
import type { TableModel } from './components/registry.js'
import type { Cell } from './page.js'

export interface FileTable {
  name: string
  headings: string[]
  rows: string[][]
}

export function fileTable({ caption, columns, rows }: TableModel): FileTable {
  return {
    name: caption,
    headings: columns.map(({ label }) => label),
    rows: rows.map(({ cells }) => cells.map(cellText)),
  }
}

/** What a reader sees in a cell; two lines become one. Pictures, buttons and boxes have no words of their own. */
function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell
  if (cell instanceof SafeHtml) return ''
  if ('label' in cell) return cell.label
  if ('tag' in cell) return cell.tag.label
  if ('strong' in cell) return [cell.strong, cell.soft].filter(Boolean).join(' · ')
  return ''
}
