/** Registrations of some days beside the same days a year before, as a rate, and with the employer lots among them. */
import type { District } from './district.js'
import type { EmployerLot } from './employer-lot.js'
import { coverage, coverageShare, expectedOf, joinCoverage, type Coverage } from './registration-coverage.js'
import type { BucketSum } from './registration-table.js'
import { sumOf } from './sum.js'
import { addDays, type Day } from './time.js'

/** Fifty-two weeks: the same weekdays. */
export const yearInWeeks = 364

export interface FigureLine {
  /** Null where nothing is reported, which is not zero. */
  total: number | null
  coverage: Coverage
  /** The same days a year before; null where nothing of them is reported. */
  before: number | null
  /** Growth against them; null unless nine in ten of the days are reported both times. */
  change: number | null
  /** Per 10,000 people; null where they are not known. */
  rate: number | null
  lots: number
  lotWorkers: number
}

export interface FigureFacts {
  sums: readonly BucketSum[]
  sumsBefore: readonly BucketSum[]
  lots: readonly EmployerLot[]
  /** The days between which reports are to be expected. */
  from: Day
  to: Day
  /** How many streams are added up. */
  streams: number
  peopleOf: (district: District) => number | null
}

const enough = 0.9

/** One line for some districts together, from `first` to `last`; `sums` are looked up by the first day. */
export function figureLine(
  districts: readonly District[],
  { first, last }: { first: Day; last: Day },
  facts: FigureFacts,
): FigureLine {
  const codes = new Set(districts.map(({ code }) => code))
  const own = (sums: readonly BucketSum[], start: Day) =>
    sums.filter(sum => sum.bucket === start && codes.has(sum.districtCode))
  const now = partOf(districts, { first, last }, { ...facts, sums: own(facts.sums, first) })
  const earlier = { first: addDays(first, -yearInWeeks), last: addDays(last, -yearInWeeks) }
  const then = partOf(districts, earlier, { ...facts, sums: own(facts.sumsBefore, earlier.first) })
  const people = districts.map(facts.peopleOf)
  const lots = facts.lots.filter(lot => codes.has(lot.districtCode) && lot.day >= first && lot.day <= last)
  return {
    total: now.total,
    coverage: now.coverage,
    before: then.total,
    change: changeOf(now, then),
    rate:
      now.total === null || people.includes(null) ? null : (now.total / sumOf(people.map(Number))) * 10_000,
    lots: lots.length,
    lotWorkers: sumOf(lots.map(lot => lot.size)),
  }
}

interface Part {
  total: number | null
  coverage: Coverage
}

function partOf(
  districts: readonly District[],
  { first, last }: { first: Day; last: Day },
  { sums, from, to, streams }: FigureFacts,
): Part {
  const [begin, end] = [first > from ? first : from, last < to ? last : to]
  const parts = districts.map(district => {
    const reported = sumOf(
      sums.filter(sum => sum.districtCode === district.code).map(sum => sum.reportedDays),
    )
    return coverage(reported, expectedOf(district, begin, end) * streams)
  })
  const isKnown = sums.some(sum => sum.reportedDays > 0)
  return { total: isKnown ? sumOf(sums.map(sum => sum.total)) : null, coverage: joinCoverage(parts) }
}

function changeOf(now: Part, then: Part): number | null {
  if (now.total === null || !then.total) return null
  const isWhole = [now, then].every(part => coverageShare(part.coverage) >= enough)
  return isWhole ? now.total / then.total - 1 : null
}

/** People of working age where every district says how many; else everybody, for a rate of two kinds compares nothing. */
export function rateBase(districts: readonly District[]): 'workingAge' | 'population' {
  return districts.length > 0 && districts.every(({ workingAge }) => workingAge !== null)
    ? 'workingAge'
    : 'population'
}
