import {
  calendarItems,
  rangeOf,
  wholeWeeks,
  type CalendarItem,
  type DaysAround,
} from '../../domain/calendar.js'
import { keyBy } from '../../domain/group.js'
import { coverageOn, type Medium } from '../../domain/outlet.js'
import type { DeliveryStatus } from '../../domain/delivery.js'
import { makeCalendarFeed, revokeCalendarFeed } from '../../operations/keep-calendar-feeds.js'
import type { CalendarQuery } from '../../views/calendar/filters.js'
import { calendarPage } from '../../views/calendar/page.js'
import { paths } from '../../views/paths.js'
import { Invalid } from '../../domain/errors.js'
import { readFilter, readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { param } from '../visit.js'
import { sendFeed } from './feed.js'
import { CalendarFilter, FeedForm } from './form.js'

export const calendarRoutes: Route[] = [
  { method: 'get', path: '/calendar', access: 'readPlans', handle: showCalendar },
  { method: 'post', path: '/calendar/feeds', access: 'readPlans', handle: make },
  { method: 'post', path: '/calendar/feeds/:id/revocation', access: 'readPlans', handle: revoke },
  { method: 'get', path: '/feeds/:token', access: 'anyone', handle: sendFeed },
]

async function showCalendar(visit: StaffVisit): Promise<void> {
  const { store, clock, tokens } = visit.app
  const today = clock.today()
  const form = readFilter(visit, CalendarFilter)
  const usual = { view: 'month', on: '', campaign: '', outlet: '', medium: '', state: '' } as const
  const read = form.ok ? form.value : usual
  const query: CalendarQuery = { ...read, on: read.on || today }
  const [items, around, campaigns, outlets, coverage, districts, settings, feeds] = await Promise.all([
    itemsOf(visit, query),
    gapsOf(visit, query),
    store.campaigns.list(),
    store.outlets.list(),
    store.outlets.allCoverage(),
    store.districts.listOn(query.on),
    store.settings.all(),
    store.calendarFeeds.listOpen(visit.user.id),
  ])
  const page = calendarPage(visit.words, visit.formats, {
    query,
    state: form.ok ? { typed: {}, problems: {} } : form,
    choices: { campaigns, outlets: outlets.filter(outlet => !outlet.retiredAt) },
    today,
    items,
    around,
    coverage: coverageOn(coverage, query.on),
    districts,
    threshold: settings.exposureThreshold,
    feeds: feeds.map(feed => ({
      feed,
      address: visit.app.url(paths.calendarFeed(tokens.ofLink(feed.id))),
    })),
    outlets: keyBy(outlets, outlet => outlet.id),
  })
  show(visit, 'calendar/show', page, form.ok ? 200 : 422)
}

/** One query for every view: the whole weeks around what is shown. */
async function itemsOf(visit: StaffVisit, query: CalendarQuery): Promise<CalendarItem[]> {
  const { store, clock } = visit.app
  const { first, last } = wholeWeeks(rangeOf(query.view, query.on))
  const rows = await store.broadcasts.listForCalendar({ ...filterOf(query), from: first, to: last })
  return calendarItems(rows, clock.today(), (query.state || undefined) as DeliveryStatus | undefined)
}

/** Of broadcasts in one state only, days without any are no gaps. */
async function gapsOf(visit: StaffVisit, query: CalendarQuery): Promise<DaysAround | null> {
  if (query.state) return null
  return visit.app.store.broadcasts.daysAround(filterOf(query), rangeOf(query.view, query.on))
}

function filterOf({ campaign, outlet, medium }: CalendarQuery) {
  return {
    campaignId: campaign || undefined,
    outletIds: outlet ? [outlet] : undefined,
    medium: (medium || undefined) as Medium | undefined,
  }
}

async function make(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, FeedForm)
  if (!form.ok) throw new Invalid(form.problems)
  await makeCalendarFeed(visit.app, visit.actor, form.value.outletId || null)
  redirect(visit, paths.calendar, visit.words.calendar.feedMade)
}

async function revoke(visit: StaffVisit): Promise<void> {
  await revokeCalendarFeed(visit.app, visit.actor, param(visit, 'id'))
  redirect(visit, paths.calendar, visit.words.calendar.feedRevoked)
}
