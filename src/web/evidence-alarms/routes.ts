import { Invalid } from '../../domain/errors.js'
import { keyBy } from '../../domain/group.js'
import { settleEvidenceAlarm } from '../../operations/settle-evidence-alarm.js'
import { evidenceAlarmsPage } from '../../views/evidence-alarms/page.js'
import { paths } from '../../views/paths.js'
import { ReasonForm } from '../campaigns/form.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { param } from '../visit.js'

export const evidenceAlarmRoutes: Route[] = [
  { method: 'get', path: '/evidence-alarms', access: 'verifyRuns', handle: listAlarms },
  { method: 'post', path: '/evidence-alarms/:id', access: 'verifyRuns', handle: settle },
]

/** What was settled long ago is in the audit trail. */
const most = 50

async function listAlarms(visit: StaffVisit): Promise<void> {
  const { store } = visit.app
  const alarms = await store.evidenceAlarms.list({ limit: most, offset: 0 })
  const [proofs, users] = await Promise.all([
    store.evidence.listByIds(alarms.flatMap(({ evidenceId, otherId }) => [evidenceId, otherId])),
    store.users.list(),
  ])
  const given = {
    alarms,
    proofs: keyBy(proofs, proof => proof.id),
    names: new Map(users.map(({ id, name }) => [id, name])),
  }
  show(visit, 'evidence-alarms/list', evidenceAlarmsPage(visit.words, visit.formats, given))
}

async function settle(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, ReasonForm)
  if (!form.ok) throw new Invalid(form.problems)
  await settleEvidenceAlarm(visit.app, visit.actor, param(visit, 'id'), form.value.reason)
  redirect(visit, paths.evidenceAlarms, visit.words.proofs.settled)
}
