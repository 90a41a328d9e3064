import type { App } from '../../app.js'
import { movedDeadlines } from '../../domain/more-time.js'
import type { Outlet } from '../../domain/outlet.js'
import { reliabilityOf, reliableDays, type Reliability } from '../../domain/reliability.js'
import { addDays, dayOf, type Day } from '../../domain/time.js'

/** How reliable an outlet was in the half year up to a day, from what is known today. */
export async function reliabilityUntil(
  { store, clock }: App,
  outlet: Outlet,
  last: Day,
): Promise<Reliability> {
  const from = addDays(last, -reliableDays)
  const [broadcasts, contacts, asked] = await Promise.all([
    store.broadcasts.listStates({ outletIds: [outlet.id], from, to: last }),
    store.contacts.listOfOutlet(outlet.id, clock.today()),
    store.moreTime.since(addDays(from, -7)),
  ])
  const first = await store.confirmations.firstAnswers(broadcasts.map(({ id }) => id))
  const theirs = asked.filter(({ contactId }) => contacts.some(({ id }) => id === contactId))
  return reliabilityOf(outlet, broadcasts, {
    last,
    firstAnswered: new Map([...first].map(([id, at]) => [id, dayOf(at, clock.zone)])),
    moved: movedDeadlines(theirs),
  })
}
