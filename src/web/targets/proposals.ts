import { may } from '../../domain/access.js'
import { Invalid } from '../../domain/errors.js'
import {
  mayApproveTargets,
  mayDiscardTargets,
  maySubmitTargets,
  versionInForce,
} from '../../domain/target.js'
import { targetChanges } from '../../domain/target-table.js'
import type { TargetMistake } from '../../domain/target-sheet.js'
import {
  approveTargets,
  discardTargets,
  proposeTargets,
  submitTargets,
  type Proposed,
} from '../../operations/propose-targets.js'
import type { FormState } from '../../views/components/fields.js'
import { paths, withQuery } from '../../views/paths.js'
import { streamNames } from '../../views/registrations/texts.js'
import { newTargetsPage } from '../../views/targets/forms.js'
import { versionPage } from '../../views/targets/version-page.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { TargetsForm } from './form.js'

const largestFile = 2_000_000

export const proposalRoutes: Route[] = [
  { method: 'get', path: '/targets/new', access: 'writeTargets', handle: visit => showForm(visit) },
  { method: 'post', path: '/targets/new', access: 'writeTargets', upload: largestFile, handle: propose },
  { method: 'get', path: '/targets/:id', access: 'readResults', handle: showVersion },
  { method: 'post', path: '/targets/:id/submission', access: 'writeTargets', handle: submit },
  { method: 'post', path: '/targets/:id/approval', access: 'approveTargets', handle: approve },
  { method: 'post', path: '/targets/:id/discard', access: 'writeTargets', handle: discard },
]

function showForm(visit: StaffVisit, state?: FormState, mistakes: readonly TargetMistake[] = []): void {
  const year = Number(visit.app.clock.today().slice(0, 4))
  show(visit, 'targets/new', newTargetsPage(visit, { year, mistakes }, state), state ? 422 : 200)
}

async function propose(visit: StaffVisit): Promise<void> {
  const { words, formats } = visit
  const form = readForm(visit, TargetsForm)
  if (!form.ok) return showForm(visit, form)
  const { year, reason } = form.value
  const proposed = await orRefuse(
    form.typed,
    () => proposeFile(visit, { year, reason }),
    state => showForm(visit, state),
  )
  if (!proposed) return
  if ('version' in proposed) {
    const { id, number } = proposed.version
    return redirect(visit, paths.targetVersion(id), words.targets.proposed(formats.number(number)))
  }
  if ('missing' in proposed) {
    const what = words.targets.columnNames[proposed.missing]
    return showForm(visit, {
      typed: form.typed,
      problems: { file: { code: 'column-missing', values: { what } } },
    })
  }
  const count = formats.number(proposed.mistakes.length)
  showForm(
    visit,
    { typed: form.typed, problems: { file: { code: 'sheet-wrong', values: { count } } } },
    proposed.mistakes,
  )
}

async function proposeFile(
  { app, actor, req }: StaffVisit,
  facts: { year: number; reason: string },
): Promise<Proposed> {
  if (!req.file || req.file.size === 0) throw new Invalid({ file: { code: 'file-missing' } })
  return proposeTargets(app, actor, { ...facts, bytes: req.file.buffer })
}

async function showVersion(visit: StaffVisit): Promise<void> {
  const { app, user } = visit
  const { store } = app
  const version = found(await store.targets.findVersion(param(visit, 'id')), 'target version')
  const [versions, targets, inForce, districts, streams, users] = await Promise.all([
    store.targets.versions(version.year),
    store.targets.ofVersion(version.id),
    store.targets.inForce(version.year),
    store.districts.list(),
    store.streams.list(),
    store.users.list(),
  ])
  const shown = {
    version,
    versions,
    targets,
    changes: targetChanges(inForce, targets),
    districts: new Map(districts.map(({ code, shortName }) => [code, shortName])),
    streams: streamNames(visit, streams, `${version.year}-12-31`),
    users: new Map(users.map(({ id, name }) => [id, name])),
    may: {
      submit: may(user.role, 'writeTargets') && maySubmitTargets(version).ok,
      approve:
        may(user.role, 'approveTargets') && mayApproveTargets(version, user.id, versionInForce(versions)).ok,
      discard: may(user.role, 'writeTargets') && mayDiscardTargets(version, user.id).ok,
      isAuthor: version.authors.includes(user.id),
    },
  }
  show(visit, 'targets/version', versionPage(visit, shown))
}

async function submit(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  await submitTargets(visit.app, visit.actor, id)
  redirect(visit, paths.targetVersion(id), visit.words.targets.submitted)
}

async function approve(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  await approveTargets(visit.app, visit.actor, id)
  const version = await visit.app.store.targets.findVersion(id)
  redirect(visit, withQuery(paths.targets, { year: version?.year }), visit.words.targets.approved)
}

async function discard(visit: StaffVisit): Promise<void> {
  await discardTargets(visit.app, visit.actor, param(visit, 'id'))
  redirect(visit, paths.targets, visit.words.targets.discarded)
}
