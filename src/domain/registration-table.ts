/** Registrations of a year by district and month or week, each figure with how much of it is reported. */
import type { District } from './district.js'
import { onMap, type DistrictChange, type MapFigure } from './district-map.js'
import { groupBy } from './group.js'
import { coverage, expectedOf, joinCoverage, type Coverage } from './registration-coverage.js'
import { sumOf } from './sum.js'
import type { Day } from './time.js'
import { addDays, lastDayOfMonth, mondayOf } from './time.js'

export const bucketKinds = ['month', 'week'] as const
export type BucketKind = (typeof bucketKinds)[number]

export interface Bucket {
  start: Day
  end: Day
}

/** The months of a year, or its weeks from Monday on; the first and the last week end with the year. */
export function bucketsOfYear(year: number, kind: BucketKind): Bucket[] {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const starts: Day[] = []
  for (let day = first; day <= last; day = nextStart(day, kind)) starts.push(day)
  return starts.map((start, index) => ({
    start,
    end: index + 1 < starts.length ? addDays(starts[index + 1]!, -1) : last,
  }))
}

function nextStart(day: Day, kind: BucketKind): Day {
  return kind === 'month' ? addDays(lastDayOfMonth(day.slice(0, 7)), 1) : addDays(mondayOf(day), 7)
}

export interface BucketSum {
  districtCode: string
  bucket: Day
  total: number
  reportedDays: number
}

/** A figure; null where nothing at all is reported, which is not zero. */
export interface Figure {
  total: number | null
  coverage: Coverage
}

export interface RegistrationTable {
  buckets: Bucket[]
  rows: { district: District; figures: Figure[]; sum: Figure }[]
  foot: Figure[]
  sum: Figure
}

export interface TableFacts {
  districts: readonly District[]
  buckets: readonly Bucket[]
  /** By the first days of `piecesOf` the buckets. */
  sums: readonly BucketSum[]
  /** The days between which reports are to be expected. */
  from: Day
  to: Day
  /** How many streams are added up. */
  streams: number
  changes: readonly DistrictChange[]
  /** Figures are told on the map of this day; null tells each on the map of its own day. */
  mapDay: Day | null
}

/** The buckets, cut where districts changed: every piece lies on one map. */
export function piecesOf(buckets: readonly Bucket[], changes: readonly DistrictChange[]): Bucket[] {
  const cuts = [...new Set(changes.map(change => change.day))].toSorted()
  return buckets.flatMap(({ start, end }) => {
    const starts = [start, ...cuts.filter(day => day > start && day <= end)]
    return starts.map((day, i) => ({
      start: day,
      end: i + 1 < starts.length ? addDays(starts[i + 1]!, -1) : end,
    }))
  })
}

export function registrationTable(facts: TableFacts): RegistrationTable {
  const { districts, buckets, changes, mapDay } = facts
  const counted = figuresOf(facts, piecesOf(buckets, changes))
  const figures = mapDay === null ? counted : onMap(counted, changes, mapDay)
  const places = groupBy(figures, ({ districtCode }) => districtCode)
  const rows = districts.map(district => {
    const own = places.get(district.code) ?? []
    const inBuckets = buckets.map(({ start, end }) =>
      addUp(own.filter(({ day }) => day >= start && day <= end).map(figure)),
    )
    return { district, figures: inBuckets, sum: addUp(inBuckets) }
  })
  const there = rows.filter(row => row.sum.total !== null || row.sum.coverage.expected > 0)
  const foot = buckets.map((_, index) => addUp(there.map(row => row.figures[index]!)))
  return { buckets: [...buckets], rows: there, foot, sum: addUp(foot) }
}

/** What each district has in each piece, as it was counted. */
function figuresOf(
  { districts, sums, from, to, streams }: TableFacts,
  pieces: readonly Bucket[],
): MapFigure[] {
  const known = groupBy(sums, sum => `${sum.districtCode} ${sum.bucket}`)
  return districts.flatMap(district =>
    pieces.map(({ start, end }): MapFigure => {
      const parts = known.get(`${district.code} ${start}`) ?? []
      const [first, last] = [start > from ? start : from, end < to ? end : to]
      const reported = sumOf(parts.map(part => part.reportedDays))
      return {
        districtCode: district.code,
        day: start,
        total: reported === 0 ? null : sumOf(parts.map(part => part.total)),
        ...coverage(reported, expectedOf(district, first, last) * streams),
      }
    }),
  )
}

function figure({ total, reported, expected }: MapFigure): Figure {
  return { total, coverage: { reported, expected } }
}

function addUp(figures: readonly Figure[]): Figure {
  const known = figures.filter(one => one.total !== null)
  const total = known.length === 0 ? null : known.reduce((sum, one) => sum + one.total!, 0)
  return { total, coverage: joinCoverage(figures.map(one => one.coverage)) }
}
