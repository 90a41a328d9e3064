import { fieldEventKinds } from '../../domain/field-event.js'
import { suggestEvents, type EventSuggestion } from '../../domain/field-event-suggestions.js'
import { addDays, isDay } from '../../domain/time.js'
import type { StaffVisit } from '../visit.js'
import { query } from '../visit.js'

/** Longer ago nobody remembers what it was. */
const days = 90

export async function suggestionsNow({ app: { store, clock } }: StaffVisit): Promise<EventSuggestion[]> {
  const to = (await store.registrations.lastDay()) ?? clock.today()
  const from = addDays(to, -days)
  const [lots, streams, events] = await Promise.all([
    store.registrations.lots({ from, to }),
    store.streams.list(),
    store.fieldEvents.between(addDays(from, -days), to),
  ])
  const ofStreams = streams.map(
    async ({ id }) =>
      [
        await store.spikes.since(from, id),
        await store.spikeNotes.touching({ from, to }, { streamId: id }),
      ] as const,
  )
  const found = await Promise.all(ofStreams)
  return suggestEvents({
    lots,
    events,
    spikes: found.flatMap(([spikes]) => spikes),
    noted: found.flatMap(([, noted]) => noted),
  })
}

/** What a suggestion fills in; anything else in the address fills in nothing. */
export function suggestedValues(visit: StaffVisit): Record<string, string> {
  const [firstDay, lastDay] = [query(visit, 'firstDay'), query(visit, 'lastDay')]
  const kind = fieldEventKinds.find(name => name === query(visit, 'kind'))
  return {
    ...(kind ? { kind } : {}),
    ...(isDay(firstDay) ? { firstDay } : {}),
    ...(isDay(lastDay) && lastDay !== firstDay ? { lastDay } : {}),
    ...(query(visit, 'district') ? { districtCodes: query(visit, 'district') } : {}),
  }
}
