import type { App } from '../app.js'
import type { Digest } from '../domain/digest.js'
import { hasRun } from '../domain/exposure.js'
import { groupBy, keyBy } from '../domain/group.js'
import { sumOf } from '../domain/sum.js'
import { addDays, instantAt, type Day } from '../domain/time.js'
import type { Verdict } from '../domain/verdict.js'

/** What the week that begins on this Monday brought, as it is known now. */
export async function digestOfWeek(app: App, week: Day): Promise<Digest> {
  const { store } = app
  const to = addDays(week, 6)
  const starts = [addDays(week, -7), week]
  const [totals, verdicts, alerts, runs] = await Promise.all([
    store.registrations.bucketTotals({ starts, to }),
    changedVerdicts(app, week),
    alertsOf(app, week),
    store.broadcasts.listStates({ from: week, to }),
  ])
  const ofWeek = (start: Day) =>
    sumOf(totals.filter(({ bucket }) => bucket === start).map(({ total }) => total))
  const standing = runs.filter(({ withdrawnAt, answer }) => !withdrawnAt || answer)
  return {
    week,
    registrations: { count: ofWeek(week), before: ofWeek(starts[0]!) },
    verdicts,
    alerts,
    broadcasts: {
      ran: standing.filter(hasRun).length,
      missed: standing.filter(({ answer }) => answer === 'did-not-run').length,
      unanswered: standing.filter(({ answer }) => answer === null || answer === 'not-known').length,
    },
  }
}

/** Verdicts in force that were made since the week began and are of another kind than the last one before. */
async function changedVerdicts({ store, clock }: App, week: Day): Promise<Digest['verdicts']> {
  const since = instantAt(week, 0, clock.zone)
  const campaigns = keyBy(await store.campaigns.list(), ({ id }) => id)
  const current = (await store.analyses.current('verdict')).filter(({ asOf }) => asOf >= since)
  const kindOf = (result: string | null) => (JSON.parse(result ?? '') as Verdict).kind
  const told = await Promise.all(
    [...groupBy(current, ({ campaignId }) => campaignId ?? '')].map(async ([campaignId, analyses]) => {
      const campaign = campaigns.get(campaignId)
      const [analysis] = analyses.filter(({ streamId }) => streamId === campaign?.streamIds[0])
      if (!campaign || !analysis) return []
      const past = (await store.analyses.history(campaignId)).find(
        each => each.streamId === analysis.streamId && each.asOf < since,
      )
      const kind = kindOf(analysis.result)
      const before = past ? kindOf(past.result) : null
      return kind === before ? [] : [{ campaignId, name: campaign.name, kind, before }]
    }),
  )
  return told.flat()
}

/** Alerts of single districts that began in the week, the largest first; more than ten are a matter for the page. */
async function alertsOf({ store }: App, week: Day): Promise<Digest['alerts']> {
  const to = addDays(week, 6)
  const [streams, districts] = await Promise.all([store.streams.list(), store.districts.list()])
  const self = streams.find(({ kind }) => kind === 'self')?.id ?? ''
  const names = keyBy(districts, ({ code }) => code)
  const spikes = (await store.spikes.between({ from: week, to }, self)).filter(
    ({ level, scope, kind, firstDay }) =>
      level === 'alert' && scope === 'district' && kind !== 'common-shock' && firstDay >= week,
  )
  return spikes.slice(0, 10).map(({ districtCode, firstDay, lastDay, low, high }) => ({
    districtCode: districtCode!,
    name: names.get(districtCode!)?.shortName ?? districtCode!,
    firstDay,
    lastDay,
    low,
    high,
  }))
}
