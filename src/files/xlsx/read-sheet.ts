/** One sheet of a workbook → rows of text. Formulas count by the value they last showed. */
import { Invalid } from '../../domain/errors.js'
import type { TableRow } from '../../domain/table.js'
import { shownNumber, type Calendar } from './number-format.js'
import { RichText } from './shared-strings.js'
import { attribute, tagsOf, type Tag } from './xml.js'

export interface SheetContext {
  strings: readonly string[]
  formats: readonly string[]
  calendar: Calendar
  most: { rows: number; columns: number; cells: number }
}

interface Merge {
  column: number
  from: number
  to: number
}

interface Cell {
  column: number
  type: string
  format: string
}

class SheetReader {
  readonly rows: TableRow[] = []
  readonly merges: Merge[] = []
  readonly #context: SheetContext
  readonly #text = new RichText()
  #row: TableRow = { line: 0, cells: [] }
  #cell: Cell = { column: -1, type: 'n', format: '' }
  #value = ''
  #cells = 0

  constructor(context: SheetContext) {
    this.#context = context
  }

  take(tag: Tag): void {
    if (tag.name === 'row') this.#takeRow(tag)
    else if (tag.name === 'c') this.#takeCell(tag)
    else if (tag.name === 'v' && tag.kind === 'close') this.#value = tag.text
    else if (tag.name === 'mergeCell' && tag.kind !== 'close') this.#takeMerge(tag)
    else this.#text.take(tag)
  }

  #takeRow(tag: Tag): void {
    if (tag.kind !== 'open') return
    const line = Number(attribute(tag, 'r') ?? this.#row.line + 1)
    this.#row = { line, cells: [] }
    const hidden = attribute(tag, 'hidden')
    if (hidden === '1' || hidden === 'true') this.#row.hidden = true
    this.rows.push(this.#row)
    const { rows: most } = this.#context.most
    if (this.rows.length > most) throw new Invalid({ file: { code: 'too-many-rows', values: { most } } })
  }

  #takeCell(tag: Tag): void {
    if (tag.kind !== 'close') this.#beginCell(tag)
    if (tag.kind === 'open') return
    const text = tag.kind === 'close' ? this.#shown().trim() : ''
    const { cells } = this.#row
    while (cells.length < this.#cell.column) cells.push('')
    cells[this.#cell.column] = text
    if (++this.#cells > this.#context.most.cells) throw new Invalid({ file: { code: 'workbook-too-heavy' } })
  }

  #beginCell(tag: Tag): void {
    const reference = attribute(tag, 'r')
    const column = reference === undefined ? this.#row.cells.length : columnOf(reference)
    if (column >= this.#context.most.columns) throw new Invalid({ file: { code: 'file-unreadable' } })
    const style = Number(attribute(tag, 's') ?? 0)
    this.#cell = {
      column,
      type: attribute(tag, 't') ?? 'n',
      format: this.#context.formats[style] ?? 'General',
    }
    this.#value = ''
    this.#text.read()
  }

  #shown(): string {
    const { type, format } = this.#cell
    const value = this.#value
    if (type === 'inlineStr') return this.#text.read()
    if (type === 's') return this.#context.strings[Number(value)] ?? ''
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    if (type === 'd') return value.replace('T', ' ').replace(/\.\d+|Z$/g, '')
    if (type !== 'n' || value === '' || Number.isNaN(Number(value))) return value
    return shownNumber(Number(value), format, this.#context.calendar)
  }

  #takeMerge(tag: Tag): void {
    const [from, to] = (attribute(tag, 'ref') ?? '').split(':')
    if (!from || !to || lineOf(from) === lineOf(to)) return
    this.merges.push({ column: columnOf(from), from: lineOf(from), to: lineOf(to) })
  }
}

/** Rows in order, without those on which nothing stands. */
export function readSheet(xml: string, context: SheetContext): TableRow[] {
  const reader = new SheetReader(context)
  for (const tag of tagsOf(xml)) reader.take(tag)
  noteMerged(reader)
  return reader.rows.filter(row => row.cells.some(text => text !== ''))
}

/** Notes on each row the texts of the merged cells that reach into it from above. */
function noteMerged({ rows, merges }: SheetReader): void {
  if (merges.length === 0) return
  const byLine = new Map(rows.map((row, index) => [row.line, { row, index }]))
  for (const { column, from, to } of merges) {
    const first = byLine.get(from)
    const text = first?.row.cells[column] ?? ''
    if (!first || text === '') continue
    for (let i = first.index + 1; i < rows.length && rows[i]!.line <= to; i++)
      (rows[i]!.merged ??= {})[column] = text
  }
}

/** 0 for A, 26 for AA. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? ''
  return letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function lineOf(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? 0)
}
