import { everywhere } from '../../domain/reporting-delay.js'
import { addDays, type Day } from '../../domain/time.js'
import { districtsPage } from '../../views/districts/list.js'
import { show } from '../respond.js'
import type { StaffVisit } from '../visit.js'
import { askedPeriod, type AskedPeriod } from './asked.js'
import { figuresByDistrict } from './figures.js'
import { districtRows } from './rows.js'

/** All districts together and side by side. */
export async function listDistricts(visit: StaffVisit): Promise<void> {
  const { store } = visit.app
  const asked = await askedPeriod(visit)
  const { first, last } = asked
  const period = { from: first, to: last }
  const only = asked.streamId === null ? {} : { streamId: asked.streamId }
  const districts = await store.districts.list()
  const [recent, figures, counts, lots, broadcasts, fieldEvents, holidays] = await Promise.all([
    districtRows(visit),
    figuresByDistrict(visit, { ...asked, districts }),
    wholeCounts(visit, { ...period, ...only }),
    store.registrations.lots({ ...period, ...only }),
    store.broadcasts.listStates(period),
    store.fieldEvents.between(first, last),
    store.holidays.between(first, last),
  ])
  const given = {
    ...asked,
    figures,
    counts,
    lots,
    incompleteFrom: await incompleteFrom(visit, asked),
    fieldEvents,
    broadcasts: broadcasts.filter(broadcast => !broadcast.withdrawnAt || broadcast.answer),
    holidays: holidays.filter(holiday => holiday.kind !== 'election'),
    districts: recent.rows,
    mapPeriod: visit.formats.days(recent.first, recent.last),
    updated: visit.words.common.updated(visit.formats.day(last)),
  }
  show(visit, 'districts/list', districtsPage(visit.words, visit.formats, given))
}

/** Of several streams together, days are incomplete as long as one of them is. */
async function incompleteFrom(
  { app: { store } }: StaffVisit,
  { streams, streamId, last }: AskedPeriod,
): Promise<Day | null> {
  const shown = streams.filter(({ id }) => streamId === null || id === streamId)
  const delays = await Promise.all(shown.map(({ id }) => store.forecasts.delay(id, everywhere)))
  const complete = delays.flatMap(delay => delay?.completeThrough ?? []).toSorted()[0]
  return complete !== undefined && complete < last ? addDays(complete, 1) : null
}

/** A day that only some districts report is no fall of the whole: it is left open. */
async function wholeCounts({ app: { store } }: StaffVisit, asked: { from: Day; to: Day; streamId?: string }) {
  const days = await store.registrations.dayTotals(asked)
  const usual = Math.max(0, ...days.map(({ reports }) => reports))
  return days.map(({ day, total, reports, spanDays }) => ({
    day,
    spanDays,
    count: reports >= usual * 0.9 && reports > 0 ? total : null,
  }))
}
