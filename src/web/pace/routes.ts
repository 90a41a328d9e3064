import type { PaceFilter } from '../../views/pace/shown.js'
import { pacePage } from '../../views/pace/page.js'
import { paceRows } from '../../views/pace/table.js'
import { isDay } from '../../domain/time.js'
import { paths } from '../../views/paths.js'
import { show } from '../respond.js'
import { sendPicture } from '../send-picture.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { query } from '../visit.js'
import { paceFacts } from './facts.js'

export const paceRoutes: Route[] = [
  { method: 'get', path: '/pace', access: 'readResults', handle: showPace },
  { method: 'get', path: '/pace.svg', access: 'readResults', handle: visit => sendChart(visit, 'svg') },
  { method: 'get', path: '/pace.png', access: 'readResults', handle: visit => sendChart(visit, 'png') },
  { method: 'get', path: '/pace.csv', access: 'readResults', handle: sendCsv },
]

async function showPace(visit: StaffVisit): Promise<void> {
  show(visit, 'pace/show', pacePage(visit, await paceFacts(visit.app, await filterOf(visit))))
}

async function sendChart(visit: StaffVisit, kind: 'svg' | 'png'): Promise<void> {
  const page = pacePage(visit, await paceFacts(visit.app, await filterOf(visit)))
  await sendPicture(visit, kind, { page, back: paths.pace })
}

/** Exactly the table of the page. */
async function sendCsv(visit: StaffVisit): Promise<void> {
  const facts = await paceFacts(visit.app, await filterOf(visit))
  const { columns, rows } = paceRows(visit, facts)
  const file = visit.app.tables.csv([columns, ...rows], visit.language === 'id' ? ';' : ',')
  visit.res.attachment(`${visit.words.pace.fileName}-${facts.through}.csv`).type('text/csv').send(file)
}

/** The year that is nearest to what is reported, unless another is asked for. */
async function filterOf(visit: StaffVisit): Promise<PaceFilter> {
  const { store, clock } = visit.app
  const [streams, branches, last] = await Promise.all([
    store.streams.list(),
    store.districts.branches(),
    store.registrations.lastDay(),
  ])
  const asked = (name: string, pattern: RegExp) => pattern.exec(query(visit, name))?.[0]
  const asOf = query(visit, 'asOf')
  const month = Number(asked('month', /^(?:[1-9]|1[0-2])$/) ?? 0)
  return {
    year: Number(asked('year', /^(?:19|20)\d{2}$/) ?? (last ?? clock.today()).slice(0, 4)),
    month: month || null,
    streamId: streams.find(({ id }) => id === query(visit, 'stream'))?.id ?? '',
    branchId: branches.find(({ id }) => id === query(visit, 'branch'))?.id ?? null,
    asOf: isDay(asOf) ? asOf : null,
  }
}
