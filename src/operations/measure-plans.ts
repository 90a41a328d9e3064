import type { App } from '../app.js'
import { system, type UserActor } from '../domain/actor.js'
import { habitsOn } from '../domain/audience.js'
import type { Campaign } from '../domain/campaign.js'
import { NotFound } from '../domain/errors.js'
import { keyBy } from '../domain/group.js'
import { coverageOn } from '../domain/outlet.js'
import {
  alternativeKeys,
  type Measured,
  type MeasuredAlternative,
  type MeasuredPlan,
  type PlanMeasurement,
} from '../domain/plan-measurement.js'
import { reachOfPlan, type PlanReach } from '../domain/plan-reach.js'
import { addDays, daysBetween } from '../domain/time.js'
import { measurementPanel } from './measurement-panel.js'
import { record } from './record.js'

/** Days after the last run on which an effect is still looked for. */
const carryOver = 14
/** Days between waves in the comparison; the draw itself may choose otherwise. */
const waveGap = 14
const seed = 20_110_101

/** Asks for a plan to be measured; the job does it, and the page shows it when it is done. */
export async function requestMeasurement(app: App, actor: UserActor, campaignId: string): Promise<void> {
  await app.store.write(async store => {
    const campaign = await store.campaigns.find(campaignId)
    if (!campaign) throw new NotFound('campaign')
    const latest = await store.planMeasurements.latest(campaignId)
    if (latest && latest.finishedAt === null) return
    const streams = await store.streams.list()
    const own = streams.filter(({ id }) => campaign.streamIds.includes(id))
    const streamId = (own.find(({ kind }) => kind === 'self') ?? own[0])!.id
    const measurement: PlanMeasurement = {
      id: app.newId(),
      campaignId,
      campaignVersion: campaign.version,
      streamId,
      requestedBy: actor.id,
      requestedAt: app.clock.now(),
      finishedAt: null,
      error: null,
      result: null,
    }
    await store.planMeasurements.insert(measurement)
    const after = { streamId, campaignVersion: campaign.version }
    await record(app, store, actor, {
      action: 'measurement-requested',
      subject: ['campaign', campaignId],
      after,
    })
  })
  app.wake('measure-plans')
}

/** Measures what was asked for; returns how many. One that fails says why and does not hold up the others. */
export async function measurePlans(app: App): Promise<number> {
  const waiting = await app.store.planMeasurements.unfinished()
  for (const measurement of waiting) {
    const outcome = await measure(app, measurement).then(
      result => ({ result, error: result ? null : 'no-registrations' }),
      (error: unknown) => ({ result: null, error: error instanceof Error ? error.message : String(error) }),
    )
    await app.store.write(async store => {
      await store.planMeasurements.finish(measurement.id, { at: app.clock.now(), ...outcome })
      await record(app, store, system('measure-plans'), {
        action: 'plan-measured',
        subject: ['campaign', measurement.campaignId],
        after: { measurement: measurement.id, error: outcome.error },
      })
    })
  }
  return waiting.length
}

async function measure(app: App, { campaignId, streamId }: PlanMeasurement): Promise<MeasuredPlan | null> {
  const { store } = app
  const campaign = (await store.campaigns.find(campaignId))!
  const districts = await store.districts.listOn(campaign.firstDay)
  const codes = districts.map(({ code }) => code)
  const history = await measurementPanel(app, {
    streamId,
    before: campaign.firstDay,
    districtCodes: codes,
  })
  if (!history) return null
  const events = await store.fieldEvents.between(campaign.firstDay, addDays(campaign.lastDay, carryOver))
  const target = rowsOf(codes, campaign.districtCodes)
  const length = daysBetween(campaign.firstDay, campaign.lastDay) + 1 + carryOver
  const { panel, masked } = history
  const busy = rowsOf(
    codes,
    events.flatMap(event => event.districtCodes),
  )
  const excluded = busy.filter(row => !target.includes(row))
  const answer = await app.compute.measurePlan({
    panel,
    masked,
    target,
    excluded,
    length,
    gap: waveGap,
    seed,
  })
  const reach = await planReach(app, campaign)
  return {
    asOf: history.lastDay,
    days: length,
    historyDays: panel.days,
    alternatives: alternativeKeys.map((key): MeasuredAlternative => {
      const { rows, starts, ...measured } = answer.alternatives[key]
      const startOf = new Map(rows.map((row, i) => [codes[row]!, addDays(campaign.firstDay, starts[i] ?? 0)]))
      return { key, districtCodes: rows.map(row => codes[row]!), ...measured, ...reach(startOf) }
    }),
    byDistrict: answer.byDistrict.map(({ rows, smallest, refusal }: Measured) => ({
      districtCode: codes[rows[0]!]!,
      smallest,
      refusal,
    })),
  }
}

/** Rows of the districts with these codes, each once. */
function rowsOf(codes: readonly string[], wanted: readonly string[]): number[] {
  return [...new Set(wanted)].map(code => codes.indexOf(code)).filter(row => row >= 0)
}

/** What the broadcasts planned so far would reach and cost, if each district began on its day. */
async function planReach(
  { store }: App,
  campaign: Campaign,
): Promise<(startOf: Map<string, string>) => PlanReach> {
  const [broadcasts, coverage, habits, offAir, districts, settings] = await Promise.all([
    store.broadcasts.listStates({ campaignId: campaign.id, unsentToo: true }),
    store.outlets.allCoverage(),
    store.audienceHabits.list(),
    store.outlets.allOffAir(),
    store.districts.listOn(campaign.firstDay),
    store.settings.all(),
  ])
  return startOf =>
    reachOfPlan(startOf, {
      broadcasts: broadcasts.filter(({ withdrawnAt }) => withdrawnAt === null),
      coverage: coverageOn(coverage, campaign.firstDay),
      threshold: settings.exposureThreshold,
      habits: habitsOn(habits, campaign.firstDay),
      offAir,
      districts: keyBy(districts, ({ code }) => code),
    })
}
