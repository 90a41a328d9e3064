/** The rows of a station log → its runs, and for every row what it means. Nothing is left out without a word. */
import { isClock, key, looksLikeRun } from './log-columns.js'
import { logDay, type LogDay, type LogPeriod } from './log-day.js'
import type { LogEntry, LogRead, LogReading, LogRow, RowMeaning } from './station-log.js'
import type { Day } from './time.js'
import { addDays } from './time.js'
import { lengthWithin, writtenLength } from './written-length.js'
import { writtenTimes, type WrittenTime } from './written-time.js'

export interface LogContext {
  period: LogPeriod
  /** Papers and sites: a run has a day and no time. */
  timeless: boolean
}

const totals = /^(?:grand\s+|sub\s*)?(?:total|jumlah|jml|rekap)\b/i
const pages = /^(?:halaman|hal\.?|page|lembar)\s*:?\s*\d+/i
const notAired =
  /\b(?:tidak|tdk|batal|gagal|cancel(?:led)?|not aired|no)\b\s*(?:jadi\s*)?(?:di)?(?:tayang|siar|putar|muat|terbit|aired)?/i

export function readLogRows(rows: readonly LogRow[], reading: LogReading, context: LogContext): LogRead {
  const reader = new TableReader(reading, context)
  for (const row of rows) reader.take(row)
  return reader.read
}

class TableReader {
  readonly read: LogRead = { entries: [], rows: [], swappedDays: 0 }
  readonly #reading: LogReading
  readonly #context: LogContext
  readonly #known = new Set<string>()
  #sheet: string | null = null
  /** The day that rows without one belong to. */
  #day: Day | null = null
  #begun = false

  constructor(reading: LogReading, context: LogContext) {
    this.#reading = reading
    this.#context = context
  }

  take(row: LogRow): void {
    if (row.sheet !== this.#sheet) this.#beginSheet(row.sheet)
    const meaning = this.#meaningOf(row)
    const text = row.cells.filter(Boolean).join(' · ').slice(0, 160)
    this.read.rows.push({ sheet: row.sheet, line: row.line, meaning, text })
  }

  /** A sheet may be named after its day. */
  #beginSheet(name: string): void {
    this.#sheet = name
    this.#begun = false
    const named = logDay(name, this.#context.period)
    this.#day = named && 'day' in named ? named.day : null
  }

  #meaningOf(row: LogRow): RowMeaning {
    const filled = row.cells.filter(cell => cell !== '')
    const first = filled[0] ?? ''
    if (this.#isHeading(row.cells)) return 'heading'
    if (pages.test(first)) return 'page'
    if (filled.some(cell => totals.test(cell)) && !filled.some(isClock)) return 'total'
    if (filled.length === 1 || (!this.#begun && !looksLikeRun(row, this.#context.period))) {
      const lone = filled.length === 1 ? this.#loneDay(first) : undefined
      if (lone) return lone
      if (!this.#begun) return 'title'
    }
    return this.#meaningOfRun(row, filled)
  }

  #isHeading(cells: readonly string[]): boolean {
    const { headings } = this.#reading
    if (headings.length === 0) return false
    const same = cells.filter((cell, i) => cell !== '' && key(headings[i] ?? '').endsWith(key(cell))).length
    const filled = cells.filter(cell => cell !== '').length
    return same >= 2 && same >= filled - 1
  }

  /** "Senin, 31 Oktober 2011" on a line of its own is the day of the rows below. */
  #loneDay(text: string): RowMeaning | undefined {
    if (this.#context.timeless || /^\d{1,2}$/.test(text)) return undefined
    const found = logDay(text, this.#context.period)
    if (!found || !('day' in found)) return undefined
    this.#day = found.day
    return 'day'
  }

  #meaningOfRun(row: LogRow, filled: readonly string[]): RowMeaning {
    const times = this.#timesOf(row)
    if (times === 'bad') return 'bad-time'
    if (times.length === 0 && !this.#context.timeless) return this.#withoutTime(row, filled)
    const found = this.#dayOf(row)
    if (found && 'problem' in found) {
      this.#day = null
      return problemMeanings[found.problem]
    }
    if (this.#at(row, 'status') && notAired.test(this.#at(row, 'status'))) return 'not-run'
    if (found?.swapped) this.read.swappedDays += 1
    this.#day = found?.day ?? this.#day
    this.#begun = true
    return this.#takeRuns(row, times)
  }

  /** A run that lost its time is refused by name; a line of prose between the runs is a note. */
  #withoutTime(row: LogRow, filled: readonly string[]): RowMeaning {
    const day = this.#dayOf(row)
    const hasOwn = this.#at(row, 'material') !== '' && filled.length >= 2 && (day || this.#at(row, 'length'))
    if (hasOwn && notAired.test(this.#at(row, 'status'))) return 'not-run'
    if (hasOwn) return 'no-time'
    if (day && 'day' in day && filled.length <= 2) {
      this.#day = day.day
      return 'day'
    }
    return this.#begun ? 'note' : 'title'
  }

  #takeRuns(row: LogRow, times: readonly PlacedTime[]): RowMeaning {
    const runs: PlacedTime[] = this.#context.timeless
      ? [{ minute: null, second: null, day: this.#day }]
      : [...times]
    if (runs.some(run => (run.day ?? this.#day) === null)) return 'no-day'
    const { first, last } = this.#context.period
    const entries = runs.map(run => this.#entryOf(row, run))
    const inside = entries.filter(({ day }) => day >= addDays(first, -1) && day <= addDays(last, 1))
    if (inside.length === 0) return 'outside'
    const fresh = inside.length > 1 ? inside : inside.filter(entry => this.#isFresh(entry))
    for (const entry of fresh) this.read.entries.push({ ...entry, index: this.read.entries.length })
    return fresh.length === 0 ? 'repeated' : 'run'
  }

  #entryOf(row: LogRow, { minute, second, day }: PlacedTime): LogEntry {
    const text = this.#at(row, 'material')
    const written = this.#at(row, 'length')
    const after = minute !== null && minute >= 1440
    return {
      index: 0,
      sheet: row.sheet,
      line: row.line,
      day: addDays(day ?? this.#day!, after ? 1 : 0),
      minute: after ? minute - 1440 : minute,
      second,
      seconds: (written ? writtenLength(written) : lengthWithin(text)) ?? null,
      text: text.slice(0, 200),
    }
  }

  /** The very same run twice: pages that were printed twice, rows that were copied. */
  #isFresh(entry: LogEntry): boolean {
    const sign = [entry.day, entry.minute, entry.second, entry.seconds, key(entry.text)].join('|')
    if (this.#known.has(sign)) return false
    this.#known.add(sign)
    return true
  }

  #timesOf({ cells }: LogRow): PlacedTime[] | 'bad' {
    const { roles, headings } = this.#reading
    const places = roles.flatMap((role, i) => (role === 'time' ? [i] : []))
    const columns = places.length > 0 ? places : roles.flatMap((role, i) => (role === 'day' ? [i] : []))
    const times: PlacedTime[] = []
    for (const column of columns) {
      const cell = cells[column] ?? ''
      const found = places.length > 0 ? writtenTimes(cell) : timeBehindDay(cell)
      if (found.length === 0 && /\d/.test(cell) && places.length > 0) return 'bad'
      const heading = logDay(headings[column] ?? '', this.#context.period)
      const day = heading && 'day' in heading ? heading.day : null
      times.push(...found.map(time => ({ ...time, day })))
    }
    return times
  }

  #dayOf(row: LogRow): LogDay | undefined {
    const text = this.#at(row, 'day')
    if (text === '') return undefined
    return logDay(text, this.#context.period) ?? { problem: 'unreadable' }
  }

  /** Texts of all columns with this role, because a client and a title make one name. */
  #at({ cells }: LogRow, role: string): string {
    return this.#reading.roles.flatMap((at, i) => (at === role && cells[i] ? [cells[i]] : [])).join(' ')
  }
}

interface PlacedTime {
  minute: WrittenTime['minute'] | null
  second: number | null
  /** The day its column is headed with. */
  day: Day | null
}

const problemMeanings = {
  unsure: 'unsure-day',
  contradicts: 'other-weekday',
  unreadable: 'bad-day',
} as const satisfies Record<string, RowMeaning>

function timeBehindDay(text: string): WrittenTime[] {
  const behind = /[T ,]\s*(\d{1,2}[.:]\d{2}(?:[.:]\d{2})?)\s*(?:wib)?$/i.exec(text)
  return behind ? writtenTimes(behind[1]!) : []
}
