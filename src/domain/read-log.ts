/** A station log from its rows to its runs: as a table where it is one, line by line where it was typed as text. */
import { readChatLog } from './log-chat.js'
import { guessLogReading } from './log-columns.js'
import { acrossMidnight } from './log-midnight.js'
import type { LogPeriod } from './log-day.js'
import { readLogRows } from './log-rows.js'
import { isTimeless } from './match-tolerance.js'
import type { Medium } from './outlet.js'
import type { LogRead, LogReading, LogRow } from './station-log.js'
import type { TableFormat, TableRow } from './table.js'

export interface LogQuestion {
  period: LogPeriod
  medium: Medium
}

/** Rows of one sheet as a log holds them; what a merged cell says counts for every row it reaches. */
export function logRows(format: TableFormat, rows: readonly TableRow[]): LogRow[] {
  const sheet = format.kind === 'xlsx' ? format.sheet : ''
  return rows.map(({ line, cells, merged = {} }) => {
    const filled = [...cells]
    for (const [column, text] of Object.entries(merged)) {
      while (filled.length <= Number(column)) filled.push('')
      filled[Number(column)] ||= text
    }
    return { sheet, line, cells: filled }
  })
}

/** How the log is best read, and what that finds: the reading that explains more runs. */
export function readLogAsFound(
  rows: readonly LogRow[],
  question: LogQuestion,
  remembered?: LogReading,
): { reading: LogReading; read: LogRead } {
  const reading = guessLogReading(rows, { period: question.period, remembered })
  const read = readLog(rows, reading, question)
  if (isTimeless(question.medium) || read.entries.length > 0) return { reading, read }
  const chat: LogReading = { kind: 'chat', headings: [], roles: [] }
  const lines = readLog(rows, chat, question)
  return lines.entries.length > 0 ? { reading: chat, read: lines } : { reading, read }
}

export function readLog(
  rows: readonly LogRow[],
  reading: LogReading,
  { period, medium }: LogQuestion,
): LogRead {
  const read =
    reading.kind === 'chat'
      ? readChatLog(rows, period)
      : readLogRows(rows, reading, { period, timeless: isTimeless(medium) })
  return { ...read, entries: acrossMidnight(read.entries) }
}
