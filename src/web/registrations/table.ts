import {
  bucketsOfYear,
  piecesOf,
  registrationTable,
  type BucketKind,
} from '../../domain/registration-table.js'
import type { Instant } from '../../domain/time.js'
import { addDays, instantAt, isDay, justBefore } from '../../domain/time.js'
import { countsCsv } from '../../views/registrations/counts-csv.js'
import { registrationsCsv } from '../../views/registrations/table-csv.js'
import { registrationsPage, type ShownTable, type TableFilter } from '../../views/registrations/table-page.js'
import { show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { query } from '../visit.js'
import { importList } from './imports.js'

export const tableRoutes: Route[] = [
  { method: 'get', path: '/registrations', access: 'readResults', handle: showTable },
  { method: 'get', path: '/registrations.csv', access: 'readResults', handle: sendCsv },
  { method: 'get', path: '/registrations/counts.csv', access: 'readResults', handle: sendCounts },
]

async function showTable(visit: StaffVisit): Promise<void> {
  const [shown, list] = [await shownTable(visit), await importList(visit, 10)]
  show(visit, 'registrations/show', registrationsPage(visit, shown, list))
}

async function sendCsv(visit: StaffVisit): Promise<void> {
  const shown = await shownTable(visit)
  const { year, by } = shown.filter
  const text = visit.app.tables.csv(registrationsCsv(visit, shown), visit.language === 'id' ? ';' : ',')
  visit.res.type('csv').attachment(`gaung-registrations-${year}-${by}.csv`).send(text)
}

/** The counts themselves, day by day. */
async function sendCounts(visit: StaffVisit): Promise<void> {
  const { filter } = await shownTable(visit)
  const { year, streamId } = filter
  const moment = asOfMoment(visit)
  const counts = await visit.app.store.registrations.list(
    { from: `${year}-01-01`, to: `${year}-12-31` },
    { ...(streamId ? { streamId } : {}), ...(moment ? { asOf: moment } : {}) },
  )
  const text = visit.app.tables.csv(countsCsv(visit, counts), visit.language === 'id' ? ';' : ',')
  visit.res.type('csv').attachment(`gaung-counts-${year}.csv`).send(text)
}

async function shownTable(visit: StaffVisit): Promise<ShownTable> {
  const { store, clock } = visit.app
  const moment = asOfMoment(visit)
  const [streams, districts, period, knownAt] = await Promise.all([
    store.streams.list(),
    store.districts.list(),
    store.registrations.reportedPeriod(moment),
    moment ?? store.registrations.lastKnownFrom(),
  ])
  const latest = Number((period?.to ?? clock.today()).slice(0, 4))
  const wanted = query(visit, 'stream')
  const streamId =
    wanted === 'all' ? '' : ((streams.find(stream => stream.id === wanted) ?? streams[0])?.id ?? '')
  const filter: TableFilter = {
    year: yearOf(query(visit, 'year')) ?? latest,
    streamId,
    by: query(visit, 'by') === 'week' ? 'week' : 'month',
    asOf: moment ? query(visit, 'asOf') : '',
    map: isDay(query(visit, 'map')) ? query(visit, 'map') : '',
  }
  const buckets = bucketsOfYear(filter.year, filter.by satisfies BucketKind)
  const changes = await store.districts.changes()
  const asked = {
    starts: piecesOf(buckets, changes).map(piece => piece.start),
    to: `${filter.year}-12-31`,
    asOf: moment,
    streamId: streamId || undefined,
  }
  const table = registrationTable({
    districts,
    buckets,
    sums: await store.registrations.bucketTotals(asked),
    from: period?.from ?? asked.to,
    to: period?.to ?? '',
    streams: streamId ? 1 : streams.length,
    changes,
    mapDay: filter.map || null,
  })
  return {
    filter,
    years: yearsOf(period, filter.year),
    streams,
    table,
    period,
    knownAt,
    changes,
    names: new Map(districts.map(({ code, shortName }) => [code, shortName])),
  }
}

/** A day means its end, as the office counts days; a moment means itself. */
function asOfMoment(visit: StaffVisit): Instant | undefined {
  const text = query(visit, 'asOf')
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && isDay(text.slice(0, 10))) return text
  if (!isDay(text)) return undefined
  return justBefore(instantAt(addDays(text, 1), 0, visit.app.clock.zone))
}

function yearOf(text: string): number | undefined {
  return /^(?:19|20)\d{2}$/.test(text) ? Number(text) : undefined
}

function yearsOf(period: { from: string; to: string } | null, shown: number): number[] {
  const [first, last] = period
    ? [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))]
    : [shown, shown]
  const years = Array.from({ length: last - first + 1 }, (_, i) => last - i)
  return years.includes(shown) ? years : [shown, ...years].toSorted((a, b) => b - a)
}
