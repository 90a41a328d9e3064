/** A report that covers several days must not stand beside reports of those days: they would be counted twice. */
import { groupBy } from './group.js'
import type { RegistrationCell } from './registration.js'
import type { Refusal } from './registration-refusal.js'
import type { SheetRecord } from './registration-rows.js'
import { valueColumns, type Reading } from './registration-sheet.js'
import type { Day } from './time.js'
import { addDays } from './time.js'

export interface DistrictCells {
  /** Of one district. */
  cells: RegistrationCell[]
  /** Of all of them. */
  records: readonly SheetRecord[]
  reading: Reading
}

export interface WithoutDoubles {
  cells: RegistrationCell[]
  refusals: Refusal[]
  isLeftOut(at: Pick<RegistrationCell, 'streamId' | 'day'>): boolean
}

/** The cells of one district without the rows that would count twice; those are refused with the day they collide with. */
export function withoutDoubleCounted(
  sheet: DistrictCells,
  known: readonly RegistrationCell[],
): WithoutDoubles {
  const doubles = doubleCounted(sheet.cells, known)
  if (doubles.size === 0) return { cells: sheet.cells, refusals: [], isLeftOut: () => false }
  const rows = rowsOf(sheet)
  const refusals = new Map<SheetRecord, Refusal>()
  for (const [key, day] of doubles) {
    for (const record of rows.get(key) ?? [])
      refusals.set(record, {
        line: record.line,
        ...(record.place ? { place: record.place } : {}),
        column: record.place ?? '',
        text: record.day,
        reason: 'inside-span',
        detail: day,
      })
  }
  const isLeftOut = (at: Pick<RegistrationCell, 'streamId' | 'day'>) =>
    rows.get(place(at))?.some(record => refusals.has(record)) ?? false
  return { cells: sheet.cells.filter(cell => !isLeftOut(cell)), refusals: [...refusals.values()], isLeftOut }
}

/** Cells of the sheet that collide, with the day of what they collide with. */
function doubleCounted(
  cells: readonly RegistrationCell[],
  known: readonly RegistrationCell[],
): Map<string, Day> {
  const doubles = new Map<string, Day>()
  const isSpan = (cell: RegistrationCell) => cell.spanDays > 1 && cell.state === 'reported'
  if (!cells.some(isSpan) && !known.some(isSpan)) return doubles
  const own = new Set(cells.map(place))
  const others = known.filter(cell => !own.has(place(cell)))
  const reported = new Map(
    [...cells, ...others].filter(cell => cell.state === 'reported').map(cell => [place(cell), cell]),
  )
  for (const spanning of [...reported.values()].filter(isSpan)) {
    for (let back = 1; back < spanning.spanDays; back++) {
      const covered = reported.get(place({ ...spanning, day: addDays(spanning.day, -back) }))
      if (!covered) continue
      if (own.has(place(covered))) doubles.set(place(covered), spanning.day)
      if (own.has(place(spanning))) doubles.set(place(spanning), covered.day)
    }
  }
  return doubles
}

/** A day and stream has one row, or in a list of employer lots one per firm. */
function rowsOf({ cells, records, reading }: DistrictCells): Map<string, SheetRecord[]> {
  const values = valueColumns(reading)
  const own = records.filter(record => record.districtCode === cells[0]?.districtCode)
  const pairs = own.flatMap(record =>
    values.map(value => ({
      key: place({ streamId: value.streamId ?? record.streamId!, day: record.day }),
      record,
    })),
  )
  return new Map(
    [...groupBy(pairs, pair => pair.key)].map(([key, found]) => [key, found.map(({ record }) => record)]),
  )
}

function place({ streamId, day }: Pick<RegistrationCell, 'streamId' | 'day'>): string {
  return `${streamId} ${day}`
}
