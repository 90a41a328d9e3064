/** A log as people send it by chat: days on lines of their own or in front, then times with what ran at each. */
import { logDay, type LogPeriod } from './log-day.js'
import type { LogEntry, LogRead, LogRow, RowMeaning } from './station-log.js'
import type { Day } from './time.js'
import { addDays } from './time.js'
import { lengthWithin } from './written-length.js'
import { writtenTime } from './written-time.js'

/** `[31/10/11 20.15.02] Wayan: ` and `31/10/11 20.15 - Wayan: `: when it was sent says nothing about what ran. */
const sender =
  /^\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+(?:pukul\s+)?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\]?\s*(?:-\s*)?[^:\d]{1,40}:\s*/
const month = '(?:jan|feb|peb|mar|apr|mei|may|jun|jul|agu|agt|aug|ags|sep|okt|oct|nov|nop|des|dec)[a-z]*'
const weekday = "(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|sen|sel|rab|kam|jum|sab|min)"
const numericDay = '\\d{1,2}[-/]\\d{1,2}(?:[-/]\\d{2,4})?|\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}'
const dayAtStart = new RegExp(
  `^[*_\\s-]*((?:${weekday}\\b[,.]?\\s*)?(?:(?:tgl|tanggal)\\.?\\s*)?(?:${numericDay}|\\d{1,2}\\s+${month}\\.?(?:\\s+\\d{2,4})?)|${weekday}\\b)[*_:,.\\s)-]*`,
  'i',
)
const time = /(?<![\d/.])(?:[01]?\d|2[0-4])[.:][0-5]\d(?:[.:][0-5]\d)?(?![\d/])/g
const between = /^\s*(?:-|–|s\/d|sd|sampai)\s*$/i
const notAired = /\b(?:tidak|tdk|gagal|batal)\s+(?:jadi\s+)?(?:di)?(?:tayang|siar|putar)/i

export function readChatLog(rows: readonly LogRow[], period: LogPeriod): LogRead {
  const read: LogRead = { entries: [], rows: [], swappedDays: 0 }
  let day: Day | null = null
  for (const row of rows) {
    const text = row.cells.join(' ').replace(sender, '').trim()
    const { found, rest } = dayOfLine(text, period)
    if (found && 'day' in found) day = found.day
    const meaning =
      found && 'problem' in found ? problems[found.problem] : takeLine(rest, { row, day, read, period })
    const isDay = meaning === 'note' && found !== undefined
    read.rows.push({
      sheet: row.sheet,
      line: row.line,
      meaning: isDay ? 'day' : meaning,
      text: text.slice(0, 160),
    })
  }
  return read
}

const problems = { unsure: 'unsure-day', contradicts: 'other-weekday', unreadable: 'bad-day' } as const

function dayOfLine(text: string, period: LogPeriod) {
  const parts = dayAtStart.exec(text)
  const found = parts ? logDay(parts[1]!.trim(), period) : undefined
  return found ? { found, rest: text.slice(parts![0].length) } : { found: undefined, rest: text }
}

interface Line {
  row: LogRow
  day: Day | null
  read: LogRead
  period: LogPeriod
}

function takeLine(text: string, { row, day, read, period }: Line): RowMeaning {
  const times = [...text.matchAll(time)]
  if (times.length === 0) return 'note'
  if (notAired.test(text)) return 'not-run'
  if (day === null) return 'no-day'
  if (day < addDays(period.first, -1) || day > addDays(period.last, 1)) return 'outside'
  const before = tidy(text.slice(0, times[0]!.index))
  for (const [i, found] of times.entries()) {
    const end = found.index + found[0].length
    const next = times[i + 1]
    const previous = times[i - 1]
    if (previous && between.test(text.slice(previous.index + previous[0].length, found.index))) continue
    const after = next && between.test(text.slice(end, next.index)) ? next.index + next[0].length : end
    const following = times.find(other => other.index >= after)
    const own = tidy(text.slice(after, following?.index))
    read.entries.push(entryOf(found[0], { row, day, own: own || before, index: read.entries.length }))
  }
  return 'run'
}

function entryOf(
  written: string,
  { row, day, own, index }: { row: LogRow; day: Day; own: string; index: number },
): LogEntry {
  const { minute, second } = writtenTime(written)!
  const after = minute >= 1440
  return {
    index,
    sheet: row.sheet,
    line: row.line,
    day: addDays(day, after ? 1 : 0),
    minute: after ? minute - 1440 : minute,
    second,
    seconds: lengthWithin(own) ?? null,
    text: own.slice(0, 200),
  }
}

/** What stands between two times, without the signs that only separate. */
function tidy(text: string): string {
  return text.replace(
    /^(?:\s|wib\b|[-–:,;.)=>|*_])+|(?:\s|\bdan\b|\b(?:jam|pkl|pukul)\b\.?|[-–:,;(=>|*_])+$/gi,
    '',
  )
}
