/** Registrations of a year by district and month or week, each figure with how much of it is reported. */
import type { District } from './district.js'
import { coverage, expectedOf, joinCoverage, type Coverage } from './registration-coverage.js'
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
  sums: readonly BucketSum[]
  /** The days between which reports are to be expected. */
  from: Day
  to: Day
  /** How many streams are added up. */
  streams: number
}

export function registrationTable({
  districts,
  buckets,
  sums,
  from,
  to,
  streams,
}: TableFacts): RegistrationTable {
  const known = new Map<string, BucketSum[]>()
  for (const sum of sums) {
    const key = `${sum.districtCode} ${sum.bucket}`
    known.set(key, [...(known.get(key) ?? []), sum])
  }
  const rows = districts.map(district => {
    const figures = buckets.map(bucket => {
      const parts = known.get(`${district.code} ${bucket.start}`) ?? []
      const first = bucket.start > from ? bucket.start : from
      const last = bucket.end < to ? bucket.end : to
      return figure(parts, expectedOf(district, first, last) * streams)
    })
    return { district, figures, sum: addUp(figures) }
  })
  const there = rows.filter(row => row.sum.total !== null || row.sum.coverage.expected > 0)
  const foot = buckets.map((_, index) => addUp(there.map(row => row.figures[index]!)))
  return { buckets: [...buckets], rows: there, foot, sum: addUp(foot) }
}

function figure(parts: readonly BucketSum[], expected: number): Figure {
  const reported = parts.reduce((sum, part) => sum + part.reportedDays, 0)
  const total = reported === 0 ? null : parts.reduce((sum, part) => sum + part.total, 0)
  return { total, coverage: coverage(reported, expected) }
}

function addUp(figures: readonly Figure[]): Figure {
  const known = figures.filter(one => one.total !== null)
  const total = known.length === 0 ? null : known.reduce((sum, one) => sum + one.total!, 0)
  return { total, coverage: joinCoverage(figures.map(one => one.coverage)) }
}
