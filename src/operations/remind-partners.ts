import type { App, Store } from '../app.js'
import { system } from '../domain/actor.js'
import type { Contact } from '../domain/contact.js'
import { keyBy } from '../domain/group.js'
import { isUnanswered } from '../domain/inbox.js'
import { remindedWithin, remindersDue, type Reminder } from '../domain/reminder.js'
import { afterRest } from '../domain/schedule.js'
import { addDays, dayOf, instantAt, mondayOf, type Day, type Instant } from '../domain/time.js'
import { daysOff } from '../domain/working-days.js'
import { postMail } from './post-mail.js'
import { record } from './record.js'
import { weekLinkFor } from './week-link.js'

/** Writes the reminders of today: each step once for a contact and week, in working hours, and gone stale tomorrow. */
export async function remindPartners(app: App): Promise<number> {
  const facts = await reminderFacts(app)
  let sent = 0
  for (const reminder of remindersDue(facts)) {
    const times = timesOf(app, reminder, facts.daysOff)
    sent += await app.store.write(async store =>
      reminder.toContactIds.length > 0
        ? tellContacts(app, store, reminder, times)
        : tellPlanners(app, store, reminder, times),
    )
  }
  return sent
}

interface Times {
  dueAt: Instant
  expiresAt: Instant
}

/** A reminder that could not be sent on its day is not sent late: the next step says more. After the last comes none. */
function timesOf({ clock }: App, { step }: Reminder, off: ReadonlySet<Day>): Times {
  const dueAt = afterRest(clock.now(), clock.zone, off)
  const days = step === 'planner' ? 7 : 1
  return { dueAt, expiresAt: instantAt(addDays(dayOf(dueAt, clock.zone), days), 0, clock.zone) }
}

async function reminderFacts({ store, clock }: App) {
  const today = clock.today()
  const from = mondayOf(addDays(today, -remindedWithin))
  const [contacts, outlets, broadcasts, moreTime, holidays, lockedThrough] = await Promise.all([
    store.contacts.listServing(today),
    store.outlets.list(),
    store.broadcasts.listStates({ from, to: addDays(today, -1), unjudged: true }),
    store.moreTime.since(from),
    store.holidays.between(addDays(today, -60), addDays(today, 60)),
    store.periodLocks.lockedThrough(),
  ])
  return {
    today,
    daysOff: daysOff(holidays),
    lockedThrough,
    contacts,
    outlets: keyBy(outlets, outlet => outlet.id),
    broadcasts: broadcasts.filter(isUnanswered),
    moreTime,
  }
}

async function tellContacts(app: App, store: Store, reminder: Reminder, times: Times): Promise<number> {
  const { step, week, contactId } = reminder
  let sent = 0
  for (const id of reminder.toContactIds) {
    const to = (await store.contacts.find(id))!
    const known = await store.links.findWeek(id, week)
    // Whoever got the week's first mail today is not reminded of it today.
    if (known && dayOf(known.createdAt, app.clock.zone) === app.clock.today()) continue
    const link = await weekLinkFor(app, store, { contactId: id, week })
    const payload = { step, linkId: link.id, contactId: id, aboutId: contactId, week }
    const key = `reminder ${step} ${contactId} ${week} ${id}`
    sent += await post(app, store, { reminder, kind: 'reminder', to, key, payload, times })
  }
  return sent
}

async function tellPlanners(app: App, store: Store, reminder: Reminder, times: Times): Promise<number> {
  const { week, contactId } = reminder
  const campaigns = new Set(reminder.broadcasts.map(({ campaignId }) => campaignId))
  const owners = new Set((await store.campaigns.list()).filter(c => campaigns.has(c.id)).map(c => c.ownerId))
  let sent = 0
  for (const id of owners) {
    const to = await store.users.find(id)
    if (!to || to.deactivatedAt) continue
    const payload = { userId: id, contactId, week, outletId: reminder.broadcasts[0]!.outletId }
    const key = `reminder planner ${contactId} ${week} ${id}`
    sent += await post(app, store, { reminder, kind: 'answers-missing', to, key, payload, times })
  }
  return sent
}

async function post(
  app: App,
  store: Store,
  {
    reminder,
    key,
    times,
    ...mail
  }: {
    reminder: Reminder
    kind: 'reminder' | 'answers-missing'
    to: Pick<Contact, 'email' | 'language'>
    key: string
    payload: Record<string, string>
    times: Times
  },
): Promise<number> {
  const { contactId, week, step } = reminder
  const isNew = await postMail(app, store, {
    ...mail,
    ...times,
    subjectId: `${contactId} ${week}`,
    dedupeKey: key,
  })
  if (!isNew) return 0
  await record(app, store, system('remind-partners'), {
    action: 'reminder-sent',
    subject: ['contact', contactId],
    after: { week, step, to: mail.to.email },
  })
  return 1
}
