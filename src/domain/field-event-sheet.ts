/** A list of field events, one a row. It is taken whole or not at all. */
import type { FieldEvent } from './field-event.js'
import {
  readEvent,
  type FieldEventColumn,
  type FieldEventContext,
  type FieldEventRefusal,
  type WrittenEvent,
} from './field-event-row.js'
import type { TableRow } from './table.js'
import { writtenDay, type DayOrder } from './written-day.js'

export interface FieldEventMistake {
  line: number
  text: string
  reason: FieldEventRefusal
  /** The line it repeats. */
  detail: number | null
}

export interface SheetEvent {
  line: number
  facts: WrittenEvent
  /** It stands in the diary like this already. */
  isKnown: boolean
}

export interface FieldEventSheet {
  events: SheetEvent[]
  mistakes: FieldEventMistake[]
  /** What no heading was found for; then nothing is read. */
  missing: FieldEventColumn | null
}

/** The first that fits takes a column: "Jenis kegiatan" is a kind, "Nama kegiatan" a title. */
const headings: [FieldEventColumn, RegExp][] = [
  ['kind', /\b(?:jenis|kind|type)\b/i],
  ['lastDay', /\b(?:terakhir|selesai|sampai|last|end|until|akhir)\b/i],
  ['firstDay', /\b(?:pertama|mulai|tanggal|tgl|hari|first|start|from|date|day)\b/i],
  ['districts', /\b(?:kab|kabupaten|kota|wilayah|daerah|districts?|area)\b/i],
  ['note', /\b(?:catatan|keterangan|notes?|remarks?)\b/i],
  ['title', /\b(?:judul|nama|kegiatan|title|name|event)\b/i],
]
const needed = ['title', 'kind', 'firstDay', 'districts'] as const

/**
 * Takes the rows of a file and what districts are called; returns an event or a reason for every row below the
 * headings. Days such as 03/10/2026 are read only where another day of the file shows the order of day and month.
 */
export function readFieldEventSheet(rows: readonly TableRow[], context: FieldEventContext): FieldEventSheet {
  const sheet: FieldEventSheet = { events: [], mistakes: [], missing: null }
  const found = findColumns(rows)
  if ('missing' in found) return { ...sheet, missing: found.missing }
  const below = rows.slice(found.header + 1)
  const order = orderOf(below, found.columns)
  const lines = new Map<string, number>()
  for (const { line, cells } of below) {
    const cell = (column: FieldEventColumn) => cells[found.columns.get(column) ?? -1] ?? ''
    const read = readEvent(cell, { ...context, order })
    const key = 'reason' in read ? '' : fieldEventKey(read)
    const before = lines.get(key)
    if ('reason' in read)
      sheet.mistakes.push({ line, text: read.text.slice(0, 60), reason: read.reason, detail: null })
    else if (before !== undefined)
      sheet.mistakes.push({ line, text: read.title, reason: 'repeated', detail: before })
    else {
      lines.set(key, line)
      sheet.events.push({ line, facts: read, isKnown: false })
    }
  }
  return sheet
}

type Columns = ReadonlyMap<FieldEventColumn, number>

/** The headings stand in one of the first rows; what the fullest of them lacks is told. */
function findColumns(
  rows: readonly TableRow[],
): { header: number; columns: Columns } | { missing: FieldEventColumn } {
  let [most, missing]: [number, FieldEventColumn] = [0, 'title']
  for (const [header, { cells }] of rows.slice(0, 20).entries()) {
    const columns = columnsIn(cells)
    const lacks = needed.find(column => !columns.has(column))
    if (!lacks) return { header, columns }
    if (columns.size > most) [most, missing] = [columns.size, lacks]
  }
  return { missing }
}

function columnsIn(cells: readonly string[]): Columns {
  const columns = new Map<FieldEventColumn, number>()
  for (const [index, cell] of cells.entries()) {
    const column = headings.find(([, pattern]) => pattern.test(cell))?.[0]
    if (column && !columns.has(column)) columns.set(column, index)
  }
  return columns
}

/** What the days of the file that can only be read one way say; nothing where they disagree. */
function orderOf(rows: readonly TableRow[], columns: Columns): DayOrder | null {
  const seen = new Set<DayOrder>()
  for (const { cells } of rows)
    for (const column of ['firstDay', 'lastDay'] as const) {
      const day = writtenDay(cells[columns.get(column) ?? -1] ?? '')
      if (day && day.dayMonth === null) seen.add('month-day')
      if (day && day.monthDay === null) seen.add('day-month')
    }
  return seen.size === 1 ? [...seen][0]! : null
}

/** The same event: its kind, days and title, however the title is spaced or capitalised. */
function fieldEventKey({
  kind,
  title,
  firstDay,
  lastDay,
}: Pick<FieldEvent, 'kind' | 'title' | 'firstDay' | 'lastDay'>): string {
  return [kind, firstDay, lastDay, title.toLowerCase().replace(/\s+/g, ' ')].join('|')
}

/** Takes what was read and the events of the diary that are not cancelled; marks what it has, refuses contradictions. */
export function withKnownEvents(sheet: FieldEventSheet, diary: readonly FieldEvent[]): FieldEventSheet {
  const places = new Map<string, Set<string>>()
  for (const event of diary) {
    const key = fieldEventKey(event)
    places.set(key, (places.get(key) ?? new Set()).add(event.districtCodes.toSorted().join()))
  }
  const mistakes = [...sheet.mistakes]
  const events = sheet.events.flatMap(event => {
    const known = places.get(fieldEventKey(event.facts))
    const isKnown = known?.has(event.facts.districtCodes.join()) ?? false
    if (!known || isKnown) return [{ ...event, isKnown }]
    mistakes.push({ line: event.line, text: event.facts.title, reason: 'known-elsewhere', detail: null })
    return []
  })
  return { ...sheet, events, mistakes: mistakes.toSorted((a, b) => a.line - b.line) }
}
