/** What the pages of a station log need to know, for staff and for the outlet alike. */
import type { App } from '../../app.js'
import { keyBy } from '../../domain/group.js'
import { logRuns } from '../../domain/log-runs.js'
import type { StationLog } from '../../domain/station-log.js'
import { changeStationLog } from '../../operations/change-station-log.js'
import { planStationLog } from '../../operations/plan-station-log.js'
import type { Actor } from '../../domain/actor.js'
import type { Problem } from '../../domain/problem.js'
import type { LogFacts } from '../../views/station-logs/facts.js'
import { namedTexts } from '../../views/station-logs/reading.js'
import { readForm, type Typed } from '../read-form.js'
import { found, type Visit } from '../visit.js'
import { logReadingForm } from './form.js'

/** A kept log is shown as it was kept, with what staff overruled; a waiting one as it would be kept now. */
export async function logFacts(app: App, log: StationLog): Promise<LogFacts> {
  const { store } = app
  const outlet = found(await store.outlets.find(log.outletId), 'outlet')
  const plan = await planStationLog(app, store, { log, outlet })
  const runs = log.committedAt ? await store.stationLogs.runs(log.id) : logRuns(log.id, plan.match)
  return {
    log,
    outlet,
    read: plan.read,
    runs,
    broadcasts: keyBy(
      plan.match.broadcasts.map(({ broadcast }) => broadcast),
      broadcast => broadcast.id,
    ),
    meanings: plan.meanings,
    finding: log.finding ?? plan.finding,
    answers: plan.answers.size,
    locked: plan.locked,
    foreign: plan.match.foreign,
  }
}

/** Reads the form and changes the reading; hands back the problems where it may not stand. */
export async function saveReading(
  visit: Visit,
  actor: Actor,
  facts: LogFacts,
): Promise<{ typed: Typed; problems: Record<string, Problem> } | undefined> {
  const { log, broadcasts } = facts
  const materialIds = [...new Set([...broadcasts.values()].map(broadcast => broadcast.materialId))]
  const texts = namedTexts(facts)
  const form = readForm(visit, logReadingForm(log, texts.length, materialIds))
  if (!form.ok) return form
  const values = form.value as Record<string, string>
  const roles = log.reading.roles.map((_, i) => values[`role-${i}`] as StationLog['reading']['roles'][number])
  const timeless = facts.outlet.medium === 'print' || facts.outlet.medium === 'online'
  if (log.reading.kind === 'table' && !roles.includes(timeless ? 'day' : 'time'))
    return { typed: form.typed, problems: { 'role-0': { code: 'log-needs-columns' } } }
  const names = Object.fromEntries(
    texts.map((_, i) => [values[`name-${i}-text`]!, values[`name-${i}`]!] as const),
  )
  await changeStationLog(visit.app, actor, log.id, {
    roles,
    names,
    missing: values['missing'] as StationLog['missing'],
  })
  return undefined
}
