/** Where the data of a sheet begins, and what its columns are called. Titles stand above, headings may be in two rows. */
import type { CellFacts } from './sheet-cells.js'
import type { TableRow } from './table.js'

export interface Header {
  /** The line of the first row of data. */
  dataFrom: number
  headings: string[]
}

interface SeenRow {
  row: TableRow
  facts: CellFacts[]
}

export function findHeader(seen: readonly SeenRow[]): Header {
  const first = firstOfData(seen)
  const above = seen[first - 1]
  const headings = above && isHeading(above) ? above.row.cells : []
  const upper = seen[first - 2]
  const whole =
    upper && headings.length > 0 && isUpperHeading(upper, above!)
      ? joined(upper.row.cells, headings)
      : headings
  return { dataFrom: seen[first]?.row.line ?? Number.MAX_SAFE_INTEGER, headings: whole.map(tidy) }
}

/** The first row with a day and a number, or with a day and a district that reports nothing; in a sheet without days, the first below a row of several words. */
function firstOfData(seen: readonly SeenRow[]): number {
  const withDay = seen.findIndex(
    ({ facts }) => facts.some(f => f.day) && facts.some(f => (f.count && !f.day) || f.dash || f.district),
  )
  if (withDay !== -1) return withDay
  const heading = seen.findIndex(({ facts }) => wordsIn(facts) >= 2)
  return heading === -1 ? 0 : heading + 1
}

function isHeading({ facts }: SeenRow): boolean {
  return wordsIn(facts) >= 2 && facts.every(fact => !fact.day && !fact.district)
}

/** A row above the headings belongs to them when it names what they leave open: merged cells leave gaps below. */
function isUpperHeading(upper: SeenRow, lower: SeenRow): boolean {
  const gaps = lower.row.cells.some((cell, i) => cell === '' && (upper.row.cells[i] ?? '') !== '')
  return gaps && isHeading(upper)
}

/** A merged heading stands in its first column only, and covers the empty ones to its right. */
function joined(upper: readonly string[], lower: readonly string[]): string[] {
  let covering = ''
  return lower.map((text, i) => {
    covering = upper[i] || (text === '' ? '' : covering)
    return text === '' || covering === '' ? text || covering : `${covering} ${text}`
  })
}

function wordsIn(facts: readonly CellFacts[]): number {
  return facts.filter(fact => fact.text !== '' && !fact.count && !fact.dash && !fact.day).length
}

function tidy(heading: string): string {
  return heading.replace(/\s+/g, ' ').slice(0, 80)
}
