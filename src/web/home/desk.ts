import { deskTasks, type DeskFacts } from '../../domain/desk.js'
import { daysAhead } from '../../domain/desk-plans.js'
import { keyBy } from '../../domain/group.js'
import { coverageOn } from '../../domain/outlet.js'
import { addDays } from '../../domain/time.js'
import { deskPage } from '../../views/home/pages.js'
import { planningDays } from '../holidays.js'
import { show } from '../respond.js'
import type { StaffVisit } from '../visit.js'
import { setUpOf } from './set-up.js'

/** What is older than half a year is no longer chased from here; the delivery board still shows it. */
const chasedDays = 182

export async function showDesk(visit: StaffVisit): Promise<void> {
  const today = visit.app.clock.today()
  const [plans, runs, outlets, setUp] = await Promise.all([
    planFacts(visit),
    runFacts(visit),
    outletFacts(visit),
    setUpOf(visit),
  ])
  const reader = { id: visit.user.id, role: visit.user.role }
  const tasks = deskTasks({ reader, today, now: visit.app.clock.now(), ...plans, ...runs, ...outlets })
  show(visit, 'home/desk', deskPage(visit.words, visit.formats, { tasks, today, setUp }))
}

type Plans = 'campaigns' | 'orders' | 'materials' | 'messages' | 'deadlines' | 'holidays' | 'onAir'

async function planFacts({ app }: StaffVisit): Promise<Pick<DeskFacts, Plans>> {
  const { store, clock } = app
  const today = clock.today()
  const [campaigns, orders, materials, messages, { holidays, rule }, onAir] = await Promise.all([
    store.campaigns.listAhead(today),
    store.mediaOrders.listPending(today),
    store.materials.listUnfit(),
    store.messages.listUndecided(),
    planningDays(app),
    store.broadcasts.onAir(today, addDays(today, daysAhead - 1)),
  ])
  return { campaigns, orders, materials, messages, deadlines: rule, holidays, onAir }
}

type Runs = 'broadcasts' | 'misses' | 'attempts' | 'openAlarms'

async function runFacts({ app: { store, clock } }: StaffVisit): Promise<Pick<DeskFacts, Runs>> {
  const today = clock.today()
  const past = { from: addDays(today, -chasedDays), to: addDays(today, -1) }
  const [broadcasts, misses, openAlarms] = await Promise.all([
    store.broadcasts.listStates({ ...past, unjudged: true }),
    store.broadcasts.listStates({ ...past, missed: true }),
    store.evidenceAlarms.countOpen(),
  ])
  return {
    broadcasts: broadcasts.filter(broadcast => !broadcast.withdrawnAt || broadcast.answer),
    misses,
    attempts: await store.makegoods.listOfMisses(misses.map(({ id }) => id)),
    openAlarms,
  }
}

type Outlets = 'outlets' | 'coverage' | 'threshold' | 'districts' | 'staleContacts' | 'moreTime'

async function outletFacts({ app: { store, clock } }: StaffVisit): Promise<Pick<DeskFacts, Outlets>> {
  const today = clock.today()
  const [outlets, coverage, settings, districts, contacts, asked] = await Promise.all([
    store.outlets.list(),
    store.outlets.allCoverage(),
    store.settings.all(),
    store.districts.listOn(today),
    store.contacts.listServing(today),
    store.moreTime.since(addDays(today, -chasedDays)),
  ])
  // A contact who serves several outlets is one task.
  const people = [...keyBy(contacts, contact => contact.id).values()]
  return {
    outlets: keyBy(outlets, outlet => outlet.id),
    coverage: coverageOn(coverage, today),
    threshold: settings.exposureThreshold,
    districts,
    moreTime: contacts.flatMap(({ id, outletId, name }) =>
      asked.filter(({ contactId }) => contactId === id).map(it => ({ ...it, outletId, contactName: name })),
    ),
    staleContacts: people.filter(({ staleAt }) => staleAt !== null),
  }
}
