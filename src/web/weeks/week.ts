import { may } from '../../domain/access.js'
import type { BroadcastState } from '../../domain/broadcast.js'
import { askedDeadline } from '../../domain/deadline.js'
import { groupBy } from '../../domain/group.js'
import { isUnanswered } from '../../domain/inbox.js'
import { linkIsOpen } from '../../domain/link.js'
import type { Outlet } from '../../domain/outlet.js'
import { addDays, isDay, mondayOf, type Day } from '../../domain/time.js'
import { NotFound } from '../../domain/errors.js'
import type { OutletWeekFacts } from '../../views/weeks/show.js'
import { weeksTable } from '../../views/weeks/show.js'
import { paths } from '../../views/paths.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

export interface OutletWeek {
  outlet: Outlet
  week: Day
  broadcasts: BroadcastState[]
}

/** The outlet and the week an address names: a Monday. */
export async function outletWeek(visit: StaffVisit): Promise<OutletWeek> {
  const { store } = visit.app
  const week = param(visit, 'week')
  if (!isDay(week) || mondayOf(week) !== week) throw new NotFound('week')
  const outlet = found(await store.outlets.find(param(visit, 'id')), 'outlet')
  const states = await store.broadcasts.listStates({
    outletIds: [outlet.id],
    from: week,
    to: addDays(week, 6),
  })
  return { outlet, week, broadcasts: states.filter(state => !state.withdrawnAt || state.confirmationId) }
}

export async function outletWeekFacts(visit: StaffVisit): Promise<OutletWeekFacts> {
  const { app, user } = visit
  const { store, clock, tokens } = app
  const today = clock.today()
  const { outlet, week, broadcasts } = await outletWeek(visit)
  const [contact] = await store.contacts.listOfOutlet(outlet.id, today)
  const asked = contact ? (await store.moreTime.ofContact(contact.id, week)).get(week) : undefined
  const mails = contact ? await store.outbox.listOfSubject(`${contact.id} ${week}`) : []
  const copied = contact && (await store.links.findCopied(contact.id, week, user.id))
  const moved = asked?.moves ? asked.untilDay : undefined
  const deadlines = broadcasts
    .filter(isUnanswered)
    .map(({ day }) => askedDeadline(outlet, day, moved))
    .toSorted()
  return {
    outlet,
    week,
    broadcasts,
    contact,
    deadline: deadlines[0],
    moreTime: asked,
    reminders: mails.filter(({ kind }) => kind === 'reminder' || kind === 'answers-missing'),
    today,
    zone: clock.zone,
    mayEnter: may(user.role, 'verifyRuns'),
    newLinkAddress: app.url(paths.newLink),
    linkAddress:
      copied && linkIsOpen(copied, clock.now()) ? app.url(paths.week(tokens.ofLink(copied.id))) : '',
  }
}

const shownWeeks = 8

/** The latest weeks of an outlet in which something was to run. */
export async function weeksOf({ app, words, formats }: StaffVisit, outlet: Outlet) {
  const today = app.clock.today()
  const from = addDays(mondayOf(today), -7 * (shownWeeks - 1))
  const states = await app.store.broadcasts.listStates({ outletIds: [outlet.id], from, to: today })
  const standing = states.filter(state => !state.withdrawnAt || state.confirmationId)
  const weeks = [...groupBy(standing, ({ day }) => mondayOf(day))].map(([week, runs]) => ({
    week,
    runs: runs.length,
    open: runs.filter(run => run.day < today && isUnanswered(run)).length,
  }))
  return weeksTable(words, formats, outlet, weeks.toReversed())
}
