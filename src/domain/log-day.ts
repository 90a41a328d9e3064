/** A day as a station log writes it, read within the days the log is about: years, months and even dates may be missing. */
import { addDays, daysFrom, isDay, weekdayOf, type Day } from './time.js'
import { contradictsWeekday, writtenDay } from './written-day.js'
import { monthNumber, weekdayNumber } from './written-names.js'

export interface LogPeriod {
  first: Day
  last: Day
}

export type LogDay =
  /** `swapped`: a spreadsheet took the day for the month, which only the period can tell. */
  { day: Day; swapped: boolean } | { problem: 'unsure' | 'contradicts' | 'unreadable' }

/** Nothing for a text that means no day at all. */
export function logDay(text: string, period: LogPeriod): LogDay | undefined {
  const plain = text.trim().replace(/^(?:(?:hari|tgl|tanggal)\b\s*[.:/,]*\s*)+/i, '')
  if (contradictsWeekday(plain)) return { problem: 'contradicts' }
  const written = writtenDay(plain)
  if (!written) return dayWithoutYear(plain, period)
  const days = [...new Set([written.dayMonth, written.monthDay])].filter(day => day !== null)
  const inside = days.filter(day => isNear(day, period))
  if (inside.length === 1) return { day: inside[0]!, swapped: false }
  if (inside.length > 1) return { problem: 'unsure' }
  const swapped = written.style === 'iso' ? swappedDay(days[0]!) : ''
  if (swapped !== '' && isNear(swapped, period)) return { day: swapped, swapped: true }
  return { day: written.dayMonth ?? days[0]!, swapped: false }
}

/** A run after midnight of the last day still belongs to it. */
function isNear(day: Day, { first, last }: LogPeriod): boolean {
  return day >= addDays(first, -1) && day <= addDays(last, 1)
}

function swappedDay(day: Day): Day {
  const [year, month, date] = day.split('-') as [string, string, string]
  const swapped = `${year}-${date}-${month}`
  return isDay(swapped) ? swapped : ''
}

/** `31/10`, `31 Okt`, `Senin, 31 Okt`, `Senin`, and a bare `31` where the log is about less than a month. */
function dayWithoutYear(text: string, period: LogPeriod): LogDay | undefined {
  const parts = /^(?:([a-z'’]+)[,.]?\s*)?(?:(\d{1,2})(?:\s*[-/ ]\s*(\d{1,2}|[a-z]{3,9}))?)?\.?$/i.exec(text)
  if (!parts || text === '') return undefined
  const weekday = parts[1] === undefined ? undefined : weekdayNumber(parts[1])
  const month = parts[3] === undefined ? undefined : monthOfText(parts[3])
  if ((parts[1] !== undefined && weekday === undefined) || (parts[3] !== undefined && month === undefined))
    return undefined
  if (parts[2] !== undefined && Number(parts[2]) > 31) return undefined
  const date = parts[2] === undefined ? undefined : Number(parts[2])
  if (weekday === undefined && month === undefined && date === undefined) return undefined
  const fits = (day: Day) =>
    (weekday === undefined || weekdayOf(day) === weekday) &&
    (month === undefined || Number(day.slice(5, 7)) === month) &&
    (date === undefined || Number(day.slice(8)) === date)
  const found = daysFrom(period.first, period.last).filter(fits)
  if (found.length === 1) return { day: found[0]!, swapped: false }
  return {
    problem:
      found.length > 1
        ? 'unsure'
        : weekday !== undefined && date !== undefined
          ? 'contradicts'
          : 'unreadable',
  }
}

function monthOfText(text: string): number | undefined {
  const number = /^\d+$/.test(text) ? Number(text) : monthNumber(text)
  return number !== undefined && number >= 1 && number <= 12 ? number : undefined
}
