/** A guess of what the columns of a station log are, from their headings and from what stands below. It is shown before it counts. */
import { logDay, type LogPeriod } from './log-day.js'
import { writtenLength } from './written-length.js'
import { writtenTimes } from './written-time.js'
import type { LogReading, LogRole, LogRow } from './station-log.js'

interface Column {
  index: number
  heading: string
  filled: number
  days: number
  /** Days with a number, and not only the name of a weekday. */
  dates: number
  times: number
  lengths: number
  texts: number
  different: number
}

const dayWords = /\b(?:tanggal|tgl|hari|date|day|edisi|terbit)\b/i
const timeWords = /\b(?:jam|waktu|pukul|pkl|time|siar|tayang|mulai|start|on ?air|putar|aired)\b/i
const actualWords = /\b(?:realisasi|aktual|actual|aired|tayang|siar|putar|real)\b/i
const plannedWords =
  /\b(?:order|rencana|plan|planned|jadwal|schedule|booking|selesai|akhir|end|stop|sampai)\b/i
const lengthWords = /\b(?:durasi|lama|panjang|dur|duration|length|detik|sec|menit|mmk|kolom)\b/i
const materialWords =
  /\b(?:materi|material|spot|judul|title|versi|version|iklan|naskah|kode|code|cart|copy|isi|caption|artikel|konten)\b/i
const looseMaterialWords =
  /\b(?:klien|client|produk|product|acara|program|nama|brand|uraian|deskripsi|description)\b/i
const statusWords = /\b(?:status|keterangan|ket|remark|remarks|hasil|catatan)\b/i

/** With roles that were kept for the same headings, those; otherwise what headings and contents say together. */
export function guessLogReading(
  rows: readonly LogRow[],
  { period, remembered }: { period: LogPeriod; remembered: LogReading | undefined },
): LogReading {
  const headings = headingsOf(rows, period)
  const columns = columnsOf(rows, { headings, period })
  const isKnown = remembered?.roles.length === columns.length && sameHeadings(remembered.headings, headings)
  if (remembered && isKnown) return { ...remembered, headings }
  const roles: LogRole[] = columns.map(() => 'ignored')
  const give = (role: LogRole, score: (column: Column) => number) => {
    const best = columns
      .filter(column => roles[column.index] === 'ignored' && score(column) > 0)
      .toSorted((a, b) => score(b) - score(a))[0]
    if (best) roles[best.index] = role
  }
  give(
    'day',
    column => share(column, column.days) + share(column, column.dates) + bonus(dayWords, column) - 0.9,
  )
  give('time', timeScore)
  give('length', column => share(column, column.lengths) + 2 * bonus(lengthWords, column) - 1.4)
  for (const column of columns) if (isMoreTimes(column, columns, roles)) roles[column.index] = 'time'
  give('status', column => 2 * bonus(statusWords, column) + share(column, column.texts) - 2)
  give(
    'material',
    column => 2 * bonus(materialWords, column) + bonus(looseMaterialWords, column) + variety(column) - 0.4,
  )
  return { kind: 'table', headings, roles }
}

/** A day with its time in one column is a column of days that holds times as well; then there is no other. */
function timeScore(column: Column): number {
  const named = bonus(timeWords, column) + bonus(actualWords, column) - 1.5 * bonus(plannedWords, column)
  return share(column, column.times) * 2 + named - (lengthWords.test(column.heading) ? 2 : 0) - 1.1
}

/** `Jam 1 | Jam 2 | Jam 3`, or a column of times per day of the week. */
function isMoreTimes(column: Column, columns: readonly Column[], roles: readonly LogRole[]): boolean {
  const first = columns[roles.indexOf('time')]
  if (!first || roles[column.index] !== 'ignored' || share(column, column.times) < 0.8) return false
  const bare = (heading: string) => heading.toLowerCase().replace(/[\d\s.]+/g, '')
  const both = dayWords.test(first.heading) === dayWords.test(column.heading)
  return (
    first.heading !== '' &&
    both &&
    (bare(first.heading) === bare(column.heading) || bare(column.heading) === '')
  )
}

function share({ filled }: Column, count: number): number {
  return filled === 0 ? 0 : count / filled
}

function bonus(words: RegExp, { heading }: Column): number {
  return words.test(heading) ? 1 : 0
}

function variety(column: Column): number {
  return column.filled === 0 ? 0 : share(column, column.texts) * (column.different > 1 ? 1 : 0.6)
}

function sameHeadings(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((heading, i) => key(heading) === key(b[i]!))
}

export function key(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The row of names above the first run; a row above it names what it leaves open. */
function headingsOf(rows: readonly LogRow[], period: LogPeriod): string[] {
  const first = rows.findIndex(row => looksLikeRun(row, period))
  for (let at = first - 1; at >= Math.max(0, first - 6); at--) {
    const { cells } = rows[at]!
    if (!isHeadingRow(cells, period)) continue
    const upper = rows[at - 1]?.cells
    const joins =
      upper !== undefined && isHeadingRow(upper, period) && cells.some((cell, i) => cell === '' && upper[i])
    const width = Math.max(...rows.slice(first, first + 20).map(row => row.cells.length), cells.length)
    return Array.from({ length: width }, (_, i) =>
      [joins ? covering(upper, cells, i) : '', cells[i] ?? '']
        .filter(Boolean)
        .join(' ')
        .replace(/\s+/g, ' ')
        .slice(0, 80),
    )
  }
  return []
}

/** A merged heading stands in its first column and covers the empty ones to its right. */
function covering(upper: readonly string[], lower: readonly string[], index: number): string {
  for (let i = index; i >= 0; i--) {
    const above = upper[i] ?? ''
    if (above !== '') return above
    if (!lower[i]) return ''
  }
  return ''
}

/** Names of columns: words a log uses for them, no clock time, and no day unless there is one for every column. */
function isHeadingRow(cells: readonly string[], period: LogPeriod): boolean {
  const filled = cells.filter(cell => cell !== '')
  if (filled.some(isClock) || !filled.some(isColumnName)) return false
  const days = filled.filter(cell => isOneDay(cell, period)).length
  const words = filled.filter(cell => /[a-z]{2}/i.test(cell)).length
  return days === 0 ? words >= 2 && words >= filled.length * 0.6 : days >= 2 && days >= filled.length - 2
}

const columnNames = [dayWords, timeWords, lengthWords, materialWords, looseMaterialWords, statusWords]

function isColumnName(text: string): boolean {
  return text.length <= 40 && columnNames.some(words => words.test(text))
}

/** A time that nobody takes for a number. */
export function isClock(text: string): boolean {
  return /\d[.:]\d/.test(text) && writtenTimes(text).length > 0
}

function isOneDay(text: string, period: LogPeriod): boolean {
  const day = logDay(text, period)
  return day !== undefined && 'day' in day && !/^\d{1,2}$/.test(text)
}

export function looksLikeRun({ cells }: LogRow, period: LogPeriod): boolean {
  const filled = cells.filter(cell => cell !== '')
  const tells = filled.some(cell => isClock(cell) || isOneDay(cell, period))
  return filled.length >= 2 && tells && !isHeadingRow(cells, period)
}

function columnsOf(
  rows: readonly LogRow[],
  { headings, period }: { headings: readonly string[]; period: LogPeriod },
): Column[] {
  const first = Math.max(
    0,
    rows.findIndex(row => looksLikeRun(row, period)),
  )
  const seen = rows.slice(first, first + 300).filter(row => row.cells.filter(Boolean).length >= 2)
  const width = Math.max(headings.length, ...seen.map(row => row.cells.length), 0)
  return Array.from({ length: width }, (_, index) => {
    const cells = seen
      .map(row => row.cells[index] ?? '')
      .filter(cell => cell !== '' && key(cell) !== key(headings[index] ?? ''))
    const count = (is: (cell: string) => boolean) => cells.filter(is).length
    return {
      index,
      heading: headings[index] ?? '',
      filled: cells.length,
      days: count(cell => isOneDay(cell, period)),
      dates: count(cell => /\d/.test(cell) && isOneDay(cell, period)),
      times: count(cell => writtenTimes(cell).length > 0 && !/^\d{1,2}$/.test(cell)),
      lengths: count(cell => writtenLength(cell) !== undefined),
      texts: count(cell => /[a-z]{3}/i.test(cell)),
      different: new Set(cells.map(key)).size,
    }
  })
}
