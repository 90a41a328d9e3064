import type { StationLog } from '../../domain/station-log.js'
import { addDays } from '../../domain/time.js'
import { discardStationLog } from '../../operations/change-station-log.js'
import { commitStationLog } from '../../operations/commit-station-log.js'
import { receiveStationLog } from '../../operations/receive-station-log.js'
import { freshForm, type FormState } from '../../views/components/fields.js'
import { partnerLogPage, partnerLogUpload } from '../../views/partner/log.js'
import { paths, withQuery } from '../../views/paths.js'
import { LinkRefused } from '../errors.js'
import { countAttempt } from '../rate-limits.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { showPartner } from '../respond.js'
import { logFacts, saveReading } from '../station-logs/facts.js'
import { PartnerLogForm } from '../station-logs/form.js'
import type { PartnerVisit } from '../visit.js'
import { param, query } from '../visit.js'

async function outletsOf({ app, contact }: PartnerVisit) {
  const [ids, outlets] = await Promise.all([
    app.store.contacts.outletIds(contact.id, app.clock.today()),
    app.store.outlets.list(),
  ])
  return outlets.filter(outlet => ids.includes(outlet.id))
}

export function showLogUpload(visit: PartnerVisit): Promise<void> {
  return uploadPage(visit, freshForm)
}

async function uploadPage(visit: PartnerVisit, state: FormState): Promise<void> {
  const given = { token: visit.token, week: visit.link.week!, outlets: await outletsOf(visit), state }
  const status = Object.keys(state.problems).length > 0 ? 422 : 200
  showPartner(visit, 'partner/log-upload', partnerLogUpload(visit.words, visit.formats, given), status)
}

export async function receiveLog(visit: PartnerVisit): Promise<void> {
  await countAttempt(visit, 'upload', visit.link.id)
  const form = readForm(visit, PartnerLogForm)
  if (!form.ok) return uploadPage(visit, form)
  const outlet = (await outletsOf(visit)).find(({ id }) => id === form.value.outletId)
  if (!outlet)
    return uploadPage(visit, { typed: form.typed, problems: { outletId: { code: 'not-a-choice' } } })
  const first = visit.link.week!
  const { file } = visit.req
  const upload =
    file && file.size > 0 ? { bytes: file.buffer, name: file.originalname.slice(0, 200) } : undefined
  const received = { outlet, period: { first, last: addDays(first, 6) }, upload, text: form.value.text }
  const id = await orRefuse(
    form.typed,
    () => receiveStationLog(visit.app, visit.actor, received),
    state => uploadPage(visit, state),
  )
  if (id) visit.res.redirect(303, paths.weekLog(visit.token, id))
}

/** A log of this week and of an outlet this contact serves; nothing else opens. */
async function ownLog(visit: PartnerVisit): Promise<StationLog | undefined> {
  const log = await visit.app.store.stationLogs.find(param(visit, 'logId'))
  const outlets = await outletsOf(visit)
  const isOwn = log?.period.first === visit.link.week && outlets.some(({ id }) => id === log?.outletId)
  return isOwn && log && !log.discardedAt ? log : undefined
}

async function mustBeOwn(visit: PartnerVisit): Promise<StationLog> {
  const log = await ownLog(visit)
  if (!log) throw new LinkRefused()
  return log
}

export function showLog(visit: PartnerVisit): Promise<void> {
  return logShown(visit)
}

async function logShown(visit: PartnerVisit, state?: FormState): Promise<void> {
  const log = await ownLog(visit)
  if (!log) return visit.res.redirect(303, paths.weekLogs(visit.token))
  const saved = query(visit, 'saved')
  const t = visit.words.stationLogs
  const notice =
    saved === 'read'
      ? t.readingSaved
      : /^\d{1,4}$/.test(saved)
        ? t.committed(visit.formats.number(Number(saved)))
        : ''
  const page = partnerLogPage(visit.words, visit.formats, await logFacts(visit.app, log), {
    token: visit.token,
    saved: notice,
    state,
  })
  showPartner(visit, 'partner/log', page, state ? 422 : 200)
}

export async function readLogAgain(visit: PartnerVisit): Promise<void> {
  await countAttempt(visit, 'partnerPost', visit.link.id)
  const log = await mustBeOwn(visit)
  const refused = await saveReading(visit, visit.actor, await logFacts(visit.app, log))
  if (refused) return logShown(visit, refused)
  visit.res.redirect(303, withQuery(paths.weekLog(visit.token, log.id), { saved: 'read' }))
}

export async function commitLog(visit: PartnerVisit): Promise<void> {
  await countAttempt(visit, 'partnerPost', visit.link.id)
  const log = await mustBeOwn(visit)
  const { answers } = await commitStationLog(visit.app, visit.actor, log.id, visit.link)
  visit.res.redirect(303, withQuery(paths.weekLog(visit.token, log.id), { saved: String(answers) }))
}

export async function discardLog(visit: PartnerVisit): Promise<void> {
  await countAttempt(visit, 'partnerPost', visit.link.id)
  const log = await mustBeOwn(visit)
  await discardStationLog(visit.app, visit.actor, log.id)
  visit.res.redirect(303, paths.weekLogs(visit.token))
}
