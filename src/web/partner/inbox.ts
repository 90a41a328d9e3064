import { keyBy } from '../../domain/group.js'
import { askedDays, openWeeks } from '../../domain/inbox.js'
import { isMiss, isUnresolved } from '../../domain/makegood.js'
import type { Outlet } from '../../domain/outlet.js'
import { movedDeadlines, type MoreTime } from '../../domain/more-time.js'
import { addDays, type Day } from '../../domain/time.js'
import type { Inbox } from '../../views/partner/week.js'
import { paths } from '../../views/paths.js'
import type { PartnerVisit } from '../visit.js'

/** What waits for this contact besides the week that is open. */
export async function inboxOf(
  visit: PartnerVisit,
  outlets: ReadonlyMap<string, Outlet>,
  asked: ReadonlyMap<Day, MoreTime>,
): Promise<Inbox> {
  const { store, clock, tokens } = visit.app
  const today = clock.today()
  const outletIds = await store.contacts.outletIds(visit.contact.id, today)
  const [broadcasts, links] = await Promise.all([
    store.broadcasts.listStates({
      outletIds,
      from: addDays(today, -askedDays),
      to: addDays(today, -1),
      unjudged: true,
    }),
    store.links.listWeeks(visit.contact.id, clock.now()),
  ])
  const attempts = await store.makegoods.listOfMisses(broadcasts.filter(isMiss).map(({ id }) => id))
  const linkOf = keyBy(links, link => link.week ?? '')
  const askedRuns = await store.makegoods.listAskedOf(outletIds, clock.now())
  const weeks = openWeeks(broadcasts, outlets, { today, moved: movedDeadlines([...asked.values()]) }).filter(
    ({ week }) => week !== visit.link.week && linkOf.has(week),
  )
  return {
    askedRuns: askedRuns.length,
    otherWeeks: weeks.map(open => ({
      ...open,
      address: paths.week(tokens.ofLink(linkOf.get(open.week)!.id)),
    })),
    missed: broadcasts.filter(
      missed => !missed.orderClosedAt && isUnresolved(missed, attempts.get(missed.id) ?? [], clock.now()),
    ),
  }
}
