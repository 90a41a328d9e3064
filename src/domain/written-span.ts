/** Several days as people write them: `2–8 Nov 2026`, `30/10/2026 s.d. 05/11/2026`, `2026-W45`, `Minggu ke-45 2026`. */
import type { Day } from './time.js'
import { addDays, daysBetween, mondayOf } from './time.js'
import { dayIn, writtenDay } from './written-day.js'

/** The days that end on `last`. */
export interface ReportedDays {
  last: Day
  days: number
}

/** No report covers more; what looks longer is something else. */
const longest = 92

/** Nothing for a single day, and for a text whose days are unsure or the wrong way round. */
export function writtenSpan(text: string): ReportedDays | undefined {
  return weekOfYear(text) ?? fromTo(text)
}

/** ISO 8601: the first week of a year is the one with its 4 January. */
function weekOfYear(text: string): ReportedDays | undefined {
  const parts =
    /^(?<year>\d{4})-?W(?<week>\d{1,2})$/i.exec(text) ??
    /^(?:minggu|week|pekan)(?: ke)?[ -]?(?<week>\d{1,2})[ ,/]+(?<year>\d{4})$/i.exec(text)
  const { year, week } = parts?.groups ?? {}
  if (year === undefined || Number(week) < 1 || Number(week) > 53) return undefined
  const last = addDays(mondayOf(`${year}-01-04`), 7 * Number(week) - 1)
  return last.slice(0, 4) > year && Number(week) === 53 && last.slice(8) > '03'
    ? undefined
    : { last, days: 7 }
}

function fromTo(text: string): ReportedDays | undefined {
  const parts =
    /^(.+?)\s*(?:–|—|s\.?\/?d\.?|sampai|to|\s-\s)\s*(.+)$/i.exec(text) ??
    /^(\d{1,2})-(\d{1,2} [a-z]+ \d{4})$/i.exec(text)
  const last = parts ? sureDay(parts[2]!) : undefined
  const first = last && sureDay(completed(parts![1]!.trim(), parts![2]!))
  if (!first || !last) return undefined
  const days = daysBetween(first, last) + 1
  return days > 1 && days <= longest ? { last, days } : undefined
}

function sureDay(text: string): Day | undefined {
  const written = writtenDay(text.trim())
  return (written && dayIn(written, null)) ?? undefined
}

/** "2–8 Nov 2026" and "30 Okt – 5 Nov 2026" tell the month and the year once. */
function completed(first: string, last: string): string {
  const [, month, year] = /^\d{1,2}\s+([a-z]+)\.?\s+(\d{4})$/i.exec(last.trim()) ?? []
  if (/^\d{1,2}$/.test(first)) return `${first} ${month} ${year}`
  return /^\d{1,2}\s+[a-z]+$/i.test(first) ? `${first} ${year}` : first
}
