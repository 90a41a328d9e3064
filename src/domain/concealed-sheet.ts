/** A list of employer lots as it may be kept: firms under their keyed hashes, and no word the import does not need. */
import type { ColumnRole } from './registration-sheet.js'
import { cellFacts, isTotalLabel, type Names } from './sheet-cells.js'
import type { SheetProfile } from './sheet-profile.js'
import { firmIdentity, firmMark } from './firm-name.js'
import { looksLikeFirm } from './personal-data.js'
import type { TableRow } from './table.js'

export interface Concealing {
  /** The column that says best which firm it is: its number, or else its name. */
  firm: number
  roles: readonly ColumnRole[]
  names: Names
  /** Keyed hash of an identity. */
  keyOf: (identity: string) => string
}

/** Of several columns about the firm, the one of its number, or the fullest. */
export function bestFirmColumn({ columns, firms }: SheetProfile): number {
  const score = (index: number) =>
    (/\bnpp\b/i.test(columns[index]!.heading) ? 1e9 : 0) + columns[index]!.filled
  return firms.toSorted((a, b) => score(b) - score(a))[0]!
}

/** The cells of one row of data. */
export function concealedCells(row: TableRow, concealing: Concealing): string[] {
  return row.cells.map((cell, index) => {
    const text = cell || (row.merged?.[index] ?? '')
    if (index === concealing.firm) return firmText(text, concealing)
    return isNeeded(text, concealing.roles[index], concealing.names) ? text : ''
  })
}

function firmText(text: string, { keyOf }: Concealing): string {
  if (isTotalLabel(text)) return text
  const identity = firmIdentity(text)
  return identity === '' ? '' : firmMark + keyOf(identity)
}

const wordy: readonly (ColumnRole | undefined)[] = ['day', 'district', 'stream']

/** Numbers and what says where and when; other words are left behind. */
function isNeeded(text: string, role: ColumnRole | undefined, names: Names): boolean {
  if (looksLikeFirm(text)) return false
  if (wordy.includes(role) || isTotalLabel(text)) return true
  const facts = cellFacts(text, names)
  return facts.count || facts.dash
}

/** Rows as text, each on the line it stood on, so that what is told of a line can be found in the sender's own file. */
export function linedText(rows: readonly TableRow[]): string {
  const lines: string[] = []
  for (const { line, cells } of rows) {
    while (lines.length < line - 1) lines.push('')
    lines.push(cells.map(quoted).join(';'))
  }
  return `${lines.join('\n')}\n`
}

function quoted(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""').replaceAll(/[\r\n]+/g, ' ')}"` : cell
}
