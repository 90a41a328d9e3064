/** A list of targets, by district, month and stream. It is taken whole or not at all. */
import { aliasKey, type District } from './district.js'
import { isTotalLabel, type Names } from './sheet-cells.js'
import { streamKey, streamOfHeading } from './stream-alias.js'
import { remainder } from './pace.js'
import type { TableRow } from './table.js'
import type { Target } from './target.js'
import type { Month } from './time.js'
import { writtenCount } from './written-count.js'
import { writtenMonth } from './written-month.js'

export const targetMistakes = [
  'district-unknown',
  'month-unreadable',
  'month-of-another-year',
  'stream-unknown',
  'amount-unreadable',
  'repeated',
  'total-differs',
] as const

export interface TargetMistake {
  line: number
  text: string
  reason: (typeof targetMistakes)[number]
  /** The line it repeats, or by how much a total differs. */
  detail: number | null
}

export const targetColumns = ['district', 'month', 'stream', 'amount'] as const
export type TargetColumn = (typeof targetColumns)[number]

export interface TargetSheet {
  targets: Target[]
  mistakes: TargetMistake[]
  /** What no heading was found for; then nothing is read. */
  missing: TargetColumn | null
}

export interface TargetContext {
  names: Names
  districts: ReadonlyMap<string, District>
  year: number
}

const headings: Record<Exclude<TargetColumn, 'amount'>, RegExp> = {
  district: /\b(?:kab|kabupaten|kota|wilayah|daerah|district|kode|code)\b/i,
  month: /\b(?:bulan|month|periode|period)\b/i,
  stream: /\b(?:jalur|segmen|stream|jenis)\b/i,
}
const amountHeading = /\b(?:target|jumlah|amount|peserta)\b/i

interface Columns {
  district: number
  month: number
  stream: number
  amounts: { index: number; streamId: string | null }[]
}

export function readTargetSheet(rows: readonly TableRow[], context: TargetContext): TargetSheet {
  const result: TargetSheet = { targets: [], mistakes: [], missing: null }
  const found = findColumns(rows, context.names)
  if (typeof found === 'string') return { ...result, missing: found }
  const lines = new Map<string, number>()
  for (const row of rows.slice(found.header + 1)) {
    if (row.cells.some(cell => isTotalLabel(cell))) checkTotal(row, found.columns, result)
    else
      for (const amount of found.columns.amounts)
        readAmount(row, { columns: found.columns, amount, context, lines }, result)
  }
  return result
}

/** The headings stand in one of the first rows; what none of them names is told. */
function findColumns(
  rows: readonly TableRow[],
  names: Names,
): { header: number; columns: Columns } | TargetColumn {
  let missing: TargetColumn = 'district'
  for (const [header, { cells }] of rows.slice(0, 20).entries()) {
    const at = (column: keyof typeof headings) => cells.findIndex(cell => headings[column].test(cell))
    const columns = {
      district: at('district'),
      month: at('month'),
      stream: at('stream'),
      amounts: amountsIn(cells, names),
    }
    if (columns.district === -1) continue
    if (columns.month === -1) missing = 'month'
    else if (columns.amounts.length === 0) missing = 'amount'
    else if (columns.stream === -1 && columns.amounts.some(amount => amount.streamId === null))
      missing = 'stream'
    else return { header, columns }
  }
  return missing
}

/** Columns that name a stream, or else the one of the amounts. */
function amountsIn(cells: readonly string[], { streams }: Names): Columns['amounts'] {
  const isOther = (cell: string) => Object.values(headings).some(pattern => pattern.test(cell))
  const named = cells.flatMap((cell, index) => {
    const streamId = isOther(cell) ? undefined : streamOfHeading(cell, streams)
    return streamId === undefined ? [] : [{ index, streamId }]
  })
  if (named.length > 0) return named
  const index = cells.findIndex(cell => amountHeading.test(cell) && !isOther(cell))
  return index === -1 ? [] : [{ index, streamId: null }]
}

interface Place {
  columns: Columns
  amount: Columns['amounts'][number]
  context: TargetContext
  lines: Map<string, number>
}

function readAmount(
  { line, cells }: TableRow,
  { columns, amount, context, lines }: Place,
  { targets, mistakes }: TargetSheet,
): void {
  const [district, month, text] = [
    cells[columns.district] ?? '',
    cells[columns.month] ?? '',
    cells[amount.index] ?? '',
  ]
  const refuse = (reason: TargetMistake['reason'], what: string, detail: number | null = null) =>
    void mistakes.push({ line, text: what.slice(0, 60), reason, detail })
  const districtCode = context.names.districts.get(aliasKey(district))
  if (!districtCode) return refuse('district-unknown', district)
  const inMonth = writtenMonth(month, context.year)
  if (!inMonth) return refuse('month-unreadable', month)
  if (!inMonth.startsWith(String(context.year))) return refuse('month-of-another-year', month)
  const written = cells[columns.stream] ?? ''
  const streamId = amount.streamId ?? context.names.streams.get(streamKey(written))
  if (!streamId) return refuse('stream-unknown', written)
  const count = writtenCount(text)
  if (typeof count !== 'number') return refuse('amount-unreadable', text)
  const key = `${districtCode} ${streamId} ${inMonth satisfies Month}`
  const before = lines.get(key)
  if (before !== undefined) return refuse('repeated', district, before)
  lines.set(key, line)
  targets.push({ districtCode, streamId, month: inMonth, amount: count })
}

/** A row of totals must be what it says: parts add up to their parent. */
function checkTotal(
  { line, cells }: TableRow,
  { amounts }: Columns,
  { targets, mistakes }: TargetSheet,
): void {
  for (const { index, streamId } of amounts) {
    const said = writtenCount(cells[index] ?? '')
    const parts = targets.filter(target => streamId === null || target.streamId === streamId)
    const differs =
      typeof said === 'number'
        ? remainder(
            said,
            parts.map(part => part.amount),
          )
        : 0
    if (differs !== 0) mistakes.push({ line, text: cells[index]!, reason: 'total-differs', detail: differs })
  }
}
