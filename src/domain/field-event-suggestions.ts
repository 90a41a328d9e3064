/** What may have been a field event that nobody noted: a large employer lot, or a spike that nothing explains. */
import type { Spike } from './analysis.js'
import type { EmployerLot } from './employer-lot.js'
import type { FieldEvent, FieldEventKind } from './field-event.js'
import { addDays, type Day } from './time.js'

export interface EventSuggestion {
  kind: FieldEventKind
  districtCode: string
  firstDay: Day
  lastDay: Day
  because: { lot: number } | { spike: number }
}

/** Fewer workers at once are an ordinary day. */
const leastLarge = 50
/** Large against the lots around it, where there are enough of them to say what is usual. */
const timesTheMedian = 3
const enoughLots = 10
/** An event of the days before may still be at work. */
const lookBack = 7
const most = 8

export interface SuggestionFacts {
  lots: readonly EmployerLot[]
  spikes: readonly Spike[]
  /** Not cancelled. */
  events: readonly FieldEvent[]
  /** Spikes somebody wrote a note on: they are explained. */
  noted: readonly { districtCode: string | null; firstDay: Day; lastDay: Day }[]
}

/** The latest first; none where an event is noted there and then, and one for a lot and the spike it made. */
export function suggestEvents({ lots, spikes, events, noted }: SuggestionFacts): EventSuggestion[] {
  const large = largeLots(lots).map(lot => ({
    kind: 'employer-drive' as const,
    districtCode: lot.districtCode,
    firstDay: lot.day,
    lastDay: lot.day,
    because: { lot: lot.size },
  }))
  const unexplained = spikes.flatMap(spike =>
    spike.districtCode === null || spike.level !== 'alert' || spike.kind !== 'spike'
      ? []
      : [
          {
            kind: 'other' as const,
            districtCode: spike.districtCode,
            firstDay: spike.firstDay,
            lastDay: spike.lastDay,
            because: { spike: Math.round(spike.excess) },
          },
        ],
  )
  const known = [...events.flatMap(placesOf), ...noted]
  const open = (suggestion: EventSuggestion) => !known.some(place => explains(place, suggestion))
  const lotDays = large.filter(open)
  const rest = unexplained.filter(open).filter(one => !lotDays.some(lot => explains(lot, one)))
  return [...lotDays, ...rest].toSorted((a, b) => (a.firstDay > b.firstDay ? -1 : 1)).slice(0, most)
}

function largeLots(lots: readonly EmployerLot[]): EmployerLot[] {
  const sizes = lots.map(({ size }) => size).toSorted((a, b) => a - b)
  const median = sizes.length < enoughLots ? 0 : sizes[Math.floor(sizes.length / 2)]!
  return lots.filter(({ size }) => size >= Math.max(leastLarge, timesTheMedian * median))
}

interface Place {
  districtCode: string | null
  firstDay: Day
  lastDay: Day
}

function placesOf({ districtCodes, firstDay, lastDay }: FieldEvent): Place[] {
  return districtCodes.map(districtCode => ({ districtCode, firstDay, lastDay }))
}

function explains(place: Place, { districtCode, firstDay, lastDay }: EventSuggestion): boolean {
  const isHere = place.districtCode === null || place.districtCode === districtCode
  return isHere && place.firstDay <= lastDay && place.lastDay >= addDays(firstDay, -lookBack)
}
