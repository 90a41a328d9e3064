/** A first guess of what each column of a sheet is. It is shown before anything counts; what is unsure stays open. */
import type { ColumnRole, Reading } from './registration-sheet.js'
import type { ColumnProfile } from './column-profile.js'
import type { SheetProfile } from './sheet-profile.js'
import { namesPlace } from './personal-data.js'
import { streamOfHeading, type StreamAliases } from './stream-alias.js'
import type { TableFormat } from './table.js'
import type { WideLayout } from './wide-sheet.js'
import type { DayOrder } from './written-day.js'

export interface Sheet {
  format: TableFormat
  profile: SheetProfile
  streams: StreamAliases
  wide: WideLayout | null
  /** The column of keyed hashes, in a list of employer lots. */
  firm?: number | null
}

export function guessReading({ format, profile, streams, wide, firm = null }: Sheet): Reading {
  const { columns, header } = profile
  const roles = guessRoles(columns, streams, firm)
  const day = columns[roles.indexOf('day')]
  return {
    format,
    wide,
    dataFrom: header.dataFrom,
    headings: columns.map(column => column.heading),
    roles,
    dayOrder: day ? orderOf(day) : null,
    dash: null,
    measure: 'daily',
    measureChosen: false,
    lots: null,
    streamNames: {},
    leftOut: [],
  }
}

function guessRoles(
  columns: readonly ColumnProfile[],
  streams: StreamAliases,
  firm: number | null,
): ColumnRole[] {
  const roles: ColumnRole[] = columns.map(() => 'ignored')
  const free = (column: ColumnProfile) => roles[columns.indexOf(column)] === 'ignored'
  const give = (column: ColumnProfile | undefined, role: ColumnRole) =>
    column && (roles[columns.indexOf(column)] = role)
  if (firm !== null) roles[firm] = 'firm'

  give(
    best(columns.filter(free), column => share(column, column.days), dayHeading),
    'day',
  )
  const named = columns.filter(column => free(column) && namesPlace(column.heading))
  give(
    best(columns.filter(free), column => share(column, column.districts), namesPlace) ?? named[0],
    'district',
  )
  give(
    best(
      columns.filter(free),
      column => share(column, column.streams),
      () => false,
    ),
    'stream',
  )
  const numbers = columns.filter(column => free(column) && holdsCounts(column, streams))
  const found =
    firm === null
      ? countRoles(numbers, roles.includes('stream'), streams)
      : sizeRoles(numbers, roles.includes('stream'), streams)
  for (const [column, role] of found) give(column, role)
  return roles
}

const sizeHeading = /\b(?:tenaga kerja|pekerja|naker|tk|karyawan|orang|workers|employees|size)\b/i

/** The size of a lot: the one column of numbers, or the only one that says so. Whom a firm enrols is of its stream. */
function sizeRoles(
  numbers: readonly ColumnProfile[],
  hasStreamColumn: boolean,
  streams: StreamAliases,
): [ColumnProfile, ColumnRole][] {
  const said = numbers.filter(({ heading }) => sizeHeading.test(heading) || countHeading(heading))
  const [size, ...others] = numbers.length === 1 ? numbers : said
  if (!size || others.length > 0) return []
  const employer = streams.get('pemberi kerja')
  return [[size, hasStreamColumn || employer === undefined ? 'count' : `count ${employer}`]]
}

/** The column with the largest share of at least half; of equal ones the one whose heading says so, or the first. */
function best(
  columns: readonly ColumnProfile[],
  shareOf: (column: ColumnProfile) => number,
  says: (heading: string) => boolean,
): ColumnProfile | undefined {
  const fit = columns.filter(column => shareOf(column) >= 0.5)
  const score = (column: ColumnProfile) => Math.round(shareOf(column) * 10) + (says(column.heading) ? 5 : 0)
  return fit.toSorted((a, b) => score(b) - score(a))[0]
}

function share(column: ColumnProfile, part: number): number {
  return column.filled === 0 ? 0 : part / column.filled
}

function dayHeading(heading: string): boolean {
  return /^(?:tanggal|tgl|date|hari|day)\b/i.test(heading)
}

const rowNumber = /^(?:no|nomor|#|urut|no urut|id)\.?$/i

/** A column that names a stream and is still empty is one of counts too: nothing of it is reported yet. */
function holdsCounts(column: ColumnProfile, streams: StreamAliases): boolean {
  if (column.filled === 0) return streamOfHeading(column.heading, streams) !== undefined
  return (
    column.counts > 0 &&
    share(column, column.counts + column.dashes) >= 0.5 &&
    !rowNumber.test(column.heading)
  )
}

/**
 * A heading that names a stream is a count of it, and then a column of totals is left out. One number column is the
 * count, of the stream beside it or of one that is asked for. Of several without a name nobody can know: they are asked.
 */
function countRoles(
  numbers: readonly ColumnProfile[],
  hasStreamColumn: boolean,
  streams: StreamAliases,
): [ColumnProfile, ColumnRole][] {
  if (hasStreamColumn || numbers.length === 1) {
    const [only, ...others] = numbers
    const count = others.length === 0 ? only : (numbers.find(column => countHeading(column.heading)) ?? only)
    const stream = count && !hasStreamColumn ? streamOfHeading(count.heading, streams) : undefined
    return count ? [[count, stream ? `count ${stream}` : 'count']] : []
  }
  const taken = new Set<string>()
  return numbers.flatMap((column): [ColumnProfile, ColumnRole][] => {
    const stream = streamOfHeading(column.heading, streams)
    if (!stream || taken.has(stream)) return []
    taken.add(stream)
    return [[column, `count ${stream}`]]
  })
}

function countHeading(heading: string): boolean {
  return /\b(?:jumlah|jml|total|count|peserta|pendaftar|realisasi)\b/i.test(heading)
}

/** Known when some day fits one order only and none the other; open when every day fits both. */
function orderOf(column: ColumnProfile): DayOrder | null {
  if (column.dayMonthOnly > 0 && column.monthDayOnly === 0) return 'day-month'
  return column.monthDayOnly > 0 && column.dayMonthOnly === 0 ? 'month-day' : null
}
