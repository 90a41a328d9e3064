/** Wide sheets, with districts or days across: each of their counts becomes a row of its own, with its place told. */
import { aliasKey } from './district.js'
import { cellFacts, isTotalLabel, type Names } from './sheet-cells.js'
import { streamKey } from './stream-alias.js'
import type { Table, TableRow } from './table.js'
import { isDay } from './time.js'
import { monthNumber } from './written-names.js'

export interface WideColumn {
  index: number
  /** The district or the day it is of, as it is written above it. */
  heading: string
  /** The stream it is of, where a second row of headings names it. */
  stream: string
}

export interface WideLayout {
  across: 'districts' | 'days'
  /** The first line below the headings. */
  dataFrom: number
  /** Columns beside the counts, with their headings. */
  beside: { index: number; heading: string }[]
  columns: WideColumn[]
}

const lookedAt = 40
/** Fewer districts or days in one row are a title, not headings. */
const leastAcross = 3
/** Numbers across are days only in a row: rows of data hold numbers too. */
const leastNumbers = 5

/** The layout of a wide sheet, from its first rows; nothing for one with a row per day and district. */
export function findWideLayout(rows: readonly TableRow[], names: Names): WideLayout | undefined {
  const early = rows.slice(0, lookedAt)
  for (const [index, row] of early.entries()) {
    const days = daysAcross(row, early.slice(0, index + 1))
    if (days.length >= leastAcross && rowsAreOf(early.slice(index + 1), days, districtIn(names)))
      return layout('days', { rows: early, index, across: days, names })
    const districts = acrossIn(row, text => (isDistrict(text, names) ? text : undefined))
    if (
      areHeadings(districts, early[index + 1], names) &&
      rowsAreOf(early.slice(index + 1), districts, dayIn(names))
    )
      return layout('districts', { rows: early, index, across: districts, names })
  }
  return undefined
}

function areHeadings(across: readonly Across[], below: TableRow | undefined, names: Names): boolean {
  if (across.length >= leastAcross) return true
  return across.length > 1 && below !== undefined && streamsBelow(below, across, names) !== undefined
}

type Across = { index: number; heading: string }

function acrossIn({ cells }: TableRow, read: (text: string) => string | undefined): Across[] {
  return cells.flatMap((text, index) => {
    const heading = text === '' ? undefined : read(text)
    return heading === undefined ? [] : [{ index, heading }]
  })
}

function isDistrict(text: string, names: Names): boolean {
  return !/^\d+$/.test(text) && names.districts.has(aliasKey(text))
}

/** Whole dates; or the numbers of a month that a title above tells: "Oktober 2026" over 1, 2, 3 … */
function daysAcross(row: TableRow, above: readonly TableRow[]): Across[] {
  const dates = acrossIn(row, text => (cellFacts(text, noNames).day ? text : undefined))
  if (dates.length >= leastAcross) return dates
  const numbers = acrossIn(row, text => (/^\d{1,2}$/.test(text) ? text : undefined))
  const isRun = numbers.every(
    ({ heading }, i) => i === 0 || Number(heading) === Number(numbers[i - 1]!.heading) + 1,
  )
  const month = isRun && numbers.length >= leastNumbers ? titleMonth(above) : undefined
  if (month === undefined) return []
  return numbers
    .map(({ index, heading }) => ({ index, heading: `${month}-${heading.padStart(2, '0')}` }))
    .filter(({ heading }) => isDay(heading))
}

const noNames: Names = { districts: new Map(), streams: new Map() }

function titleMonth(rows: readonly TableRow[]): string | undefined {
  for (const text of rows.flatMap(row => row.cells).toReversed()) {
    const found = /([a-z]{3,9})\.?\s+(20\d{2}|19\d{2})/i.exec(text)
    const month = found ? monthNumber(found[1]!) : undefined
    if (month !== undefined) return `${found![2]}-${String(month).padStart(2, '0')}`
  }
  return undefined
}

const dayIn = (names: Names) => (text: string) => cellFacts(text, names).day !== undefined
const districtIn = (names: Names) => (text: string) => isDistrict(text, names)

/** Below the headings, some row has what it is of beside the counts. */
function rowsAreOf(
  below: readonly TableRow[],
  across: readonly Across[],
  is: (text: string) => boolean,
): boolean {
  const taken = new Set(across.map(({ index }) => index))
  return below.some(({ cells }) => cells.some((text, index) => !taken.has(index) && text !== '' && is(text)))
}

interface Found {
  rows: readonly TableRow[]
  index: number
  across: readonly Across[]
  names: Names
}

function layout(kind: WideLayout['across'], { rows, index, across, names }: Found): WideLayout {
  const heading = rows[index]!
  const below = rows[index + 1]
  const streams = below ? streamsBelow(below, across, names) : undefined
  const columns = streams ?? across.map(column => ({ ...column, stream: '' }))
  const taken = new Set(columns.map(column => column.index))
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const beside = Array.from({ length: width }, (_, at) => ({ index: at, heading: heading.cells[at] ?? '' }))
  return {
    across: kind,
    dataFrom: (streams ? below! : heading).line + 1,
    beside: beside.filter(column => !taken.has(column.index) && !isSum(rows, index, column.index)),
    columns,
  }
}

function isSum(rows: readonly TableRow[], index: number, at: number): boolean {
  return [rows[index], rows[index + 1]].some(row => isTotalLabel(row?.cells[at] ?? ''))
}

/** A district stands once above its streams: its heading covers the empty cells to its right. */
function streamsBelow(below: TableRow, across: readonly Across[], names: Names): WideColumn[] | undefined {
  const columns: WideColumn[] = []
  for (const [index, text] of below.cells.entries()) {
    const heading = across.findLast(column => column.index <= index)?.heading
    if (heading !== undefined && names.streams.has(streamKey(text)))
      columns.push({ index, heading, stream: text })
  }
  return columns.length >= across.length ? columns : undefined
}

/** The sheet as if each count stood in a row of its own, under headings of its own. */
export function asLong(table: Table, wide: WideLayout | null): Table {
  if (wide === null) return table
  return { format: table.format, batches: () => longBatches(table, wide) }
}

async function* longBatches(table: Table, wide: WideLayout): AsyncGenerator<TableRow[]> {
  let above: TableRow[] = [{ line: wide.dataFrom - 1, cells: headingsOf(wide) }]
  for await (const rows of table.batches()) {
    yield [...above, ...rows.filter(row => row.line >= wide.dataFrom).flatMap(row => longRows(row, wide))]
    above = []
  }
}

function headingsOf({ across, beside, columns }: WideLayout): string[] {
  const streams = columns.some(({ stream }) => stream !== '') ? ['Jalur'] : []
  const own = beside.map(({ heading }) => heading)
  return [...own, across === 'days' ? 'Tanggal' : 'Kabupaten/Kota', ...streams, 'Jumlah']
}

/** A row of totals or notes stays one row, so that it is explained once. */
function longRows({ line, cells, merged }: TableRow, { beside, columns }: WideLayout): TableRow[] {
  const own = beside.map(({ index }) => cells[index] || (merged?.[index] ?? ''))
  const hasStreams = columns.some(({ stream }) => stream !== '')
  const counts = columns.map(({ index }) => cells[index] ?? '')
  if (own.some(isTotalLabel) || counts.every(text => text === ''))
    return [{ line, cells: [...own, '', ...(hasStreams ? [''] : []), ''] }]
  return columns.map(({ heading, stream }, at) => ({
    line,
    cells: [...own, heading, ...(hasStreams ? [stream] : []), counts[at]!],
    place: stream ? `${heading} ${stream}` : heading,
  }))
}
