import { splitTargets } from '../../operations/split-target.js'
import type { FormState } from '../../views/components/fields.js'
import { paths } from '../../views/paths.js'
import { streamNames } from '../../views/registrations/texts.js'
import { splitTargetPage } from '../../views/targets/split.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { SplitForm } from './form.js'

export const splitRoutes: Route[] = [
  { method: 'get', path: '/targets/split', access: 'writeTargets', handle: visit => showForm(visit) },
  { method: 'post', path: '/targets/split', access: 'writeTargets', handle: split },
  { method: 'get', path: '/targets/:id/targets.csv', access: 'readResults', handle: sendTargets },
]

async function showForm(visit: StaffVisit, state?: FormState): Promise<void> {
  const year = Number(visit.app.clock.today().slice(0, 4))
  const streams = streamNames(visit, await visit.app.store.streams.list(), `${year}-12-31`)
  show(visit, 'forms/page', splitTargetPage(visit.words, { year, streams }, state), state ? 422 : 200)
}

async function split(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, SplitForm)
  if (!form.ok) return showForm(visit, form)
  const version = await orRefuse(
    form.typed,
    () => splitTargets(visit.app, visit.actor, form.value),
    state => showForm(visit, state),
  )
  if (!version) return
  const { words, formats } = visit
  redirect(visit, paths.targetVersion(version.id), words.targets.proposed(formats.number(version.number)))
}

/** The targets of a version as the sheet that is read again. */
async function sendTargets(visit: StaffVisit): Promise<void> {
  const { store, tables } = visit.app
  const version = found(await store.targets.findVersion(param(visit, 'id')), 'target version')
  const [targets, districts, streams] = await Promise.all([
    store.targets.ofVersion(version.id),
    store.districts.list(),
    store.streams.list(),
  ])
  const names = new Map(districts.map(({ code, name }) => [code, name]))
  const streamOf = streamNames(visit, streams, `${version.year}-12-31`)
  const t = visit.words.targets
  const rows = targets.map(({ districtCode, month, streamId, amount }) => [
    names.get(districtCode) ?? districtCode,
    month,
    streamOf.get(streamId) ?? streamId,
    amount,
  ])
  const text = tables.csv([t.fileColumns, ...rows], visit.language === 'id' ? ';' : ',')
  visit.res.attachment(`${t.fileName}-${version.year}-${version.number}.csv`).type('csv').send(text)
}
