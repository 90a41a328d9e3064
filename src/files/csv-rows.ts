/** Comma-separated text → rows with the line each begins on. Lenient as spreadsheets are, strict about a lost quote. */
import { Invalid } from '../domain/errors.js'
import type { Separator, TableRow } from '../domain/table.js'

/** Nobody writes so much into one cell; a quote that is never closed does. */
const longestCell = 20_000

/** csv-parse takes four times as long where lines are to be numbered, and its relaxed quotes swallow a lost one. */
export function* csvRows(text: string, separator: Separator): Generator<TableRow> {
  let at = 0
  let line = 1
  while (at < text.length) {
    const end = lineEnd(text, at)
    const plain = text.slice(at, end)
    if (plain.includes('"')) {
      const row = quotedRow(text, at, { separator, line })
      if (trimAll(row.cells)) yield { line, cells: row.cells }
      line += row.lines
      at = row.next
    } else {
      const cells = plain.split(separator)
      if (trimAll(cells)) yield { line, cells }
      line += 1
      at = end + 1
    }
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

/** Trims in place; says whether anything is left. */
function trimAll(cells: string[]): boolean {
  let filled = false
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!.trim()
    cells[i] = cell
    if (cell !== '') filled = true
  }
  return filled
}

interface QuotedRow {
  cells: string[]
  next: number
  lines: number
}

/** A row in which some cell is quoted, and may hold separators, line ends and doubled quotes. */
function quotedRow(
  text: string,
  start: number,
  { separator, line }: { separator: Separator; line: number },
): QuotedRow {
  const cells: string[] = []
  let at = start
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, line) : { text: '', next: at }
    const end = cellEnd(text, cell.next, separator)
    cells.push(cell.text + text.slice(cell.next, end))
    if (text[end] !== separator) return { cells, next: end + 1, lines: countLines(text, start, end) }
    at = end + 1
  }
}

function quotedCell(text: string, start: number, line: number): { text: string; next: number } {
  let read = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1 || quote - start > longestCell)
      throw new Invalid({ file: { code: 'quote-unclosed', values: { line } } })
    read += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { text: read, next: quote + 1 }
    read += '"'
    at = quote + 2
  }
}

function cellEnd(text: string, from: number, separator: Separator): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n') at++
  return at
}

function countLines(text: string, from: number, to: number): number {
  let lines = 1
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
