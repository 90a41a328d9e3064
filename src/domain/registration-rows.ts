/** Rows of a sheet → records. Every row is taken, refused with a reason, or explained; none disappears. */
import { createColumnReaders, type Read, type ReadingContext } from './registration-columns.js'
import { firmMark } from './firm-name.js'
import type { Refusal, RefusalReason } from './registration-refusal.js'
import { columnOf, leftOut, valueColumns, type Reading, type ValueColumn } from './registration-sheet.js'
import type { TableRow } from './table.js'
import type { Day } from './time.js'
import { noteName, type UnknownName } from './unknown-names.js'
import { writtenCount } from './written-count.js'

/** What one row says of one district and day: a count per value column. */
export interface SheetRecord {
  line: number
  /** The heading of the count, where one line holds several rows. */
  place?: string
  /** The last of its days. */
  day: Day
  spanDays: number
  districtCode: string
  /** The stream of the row, where a column names it. */
  streamId: string | null
  counts: (number | null)[]
  /** In a list of employer lots. */
  firmKey?: string
  /** False where the district did not exist on that day. */
  applies: boolean
}

export interface RowsRead {
  records: SheetRecord[]
  refusals: Refusal[]
  rows: { read: number; totals: number; leftOut: number; ahead: number; headings: number; notes: number }
  unknownDistricts: UnknownName[]
  unknownStreams: UnknownName[]
}

/** Takes the rows of a sheet in order, some at a time. */
export class RowReader {
  readonly #reading: Reading
  readonly #today: Day
  readonly #read: ReturnType<typeof createColumnReaders>
  readonly #at: Record<'day' | 'district' | 'stream' | 'firm', number>
  readonly #values: ValueColumn[]
  readonly #result: RowsRead = {
    records: [],
    refusals: [],
    rows: { read: 0, totals: 0, leftOut: 0, ahead: 0, headings: 0, notes: 0 },
    unknownDistricts: [],
    unknownStreams: [],
  }
  readonly #wordy = new Set<number>()
  readonly #needsStream: boolean
  readonly #noCounts: null[]
  readonly #unknown = { district: new Map<string, UnknownName>(), stream: new Map<string, UnknownName>() }
  #lastTaken = 0

  constructor(reading: Reading, context: ReadingContext) {
    this.#reading = reading
    this.#today = context.today
    this.#read = createColumnReaders(reading, context)
    this.#at = {
      day: columnOf(reading, 'day'),
      district: columnOf(reading, 'district'),
      stream: columnOf(reading, 'stream'),
      firm: columnOf(reading, 'firm'),
    }
    this.#values = valueColumns(reading)
    this.#needsStream = this.#values.some(value => value.streamId === null)
    this.#noCounts = this.#values.map(() => null)
  }

  take(batch: readonly TableRow[]): void {
    for (const row of batch) if (row.line >= this.#reading.dataFrom) this.#takeRow(row)
  }

  finish(): RowsRead {
    const { refusals, rows } = this.#result
    while (refusals.length > 0 && this.#isNote(refusals.at(-1)!.line)) {
      refusals.pop()
      rows.notes++
    }
    this.#result.unknownDistricts = [...this.#unknown.district.values()]
    this.#result.unknownStreams = [...this.#unknown.stream.values()]
    return this.#result
  }

  #takeRow(row: TableRow): void {
    const { rows } = this.#result
    rows.read++
    if (this.#isTotal(row.cells)) return void rows.totals++
    if (this.#isHeadingAgain(row.cells)) return void rows.headings++
    const day = this.#cell(row, this.#at.day, this.#read.day)
    const districtCode = day && this.#cell(row, this.#at.district, this.#read.district)
    const streamId = districtCode && this.#stream(row)
    if (!day || !districtCode || streamId === undefined) return
    const firmKey = this.#at.firm === -1 ? undefined : this.#firm(row, day.days)
    if (firmKey === '') return
    if (districtCode === leftOut || streamId === leftOut) return void rows.leftOut++
    // Spelled out: an object made by spreading another is five times slower to read.
    const counts = this.#noCounts.slice()
    const record: SheetRecord = {
      line: row.line,
      day: day.last,
      spanDays: day.days,
      districtCode,
      streamId: streamId || null,
      counts,
      applies: true,
    }
    if (row.place !== undefined) record.place = row.place
    if (firmKey !== undefined) record.firmKey = firmKey
    this.#takeCounts(row, record)
  }

  #takeCounts(row: TableRow, record: SheetRecord): void {
    for (let i = 0; i < this.#values.length; i++) {
      const { index } = this.#values[i]!
      const count = this.#read.count(row.cells[index] ?? '')
      if (typeof count === 'string') return this.#refuse({ reason: count }, index, row)
      record.counts[i] = count
    }
    if (record.firmKey !== undefined && !record.counts.some(count => count !== null && count > 0))
      return this.#refuse({ reason: 'size-missing' }, this.#values[0]!.index, row)
    const fits = this.#read.fits(record.districtCode, record.day, record.counts)
    if (!fits.ok) return this.#refuse(fits, this.#values[0]!.index, row)
    if (record.day > this.#today) return void this.#result.rows.ahead++
    record.applies = fits.value
    this.#result.records.push(record)
    this.#lastTaken = row.line
  }

  /** Empty for a row that cannot be a lot: it is refused. */
  #firm(row: TableRow, days: number): string {
    const { day, firm } = this.#at
    const text = row.cells[firm] ?? ''
    if (days > 1) this.#refuse({ reason: 'one-day-needed' }, day, row)
    else if (!text.startsWith(firmMark)) this.#refuse({ reason: 'firm-missing' }, firm, row)
    else return text.slice(firmMark.length)
    return ''
  }

  /** Empty where every value column has its stream by itself. */
  #stream(row: TableRow): string | undefined {
    return this.#needsStream ? this.#cell(row, this.#at.stream, this.#read.stream) : ''
  }

  #cell<T>(row: TableRow, index: number, read: (text: string) => Read<T>): T | undefined {
    const found = read(row.cells[index] || (row.merged?.[index] ?? ''))
    if (found.ok) return found.value
    this.#refuse(found, index, row)
    return undefined
  }

  #refuse(found: { reason: RefusalReason; detail?: string | number }, index: number, row: TableRow): void {
    const text = (row.cells[index] ?? '').slice(0, 60)
    const { reason, detail = null } = found
    const { refusals } = this.#result
    if (reason === 'district-unknown') noteName(this.#unknown.district, text, row.line)
    if (reason === 'stream-unknown') noteName(this.#unknown.stream, text, row.line)
    if (index === this.#at.day && !this.#holdsCount(row)) this.#wordy.add(row.line)
    refusals.push({
      line: row.line,
      ...(row.place === undefined ? {} : { place: row.place }),
      column: row.place || this.#reading.headings[index] || String(index + 1),
      text,
      reason,
      detail,
    })
  }

  #holdsCount({ cells }: TableRow): boolean {
    return this.#values.some(({ index }) => typeof writtenCount(cells[index] ?? '') === 'number')
  }

  #isTotal(cells: readonly string[]): boolean {
    const first = cells[0] || cells.find(cell => cell !== '')
    const { district, stream } = this.#at
    const { total } = this.#read
    return total(first ?? '') || total(cells[district] ?? '') || total(cells[stream] ?? '')
  }

  /** Long prints repeat their headings on every page. */
  #isHeadingAgain(cells: readonly string[]): boolean {
    const same = (index: number) => cells[index] === this.#reading.headings[index]
    return Boolean(cells[this.#at.day]) && same(this.#at.day) && same(this.#at.district)
  }

  /** Below the last row of data stand sources, places and signatures: rows with neither a day nor a count. */
  #isNote(line: number): boolean {
    return line > this.#lastTaken && this.#wordy.has(line)
  }
}
