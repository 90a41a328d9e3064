/** What else was going on where and while a campaign was on air, and what the campaign cost. */
import type { BroadcastState } from './broadcast.js'
import { hasRun, type Flight } from './exposure.js'
import type { FieldEvent } from './field-event.js'
import type { Day } from './time.js'
import { daysFrom } from './time.js'
import type { Share } from './verdict.js'

/** Districts and days, of one flight or of several together. */
export type Reach = Pick<Flight, 'exposed' | 'firstDay' | 'lastDay'>

/** All that several flights reached, from the first day of the earliest to the last of the latest. */
export function reachOf(flights: readonly [Flight, ...Flight[]]): Reach {
  return {
    exposed: [...new Set(flights.flatMap(({ exposed }) => exposed))],
    firstDay: flights.map(({ firstDay }) => firstDay).toSorted()[0]!,
    lastDay: flights
      .map(({ lastDay }) => lastDay)
      .toSorted()
      .at(-1)!,
  }
}

/** Share of the exposed district-days on which a field event was going on, and the names of those events. */
export function eventShare(flight: Reach, events: readonly FieldEvent[]): Share {
  return shareOf(
    flight,
    events.map(event => ({ ...event, codes: event.districtCodes, name: event.title })),
  )
}

/** The same for other campaigns on air in the same districts. */
export function overlapShare(flight: Reach, others: readonly (Flight & { name: string })[]): Share {
  return shareOf(
    flight,
    others.map(other => ({ ...other, codes: other.exposed })),
  )
}

interface Happening {
  name: string
  codes: readonly string[]
  firstDay: Day
  lastDay: Day
}

function shareOf(flight: Reach, happenings: readonly Happening[]): Share {
  const touching = happenings.filter(
    ({ firstDay, lastDay, codes }) =>
      firstDay <= flight.lastDay &&
      lastDay >= flight.firstDay &&
      codes.some(code => flight.exposed.includes(code)),
  )
  const spans = touching.flatMap(({ codes, firstDay, lastDay }) =>
    codes.map(code => ({ code, first: firstDay, last: lastDay })),
  )
  return { share: shareOfDays(flight, spans), names: touching.map(({ name }) => name) }
}

function shareOfDays(flight: Reach, spans: readonly { code: string; first: Day; last: Day }[]): number {
  const days = daysFrom(flight.firstDay, flight.lastDay)
  const touched = new Set<string>()
  for (const { code, first, last } of spans) {
    if (!flight.exposed.includes(code)) continue
    for (const day of days) if (day >= first && day <= last) touched.add(`${code} ${day}`)
  }
  return touched.size / Math.max(1, days.length * flight.exposed.length)
}

/** What the runs that took place cost; free airtime costs nothing. */
export function costOfRuns(broadcasts: readonly BroadcastState[]): number {
  return broadcasts.filter(b => hasRun(b) && b.priceKind !== 'free').reduce((sum, b) => sum + b.rupiah, 0)
}
