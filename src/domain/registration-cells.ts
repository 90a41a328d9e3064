/** Records of a sheet → cells: what was delivered twice is counted once, totals so far become days. */
import { CumulativeEvidence, difference, type CumulativeSigns, type Point } from './cumulative.js'
import { groupBy } from './group.js'
import { lotCells, type EmployerLot } from './employer-lot.js'
import type { RegistrationCell } from './registration.js'
import { Oddities } from './registration-oddity.js'
import type { Refusal } from './registration-refusal.js'
import { groupRecords, type RecordGroup } from './registration-repeats.js'
import type { SheetRecord } from './registration-rows.js'
import { listsLots, valueColumns, type Reading } from './registration-sheet.js'

/** The cells of a sheet, district by district, so that nobody has to wait for all of them at once. */
export class SheetCells {
  readonly oddities = new Oddities()
  readonly refusals: Refusal[]
  /** Rows that only repeat others. */
  readonly repeated: number
  readonly #reading: Reading
  readonly #districts: Map<string, RecordGroup[]>
  readonly #evidence = new CumulativeEvidence()

  constructor(records: readonly SheetRecord[], reading: Reading) {
    const { groups, refusals, repeated } = groupRecords(records, this.oddities)
    this.refusals = refusals
    this.repeated = repeated
    this.#reading = reading
    this.#districts = groupBy(groups, group => group.districtCode)
  }

  *districts(): Generator<DistrictOfSheet> {
    for (const districtCode of [...this.#districts.keys()].toSorted()) {
      const lots = this.#districts.get(districtCode)!.flatMap(group => lotsOf(group, this.#reading))
      if (listsLots(this.#reading)) {
        yield { districtCode, cells: this.#reading.lots === 'alone' ? lotCells(lots) : [], lots }
        continue
      }
      const cells: RegistrationCell[] = []
      const into = { cells, oddities: this.oddities }
      for (const series of this.#districts
        .get(districtCode)!
        .flatMap(group => seriesOf(group, this.#reading))) {
        this.#evidence.add(countsOf(series))
        if (this.#reading.measure === 'cumulative') differenced(series, into)
        else asReported(series, into)
      }
      yield { districtCode, cells, lots }
    }
  }

  /** Whether they look like totals so far; known once every district was read. */
  get signs(): CumulativeSigns {
    return this.#evidence.signs
  }
}

export interface DistrictOfSheet {
  districtCode: string
  cells: RegistrationCell[]
  lots: EmployerLot[]
}

function lotsOf({ districtCode, streamId, firmKey, records }: RecordGroup, reading: Reading): EmployerLot[] {
  if (firmKey === undefined) return []
  const values = valueColumns(reading)
  return records.flatMap(({ day, counts }) =>
    values.flatMap((value, column): EmployerLot[] => {
      const size = counts[column] ?? 0
      return size > 0 ? [{ districtCode, streamId: value.streamId ?? streamId!, day, size, firmKey }] : []
    }),
  )
}

/** One value column of one district, in the order of days. */
interface Series {
  districtCode: string
  streamId: string
  column: number
  records: readonly SheetRecord[]
}

function seriesOf({ districtCode, streamId, records }: RecordGroup, reading: Reading): Series[] {
  return valueColumns(reading).map((value, column) => ({
    districtCode,
    streamId: value.streamId ?? streamId!,
    column,
    records,
  }))
}

function pointsOf({ records, column }: Series): Point[] {
  const points: Point[] = []
  for (const { day, counts, applies } of records) {
    const count = counts[column]!
    if (applies && count !== null) points.push({ day, count })
  }
  return points
}

/** What is reported, in the order of days. */
function countsOf({ records, column }: Series): number[] {
  const counts: number[] = []
  for (const { counts: all, applies } of records) {
    const count = all[column]!
    if (applies && count !== null) counts.push(count)
  }
  return counts
}

interface Into {
  cells: RegistrationCell[]
  oddities: Oddities
}

function asReported({ districtCode, streamId, column, records }: Series, { cells, oddities }: Into): void {
  const odd = { zeros: 0, empty: 0, 'not-there-yet': 0 }
  for (const { day, spanDays, counts, applies } of records) {
    const count = applies ? counts[column]! : null
    const state = !applies ? 'not-applicable' : count === null ? 'not-reported' : 'reported'
    if (!applies) odd['not-there-yet']++
    else if (count === null) odd.empty++
    else if (count === 0) odd.zeros++
    cells.push({ districtCode, streamId, day, spanDays, state, count })
  }
  if (odd.zeros > 0) oddities.add({ kind: 'zeros' }, odd.zeros)
  if (odd.empty > 0) oddities.add({ kind: 'empty' }, odd.empty)
  if (odd['not-there-yet'] > 0) oddities.add({ kind: 'not-there-yet', districtCode }, odd['not-there-yet'])
}

function differenced(series: Series, { cells, oddities }: Into): void {
  const { districtCode, streamId, column, records } = series
  const points = pointsOf(series)
  const days = difference(points)
  for (const fall of days.falls) oddities.add({ kind: 'fell', districtCode, ...fall })
  for (const gap of days.gaps) oddities.add({ kind: 'gap', districtCode, ...gap })
  if (points.length > 0) oddities.add({ kind: 'first-day', day: points[0]!.day, districtCode })
  const zeros = days.cells.filter(cell => cell.count === 0).length
  const empty = records.filter(record => record.applies && record.counts[column] === null).length
  if (zeros > 0) oddities.add({ kind: 'zeros' }, zeros)
  if (empty > 0) oddities.add({ kind: 'empty' }, empty)
  for (const { day, spanDays, state, count } of days.cells)
    cells.push({ districtCode, streamId, day, spanDays, state, count })
}
