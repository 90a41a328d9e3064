import { createHash } from 'node:crypto'
import type { App } from '../app.js'
import { canonicalJson } from '../domain/audit.js'
import { flightOf } from '../domain/exposure.js'
import { groupBy } from '../domain/group.js'
import { holidayFamilies } from '../domain/holiday.js'
import { methodVersion } from '../domain/judgement.js'
import { exposedCells } from '../domain/season-question.js'
import {
  columnOf,
  dayOfColumn,
  registrationPanel,
  type RegistrationPanel,
} from '../domain/registration-panel.js'
import { addDays } from '../domain/time.js'
import type { SpikeReport } from '../statistics/index.js'
import { completeDay } from './reporting-delays.js'
import { unattended, type Task } from './task.js'
import { spikesOf, baselinesOf } from './spike-rows.js'

/** Three years teach what is usual; the last thirteen months are judged. */
const historyDays = 1095 + 400

const judgedDays = 400

/** Finds the spikes of every stream anew where its registrations changed; returns how many streams were done. */
export async function findSpikes(app: App, task: Task = unattended()): Promise<number> {
  let done = 0
  const streams = await app.store.streams.list()
  for (const [k, { id }] of streams.entries()) {
    if (await findInStream(app, id, task)) done++
    task.progress((k + 1) / streams.length)
  }
  return done
}

async function findInStream(app: App, streamId: string, task: Task): Promise<boolean> {
  task.signal.throwIfAborted()
  const panel = await panelOf(app, streamId)
  if (!panel) return false
  const options = await optionsOf(app, panel)
  const inputFingerprint = fingerprintOf(streamId, panel, options)
  const known = (await app.store.analyses.current('spikes')).find(analysis => analysis.streamId === streamId)
  if (known?.inputFingerprint === inputFingerprint && known.methodVersion === methodVersion) return false
  const report = await app.compute.findSpikes({ panel, options }, task)
  await keep(app, streamId, { panel, report, inputFingerprint })
  return true
}

/** What is known of a stream, up to the last day that is complete; nothing while there is none. */
async function panelOf(app: App, streamId: string): Promise<RegistrationPanel | undefined> {
  const { store } = app
  const last = await store.registrations.lastDay(streamId)
  const first = await store.registrations.firstDay(streamId)
  if (last === null || first === null) return undefined
  const firstDay = [addDays(last, -historyDays), first].toSorted()[1]!
  const counts = await store.registrations.list({ from: firstDay, to: last }, { streamId })
  const districtCodes = [...new Set(counts.map(cell => cell.districtCode))].toSorted()
  const complete = await completeDay(app, streamId, counts)
  if (complete === null) return undefined
  return registrationPanel(counts, { districtCodes, firstDay, lastDay: complete, completeThrough: complete })
}

function fingerprintOf(
  streamId: string,
  panel: RegistrationPanel,
  options: Awaited<ReturnType<typeof optionsOf>>,
): string {
  const hash = createHash('sha256')
  hash.update(canonicalJson([streamId, panel.firstDay, panel.districtCodes, options.from, options.holidays]))
  for (const rows of [panel.counts, panel.known, options.masked]) for (const row of rows) hash.update(row)
  return hash.digest('hex')
}

async function optionsOf(app: App, panel: RegistrationPanel) {
  const { store, clock } = app
  const last = dayOfColumn(panel, panel.days - 1)
  const [settings, coverage, states, holidays, ramadans] = await Promise.all([
    store.settings.all(),
    store.outlets.allCoverage(),
    store.broadcasts.listStates({ from: panel.firstDay }),
    store.holidays.between(addDays(panel.firstDay, -30), addDays(last, 30)),
    store.holidays.ramadans(),
  ])
  const given = { coverage, threshold: settings.exposureThreshold, today: clock.today() }
  const flights = [...groupBy(states, state => state.campaignId)].flatMap(
    ([id, broadcasts]) => flightOf(id, broadcasts, given) ?? [],
  )
  return {
    from: Math.max(0, panel.days - judgedDays),
    to: panel.days,
    holidays: holidayFamilies(holidays, ramadans, day => columnOf(panel, day)),
    masked: exposedCells(panel, flights),
  }
}

async function keep(
  app: App,
  streamId: string,
  made: { panel: RegistrationPanel; report: SpikeReport; inputFingerprint: string },
): Promise<void> {
  const { panel, report } = made
  const now = app.clock.now()
  const analysisId = app.newId()
  const analysis = {
    id: analysisId,
    kind: 'spikes' as const,
    campaignId: null,
    streamId,
    asOf: now,
    methodVersion,
    parameters: canonicalJson({
      from: dayOfColumn(panel, report.from),
      to: dayOfColumn(panel, report.to - 1),
    }),
    seed: 0,
    inputFingerprint: made.inputFingerprint,
    requestedBy: 'find-spikes',
    requestedAt: now,
    startedAt: now,
    progress: 1,
    finishedAt: app.clock.now(),
    failedAt: null,
    cancelledAt: null,
    error: null,
    result: canonicalJson({
      districts: panel.districtCodes.length,
      spikes: report.episodes.length,
      shocks: report.commonShocks.length,
    }),
    isCurrent: true,
  }
  await app.store.write(async store => {
    await store.analyses.insertCurrent(analysis)
    await store.spikes.insert(spikesOf(app, panel, { report, analysisId, streamId }))
    await store.analyses.insertBaselines(baselinesOf(panel, { report, analysisId, streamId }))
    await store.analyses.dropOldSpikes(streamId)
  })
}
