import { rateBase, figureLine, yearInWeeks } from '../../domain/district-figures.js'
import { existsOn, type District } from '../../domain/district.js'
import { addDays, type Day } from '../../domain/time.js'
import type { ShownFigures } from '../../views/districts/figures.js'
import type { StaffVisit } from '../visit.js'

export interface Asked {
  districts: readonly District[]
  /** Null for all streams together. */
  streamId: string | null
  first: Day
  last: Day
}

/** A row per district, for the whole period. */
export async function figuresByDistrict(visit: StaffVisit, asked: Asked): Promise<ShownFigures> {
  const { first, last } = asked
  const there = asked.districts.filter(district => existsOn(district, last))
  const facts = await figureFacts(visit, asked, [first])
  return {
    ...asked,
    by: 'district',
    base: rateBase(there),
    rows: there.map(district => ({ district, line: figureLine([district], { first, last }, facts) })),
    sum: figureLine(there, { first, last }, facts),
  }
}

/** A row per week, or per four weeks of a long period. */
export async function figuresByTime(visit: StaffVisit, asked: Asked): Promise<ShownFigures> {
  const { first, last, districts } = asked
  const starts = stepsBetween(first, last)
  const facts = await figureFacts(visit, asked, starts)
  const whole = {
    ...facts,
    sums: facts.sums.map(sum => ({ ...sum, bucket: first })),
    sumsBefore: facts.sumsBefore.map(sum => ({ ...sum, bucket: addDays(first, -yearInWeeks) })),
  }
  return {
    ...asked,
    by: 'time',
    base: rateBase(districts),
    rows: starts.map((start, index) => {
      const period = { first: start, last: addDays(starts[index + 1] ?? addDays(last, 1), -1) }
      return { period, line: figureLine(districts, period, facts) }
    }),
    sum: figureLine(districts, { first, last }, whole),
  }
}

const longestInWeeks = 182

function stepsBetween(first: Day, last: Day): Day[] {
  const step = addDays(first, longestInWeeks) > last ? 7 : 28
  const starts: Day[] = []
  for (let day = first; day <= last; day = addDays(day, step)) starts.push(day)
  return starts
}

async function figureFacts({ app: { store } }: StaffVisit, asked: Asked, starts: Day[]) {
  const { first, last, districts } = asked
  const only = {
    streamId: asked.streamId ?? undefined,
    districtCode: districts.length === 1 ? districts[0]!.code : undefined,
  }
  const before = (day: Day) => addDays(day, -yearInWeeks)
  const [sums, sumsBefore, lots, reported, streams] = await Promise.all([
    store.registrations.bucketTotals({ starts, to: last, ...only }),
    store.registrations.bucketTotals({ starts: starts.map(before), to: before(last), ...only }),
    store.registrations.lots({ from: first, to: last, ...only }),
    store.registrations.reportedPeriod(),
    store.streams.list(),
  ])
  const base = rateBase(districts)
  return {
    sums,
    sumsBefore,
    lots,
    from: reported?.from ?? first,
    to: reported?.to ?? last,
    streams: asked.streamId === null ? streams.length : 1,
    peopleOf: (district: District) => district[base],
  }
}
