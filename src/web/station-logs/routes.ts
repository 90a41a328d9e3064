import { may } from '../../domain/access.js'
import { Invalid } from '../../domain/errors.js'
import { addDays, mondayOf } from '../../domain/time.js'
import { commitStationLog } from '../../operations/commit-station-log.js'
import { discardStationLog } from '../../operations/change-station-log.js'
import { overruleStationLog, trustStationLog } from '../../operations/overrule-station-log.js'
import { receiveStationLog } from '../../operations/receive-station-log.js'
import type { FormState } from '../../views/components/fields.js'
import { paths } from '../../views/paths.js'
import { logListPage, logUploadPage } from '../../views/station-logs/list.js'
import { overrulePage } from '../../views/station-logs/overrule.js'
import { logPage } from '../../views/station-logs/show.js'
import { ReasonForm } from '../campaigns/form.js'
import { countAttempt } from '../rate-limits.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { logFacts, saveReading } from './facts.js'
import { largestLog, LogUploadForm, OverruleForm } from './form.js'

export const stationLogRoutes: Route[] = [
  { method: 'get', path: '/outlets/:id/logs', access: 'readPlans', handle: visit => listLogs(visit) },
  { method: 'post', path: '/outlets/:id/logs', access: 'verifyRuns', upload: largestLog, handle: receive },
  { method: 'get', path: '/station-logs/:id', access: 'readPlans', handle: visit => showLog(visit) },
  { method: 'post', path: '/station-logs/:id/reading', access: 'verifyRuns', handle: readAgain },
  { method: 'post', path: '/station-logs/:id/commit', access: 'verifyRuns', handle: commit },
  { method: 'post', path: '/station-logs/:id/discard', access: 'verifyRuns', handle: discard },
  { method: 'post', path: '/station-logs/:id/trust', access: 'verifyRuns', handle: trust },
  {
    method: 'get',
    path: '/station-logs/:id/runs/:broadcastId',
    access: 'verifyRuns',
    handle: visit => askOverrule(visit),
  },
  { method: 'post', path: '/station-logs/:id/runs/:broadcastId', access: 'verifyRuns', handle: overrule },
]

const mostListed = 50

async function listLogs(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const outlet = found(await store.outlets.find(param(visit, 'id')), 'outlet')
  const listed = { outlet, logs: await store.stationLogs.listOfOutlet(outlet.id, mostListed) }
  if (!may(visit.user.role, 'verifyRuns'))
    return show(visit, 'station-logs/list', logListPage(visit.words, visit.formats, listed))
  const last = addDays(mondayOf(clock.today()), -1)
  const given = { listed, days: { first: addDays(last, -6), last }, state }
  show(visit, 'forms/page', logUploadPage(visit.words, visit.formats, given), state ? 422 : 200)
}

async function receive(visit: StaffVisit): Promise<void> {
  await countAttempt(visit, 'upload', visit.user.id)
  const outlet = found(await visit.app.store.outlets.find(param(visit, 'id')), 'outlet')
  const form = readForm(visit, LogUploadForm)
  if (!form.ok) return listLogs(visit, form)
  const { first, last, text } = form.value
  const { file } = visit.req
  const upload =
    file && file.size > 0 ? { bytes: file.buffer, name: file.originalname.slice(0, 200) } : undefined
  const id = await orRefuse(
    form.typed,
    async () => {
      if (last < first) throw new Invalid({ last: { code: 'days-reversed' } })
      return receiveStationLog(visit.app, visit.actor, { outlet, period: { first, last }, upload, text })
    },
    state => listLogs(visit, state),
  )
  if (id) redirect(visit, paths.log(id))
}

async function findLog(visit: StaffVisit) {
  return found(await visit.app.store.stationLogs.find(param(visit, 'id')), 'station log')
}

async function showLog(visit: StaffVisit, state?: FormState): Promise<void> {
  const log = await findLog(visit)
  const users = await visit.app.store.users.list()
  const mayWork = may(visit.user.role, 'verifyRuns')
  const given = {
    ...(await logFacts(visit.app, log)),
    names: new Map(users.map(({ id, name }) => [id, name])),
    mayWork,
    mayTrust: mayWork && log.receivedByUser !== visit.user.id,
  }
  show(visit, 'station-logs/show', logPage(visit.words, visit.formats, given, state), state ? 422 : 200)
}

async function readAgain(visit: StaffVisit): Promise<void> {
  const log = await findLog(visit)
  const refused = await saveReading(visit, visit.actor, await logFacts(visit.app, log))
  if (refused) return showLog(visit, refused)
  redirect(visit, paths.log(log.id), visit.words.stationLogs.readingSaved)
}

async function commit(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const { answers } = await commitStationLog(visit.app, visit.actor, id)
  redirect(visit, paths.log(id), visit.words.stationLogs.committed(visit.formats.number(answers)))
}

async function discard(visit: StaffVisit): Promise<void> {
  const { id, outletId } = await findLog(visit)
  await discardStationLog(visit.app, visit.actor, id)
  redirect(visit, paths.outletLogs(outletId), visit.words.stationLogs.discarded)
}

async function trust(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, ReasonForm)
  if (!form.ok) throw new Invalid(form.problems)
  await trustStationLog(visit.app, visit.actor, id, form.value.reason)
  redirect(visit, paths.log(id), visit.words.stationLogs.trusted)
}

async function askOverrule(visit: StaffVisit, state?: FormState): Promise<void> {
  const log = await findLog(visit)
  const broadcast = found(await visit.app.store.broadcasts.find(param(visit, 'broadcastId')), 'broadcast')
  const runs = await visit.app.store.stationLogs.runs(log.id)
  const page = overrulePage(visit.words, visit.formats, { log, broadcast, runs }, state)
  show(visit, 'forms/page', page, state ? 422 : 200)
}

async function overrule(visit: StaffVisit): Promise<void> {
  const { id } = await findLog(visit)
  const form = readForm(visit, OverruleForm)
  if (!form.ok) return askOverrule(visit, form)
  const overruling = { ...form.value, broadcastId: param(visit, 'broadcastId') }
  const done = await orRefuse(
    form.typed,
    () => overruleStationLog(visit.app, visit.actor, id, overruling).then(() => true),
    state => askOverrule(visit, state),
  )
  if (done) redirect(visit, paths.log(id), visit.words.stationLogs.overruled)
}
