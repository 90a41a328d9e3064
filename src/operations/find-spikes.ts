import { createHash } from 'node:crypto'
import type { App } from '../app.js'
import type { Spike } from '../domain/analysis.js'
import { canonicalJson } from '../domain/audit.js'
import { flightOf } from '../domain/exposure.js'
import { groupBy } from '../domain/group.js'
import { holidayFamilies } from '../domain/holiday.js'
import { methodVersion } from '../domain/judgement.js'
import { exposedCells } from '../domain/lift-question.js'
import {
  columnOf,
  completeThrough,
  dayOfColumn,
  registrationPanel,
  type RegistrationPanel,
} from '../domain/registration-panel.js'
import { addDays } from '../domain/time.js'
import type { SpikeReport } from '../statistics/index.js'

/** Three years teach what is usual; the last thirteen months are judged. */
const historyDays = 1095 + 400
const judgedDays = 400

/** Finds the spikes of every stream anew where its registrations changed; returns how many streams were done. */
export async function findSpikes(app: App): Promise<number> {
  let done = 0
  for (const { id } of await app.store.streams.list()) if (await findInStream(app, id)) done++
  return done
}

async function findInStream(app: App, streamId: string): Promise<boolean> {
  const { store } = app
  const last = await store.registrations.lastDay(streamId)
  if (last === null) return false
  const firstKnown = (await store.registrations.firstDay(streamId))!
  const firstDay = [addDays(last, -historyDays), firstKnown].toSorted()[1]!
  const counts = await store.registrations.list({ from: firstDay, to: last }, { streamId })
  const reporting = [...new Set(counts.map(cell => cell.districtCode))].toSorted()
  const complete = completeThrough(counts, reporting.length)
  if (complete === null) return false
  const panel = registrationPanel(counts, {
    districtCodes: reporting,
    firstDay,
    lastDay: complete,
    completeThrough: complete,
  })
  const options = await optionsOf(app, panel)
  const fingerprint = createHash('sha256').update(
    canonicalJson([streamId, panel.firstDay, panel.districtCodes, options.from, options.holidays]),
  )
  for (const rows of [panel.counts, panel.known, options.masked])
    for (const row of rows) fingerprint.update(Buffer.from(row.buffer))
  const inputFingerprint = fingerprint.digest('hex')
  const [known] = (await store.analyses.current('spikes')).filter(analysis => analysis.streamId === streamId)
  if (known?.inputFingerprint === inputFingerprint && known.methodVersion === methodVersion) return false
  const report = await app.compute.findSpikes({ panel, options })
  await keep(app, streamId, { panel, report, inputFingerprint })
  return true
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
    result: canonicalJson({ spikes: report.episodes.length, shocks: report.commonShocks.length }),
    isCurrent: true,
  }
  await app.store.write(async store => {
    await store.analyses.insertCurrent(analysis)
    await store.spikes.insert(spikesOf(app, panel, { report, analysisId, streamId }))
    await store.analyses.insertBaselines(baselinesOf(panel, { report, analysisId, streamId }))
    await store.analyses.dropOldSpikes(streamId)
  })
}

function spikesOf(app: App, panel: RegistrationPanel, { report, analysisId, streamId }: Made): Spike[] {
  const span = ({ from, to }: { from: number; to: number }) => ({
    firstDay: dayOfColumn(panel, from),
    lastDay: dayOfColumn(panel, to - 1),
  })
  const common = report.commonShocks.map((shock): Spike => ({
    id: app.newId(),
    analysisId,
    streamId,
    districtCode: null,
    scope: 'common',
    ...span(shock),
    kind: 'common-shock',
    level: 'alert',
    observed: shock.observed,
    expected: shock.expected,
    excess: shock.observed - shock.expected,
    low: shock.observed - shock.expected,
    high: shock.observed - shock.expected,
    pValue: 0,
    commonId: null,
  }))
  const local = report.episodes.map((episode): Spike => ({
    id: app.newId(),
    analysisId,
    streamId,
    districtCode: panel.districtCodes[episode.district]!,
    scope: 'district',
    ...span(episode),
    kind: episode.commonShock === null ? episode.kind : 'common-shock',
    level: episode.level,
    observed: episode.observed,
    expected: episode.expected,
    excess: episode.excess,
    low: episode.low,
    high: episode.high,
    pValue: episode.p,
    commonId: episode.commonShock === null ? null : (common[episode.commonShock]?.id ?? null),
  }))
  return [...common, ...local]
}

interface Made {
  report: SpikeReport
  analysisId: string
  streamId: string
}

function baselinesOf(panel: RegistrationPanel, { report, analysisId, streamId }: Made) {
  const rounded = (values: Float64Array) => Array.from(values, value => Math.round(value * 100) / 100)
  return report.districts.map(district => ({
    analysisId,
    streamId,
    districtCode: panel.districtCodes[district.district]!,
    firstDay: dayOfColumn(panel, report.from),
    status: district.status,
    series: JSON.stringify({
      expected: rounded(district.expected),
      low: rounded(district.lower),
      high: rounded(district.upper),
      known: district.state.map(
        state => state === 'none' || state === 'watch' || state === 'alert' || state === 'common-shock',
      ),
    }),
  }))
}
