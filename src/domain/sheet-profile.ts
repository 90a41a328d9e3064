/** What a whole sheet holds, column by column: enough to guess what each is, and to refuse what must not be kept. */
import { Invalid } from './errors.js'
import type { ProblemCode } from './problem.js'
import { firmHeading, looksLikeNationalId, personalHeading, type PersonalHeading } from './personal-data.js'
import { addTo, emptyColumn, type ColumnProfile } from './column-profile.js'
import { cellFacts, isTotalLabel, type CellFacts, type Names } from './sheet-cells.js'
import { findHeader, type Header } from './sheet-header.js'
import type { TableRow } from './table.js'

export interface SheetProfile {
  header: Header
  columns: ColumnProfile[]
  /** Columns of firms' names or numbers: nothing of them may be kept as it is. */
  firms: number[]
}

const lookedAtForHeader = 60
const remembered = 20_000

/** Takes the rows in order; refuses the sheet as soon as it shows somebody's name or number. */
export class SheetProfiler {
  readonly #names: Names
  readonly #early: TableRow[] = []
  readonly #columns: ColumnProfile[] = []
  readonly #known: Map<string, CellFacts>[] = []
  #header: Header | undefined

  constructor(names: Names) {
    this.#names = names
  }

  take(rows: readonly TableRow[]): void {
    for (const row of rows) {
      if (this.#header) this.#count(row)
      else this.#early.push(row)
    }
    if (!this.#header && this.#early.length >= lookedAtForHeader) this.#begin()
  }

  /** What was seen so far. */
  get profile(): SheetProfile {
    const header = this.#header ?? this.#begin()
    const firms = this.#columns.flatMap((column, index) => (holdsFirms(column) ? [index] : []))
    return { header, columns: this.#columns, firms }
  }

  finish(): SheetProfile {
    const { profile } = this
    for (const [index, column] of profile.columns.entries())
      if (!profile.firms.includes(index)) refusePersonal(column, labelOf(column, index))
    return profile
  }

  /** Once some rows are there, it can be seen where the data begins. */
  #begin(): Header {
    const early = this.#early.splice(0)
    const seen = early.slice(0, lookedAtForHeader)
    this.#header = findHeader(
      seen.map(row => ({ row, facts: row.cells.map(cell => cellFacts(cell, this.#names)) })),
    )
    for (const heading of this.#header.headings) this.#columns.push(emptyColumn(heading))
    for (const row of early) {
      if (row.line < this.#header.dataFrom) refuseNationalIds(row)
      else this.#count(row)
    }
    return this.#header
  }

  #count(row: TableRow): void {
    const isTotal = isTotalLabel(row.cells.find(cell => cell !== '') ?? '')
    for (const [index, cell] of row.cells.entries()) {
      const column = (this.#columns[index] ??= emptyColumn(''))
      if (cell === '') continue
      const facts = this.#factsOf(index, cell)
      if (facts.nationalId) refuse('national-ids', labelOf(column, index), row.line)
      if (!isTotal) addTo(column, facts)
    }
  }

  #factsOf(index: number, cell: string): CellFacts {
    const memory = (this.#known[index] ??= new Map<string, CellFacts>())
    const before = memory.get(cell)
    if (before) return before
    const facts = cellFacts(cell, this.#names)
    if (memory.size < remembered) memory.set(cell, facts)
    return facts
  }
}

/** Three different names are no accident; one heading is enough. Districts are no names of people. */
function refusePersonal(column: ColumnProfile, label: string): void {
  const said = personalHeading(column.heading)
  const isPlace = column.districts * 2 > column.filled
  if (said && !isPlace && column.filled > 0) refuse(said, label)
  if (column.persons.size >= 3 && !isPlace) refuse('names', label)
}

/** Three firms in a column are no accident; a heading that says so is enough, unless it stands above counts or streams. */
function holdsFirms(column: ColumnProfile): boolean {
  const { filled, counts, dashes, streams, districts } = column
  if (filled === 0 || districts * 2 > filled) return false
  if (personalHeading(column.heading) === 'firms' || column.firms.size >= 3) return true
  return firmHeading(column.heading) && (counts + dashes + streams) * 2 < filled
}

/** A sheet with firms that lists no lots. */
export function refuseFirms({ columns, firms }: SheetProfile): never {
  refuse('firms', labelOf(columns[firms[0]!]!, firms[0]!))
}

/** Its heading, or its number where it has none. What stands in it is never repeated. */
function labelOf({ heading }: ColumnProfile, index: number): string {
  return heading || String(index + 1)
}

function refuseNationalIds(row: TableRow): void {
  const index = row.cells.findIndex(looksLikeNationalId)
  if (index !== -1) refuse('national-ids', String(index + 1), row.line)
}

const codes: Record<PersonalHeading, ProblemCode> = {
  names: 'looks-like-names',
  'national-ids': 'looks-like-national-ids',
  firms: 'looks-like-firms',
}

function refuse(what: PersonalHeading, column: string, line?: number): never {
  throw new Invalid({
    file: { code: codes[what], values: { column, ...(line === undefined ? {} : { line }) } },
  })
}
