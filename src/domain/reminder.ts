/**
 * Who is reminded of an unanswered week, on which day: the contact before the deadline, on it and after it; then the
 * outlet's other contacts; then the planner. Each step once for a contact and week.
 */
import type { BroadcastState } from './broadcast.js'
import type { Contact } from './contact.js'
import { groupBy } from './group.js'
import { openWeeks, type OpenWeek } from './inbox.js'
import { movedDeadlines, type MoreTime } from './more-time.js'
import type { Outlet } from './outlet.js'
import { isAwakeDay } from './schedule.js'
import type { Day } from './time.js'
import { addDays } from './time.js'

export type ReminderStep = 'before' | 'on-day' | 'after' | 'second-contact' | 'planner'

export interface Reminder {
  step: ReminderStep
  /** Whose answer is missing. */
  contactId: string
  /** Who is written to; empty for the planners of the broadcasts' campaigns. */
  toContactIds: string[]
  week: Day
  deadline: Day
  broadcasts: BroadcastState[]
}

export type ServingContact = Contact & { outletId: string; since: Day }

export interface ReminderFacts {
  today: Day
  daysOff: ReadonlySet<Day>
  lockedThrough: Day | null
  contacts: readonly ServingContact[]
  outlets: ReadonlyMap<string, Outlet>
  /** Past broadcasts of the weeks that may still be reminded of. */
  broadcasts: readonly BroadcastState[]
  moreTime: readonly MoreTime[]
}

/** After that the week stands on the desk and the board, and no mail is sent for it any more. */
const remindedDays = 21

/** How far back broadcasts may lie of which somebody is still reminded: the longest deadline and what follows it. */
export const remindedWithin = 45

export function remindersDue(facts: ReminderFacts): Reminder[] {
  const first = firstContacts(facts.contacts)
  const open = facts.broadcasts.filter(
    ({ day, withdrawnAt, orderClosedAt }) =>
      !withdrawnAt && !orderClosedAt && !(facts.lockedThrough && day <= facts.lockedThrough),
  )
  const perContact = groupBy(open, ({ outletId }) => first.get(outletId)?.id ?? '')
  return [...perContact].flatMap(([contactId, broadcasts]) => {
    const contact = facts.contacts.find(({ id }) => id === contactId)
    return contact ? remindersOf(contact, broadcasts, facts) : []
  })
}

function remindersOf(contact: Contact, broadcasts: BroadcastState[], facts: ReminderFacts): Reminder[] {
  const asked = facts.moreTime.filter(({ contactId }) => contactId === contact.id)
  const weeks = openWeeks(broadcasts, facts.outlets, { ...facts, moved: movedDeadlines(asked) })
  return weeks.flatMap(open => {
    const more = asked.find(({ week }) => week === open.week)
    if (more && more.untilDay > facts.today) return []
    const step = stepOn(open.deadline, facts)
    if (!step) return []
    const { week, deadline } = open
    const theirs = broadcasts.filter(inWeek(open))
    return [
      {
        ...receivers(step, contact, { facts, theirs }),
        contactId: contact.id,
        week,
        deadline,
        broadcasts: theirs,
      },
    ]
  })
}

/** The step of a day: the latest that has come. What was not sent while nothing ran is not sent later. */
export function stepOn(
  deadline: Day,
  { today, daysOff }: { today: Day; daysOff: ReadonlySet<Day> },
): ReminderStep | null {
  const next = (day: Day): Day => (isAwakeDay(day, daysOff) ? day : next(addDays(day, 1)))
  const last = (day: Day): Day => (isAwakeDay(day, daysOff) ? day : last(addDays(day, -1)))
  if (today > addDays(deadline, remindedDays)) return null
  if (today >= next(addDays(deadline, 6))) return 'planner'
  if (today >= next(addDays(deadline, 4))) return 'second-contact'
  if (today >= next(addDays(deadline, 2))) return 'after'
  if (today === deadline) return isAwakeDay(today, daysOff) ? 'on-day' : null
  return today === last(addDays(deadline, -1)) ? 'before' : null
}

/** Where there is no second contact, or the first one's mail comes back, the next in line is told instead. */
function receivers(
  step: ReminderStep,
  contact: Contact,
  { facts, theirs }: { facts: ReminderFacts; theirs: BroadcastState[] },
): Pick<Reminder, 'step' | 'toContactIds'> {
  if (step === 'planner') return { step, toContactIds: [] }
  if (step !== 'second-contact' && !contact.staleAt) return { step, toContactIds: [contact.id] }
  const outletIds = new Set(theirs.map(({ outletId }) => outletId))
  const others = facts.contacts.filter(
    other => other.id !== contact.id && !other.staleAt && outletIds.has(other.outletId),
  )
  const ids = [...new Set(others.map(({ id }) => id))]
  return ids.length > 0
    ? { step: 'second-contact', toContactIds: ids }
    : { step: 'planner', toContactIds: [] }
}

/** The contact who has served an outlet longest is asked first. */
function firstContacts(contacts: readonly ServingContact[]): Map<string, ServingContact> {
  const byAge = contacts.toSorted((a, b) =>
    `${a.since} ${a.createdAt}` < `${b.since} ${b.createdAt}` ? -1 : 1,
  )
  return new Map([...groupBy(byAge, ({ outletId }) => outletId)].map(([id, [first]]) => [id, first!]))
}

function inWeek({ week }: OpenWeek) {
  return ({ day }: BroadcastState): boolean => day >= week && day <= addDays(week, 6)
}
