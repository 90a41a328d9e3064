import { deskTasks } from '../../domain/desk.js'
import { keyBy } from '../../domain/group.js'
import { deskPage } from '../../views/home/pages.js'
import { addDays } from '../../domain/time.js'
import { daysOff } from '../../domain/working-days.js'
import { show } from '../respond.js'
import type { StaffVisit } from '../visit.js'

/** What is older than half a year is no longer chased from here; the delivery board still shows it. */
const chasedDays = 182

export async function showDesk(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const today = clock.today()
  const [campaigns, orders, outlets, broadcasts, materials, openAlarms, messages, holidays, contacts, asked] =
    await Promise.all([
      store.campaigns.list(),
      store.mediaOrders.list(),
      store.outlets.list(),
      store.broadcasts.listStates({
        from: addDays(today, -chasedDays),
        to: addDays(today, -1),
        unjudged: true,
      }),
      store.materials.listUnchecked(),
      store.evidenceAlarms.countOpen(),
      store.messages.list(),
      store.holidays.between(addDays(today, -14), addDays(today, 60)),
      store.contacts.listServing(today),
      store.moreTime.since(addDays(today, -chasedDays)),
    ])
  const tasks = deskTasks({
    reader: { id: visit.user.id, role: visit.user.role },
    today,
    campaigns,
    materials,
    messages,
    daysOff: daysOff(holidays),
    openAlarms,
    moreTime: contacts.flatMap(({ id, outletId, name }) =>
      asked
        .filter(({ contactId }) => contactId === id)
        .map(more => ({ ...more, outletId, contactName: name })),
    ),
    // A contact who serves several outlets is one task.
    staleContacts: [...keyBy(contacts, contact => contact.id).values()].filter(
      ({ staleAt }) => staleAt !== null,
    ),
    orders,
    outlets: keyBy(outlets, outlet => outlet.id),
    broadcasts: broadcasts.filter(broadcast => !broadcast.withdrawnAt || broadcast.answer),
  })
  show(visit, 'home/desk', deskPage(visit.words, visit.formats, { tasks, today }))
}
