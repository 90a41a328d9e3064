/** Reads the cells of one row by what their columns are. Every answer is a value or a reason, never a guess. */
import type { District } from './district.js'
import { aliasKey, existsOn } from './district.js'
import { leftOut, type Reading } from './registration-sheet.js'
import type { RefusalReason } from './registration-refusal.js'
import { isTotalLabel, type Names } from './sheet-cells.js'
import { streamKey } from './stream-alias.js'
import type { Day } from './time.js'
import { contradictsWeekday, dayIn, writtenDay } from './written-day.js'
import { writtenCount } from './written-count.js'
import { writtenSpan, type ReportedDays } from './written-span.js'

export interface ReadingContext {
  names: Names
  districts: ReadonlyMap<string, District>
  today: Day
}

export type Read<T> = { ok: true; value: T } | { ok: false; reason: RefusalReason; detail?: string | number }

/** Nothing was registered before there was a scheme to register in. */
const earliestDay = '1978-01-01'

export function createColumnReaders(reading: Reading, { names, districts, today }: ReadingContext) {
  const leftOutNames = new Set(reading.leftOut)

  function day(text: string): Read<ReportedDays> {
    if (text === '') return no('day-missing')
    const span = writtenSpan(text)
    if (span) return span.last < earliestDay ? no('day-too-early') : { ok: true, value: span }
    const written = writtenDay(text)
    if (!written) return no(contradictsWeekday(text) ? 'weekday-wrong' : 'day-unreadable')
    const found = dayIn(written, reading.dayOrder)
    if (found === null) return no(reading.dayOrder === null ? 'day-unsure' : 'day-unreadable')
    const days = reading.measure === 'weekly' ? 7 : 1
    return found < earliestDay ? no('day-too-early') : { ok: true, value: { last: found, days } }
  }

  function district(text: string): Read<string> {
    if (text === '') return no('district-missing')
    const key = aliasKey(text)
    if (leftOutNames.has(key)) return { ok: true, value: leftOut }
    const code = names.districts.get(key)
    return code === undefined ? no('district-unknown') : { ok: true, value: code }
  }

  function stream(text: string): Read<string> {
    if (text === '') return no('stream-missing')
    const key = streamKey(text)
    const id = reading.streamNames[key] ?? names.streams.get(key)
    return id === undefined ? no('stream-unknown') : { ok: true, value: id }
  }

  /** Null is a cell that says nothing was reported. No object is made for it: there are more counts than anything else. */
  function count(text: string): number | null | RefusalReason {
    const written = writtenCount(text)
    if (typeof written === 'number') return written
    if (written === 'empty') return null
    if (written !== 'dash') return `count-${written}`
    if (reading.dash === null) return 'dash-unclear'
    return reading.dash === 'zero' ? 0 : null
  }

  /** Whether these counts can be of this district on this day. `false`: the district was not there, and nothing is claimed. */
  function fits(code: string, on: Day, counts: readonly (number | null)[]): Read<boolean> {
    const known = districts.get(code)
    const most = largest(counts)
    if (known && !existsOn(known, on)) return most > 0 ? no('district-not-then', known.validFrom) : absent
    if (on > today && most >= 0) return no('day-in-future')
    const people = reading.measure !== 'cumulative' ? known?.population : undefined
    return people && most > people ? no('count-impossible', people) : present
  }

  return {
    day: remembering(day),
    district: remembering(district),
    stream: remembering(stream),
    total: remembering(isTotalLabel),
    count,
    fits,
  }
}

const present: Read<boolean> = { ok: true, value: true }
const absent: Read<boolean> = { ok: true, value: false }

/** −1 when nothing is reported at all. */
function largest(counts: readonly (number | null)[]): number {
  let most = -1
  for (const count of counts) if (count !== null && count > most) most = count
  return most
}

function no(
  reason: RefusalReason,
  detail?: string | number,
): { ok: false; reason: RefusalReason; detail?: string | number } {
  return detail === undefined ? { ok: false, reason } : { ok: false, reason, detail }
}

/** Days, districts and streams repeat themselves through a sheet; each text is read once. */
function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const now = read(text)
    if (known.size < 20_000) known.set(text, now)
    return now
  }
}
