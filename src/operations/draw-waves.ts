import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import type { Campaign } from '../domain/campaign.js'
import { Conflict, Invalid, mustAllow, NotFound } from '../domain/errors.js'
import { coverageOn } from '../domain/outlet.js'
import { balanceOf, waveSizes } from '../domain/plan-measurement.js'
import { addDays, daysBetween } from '../domain/time.js'
import { drawWaves, mayDraw, type DrawOptions, type WaveDraw } from '../domain/wave-draw.js'
import { measurementPanel } from './measurement-panel.js'
import { record } from './record.js'

interface Wish {
  waves: number
  gapDays: number
  /** Asked for from the second draw on. */
  reason: string
}

/**
 * Draws which district starts when. The seed is taken from the head of the audit chain, so that nobody chooses it, and
 * stands in the audit trail before the first run. A draw is never changed; a later one needs a reason and is seen.
 */
export async function drawStarts(app: App, actor: UserActor, campaignId: string, wish: Wish): Promise<void> {
  const campaign = await app.store.campaigns.find(campaignId)
  if (!campaign) throw new NotFound('campaign')
  if (wish.gapDays * (wish.waves - 1) > daysBetween(campaign.firstDay, campaign.lastDay))
    throw new Invalid({ gapDays: { code: 'flight-outside-campaign' } })
  const { options, streamId } = await optionsOf(app, campaign, wish.waves)
  await app.store.write(async store => {
    const draws = await store.waveDraws.listOf(campaignId)
    await mustBeOpen(app, store, { campaign, draws: draws.length, reason: wish.reason })
    const seed = Number.parseInt((await store.audit.head()).hash.slice(0, 7), 16)
    const drawn = drawWaves(campaign.districtCodes.length, options, seed)
    if (!drawn.ok) throw new Conflict('too-few-districts-to-draw')
    const draw: WaveDraw = {
      id: app.newId(),
      campaignId,
      number: draws.length + 1,
      streamId,
      seed,
      districtCodes: campaign.districtCodes,
      starts: options.waves.map((_, wave) => addDays(campaign.firstDay, wave * wish.gapDays)),
      options,
      plan: [...drawn.waveOf],
      admissible: drawn.admissible.length,
      reason: wish.reason,
      drawnBy: actor.id,
      drawnAt: app.clock.now(),
      judgedAt: null,
      result: null,
    }
    await store.waveDraws.insert(draw)
    const { number, districtCodes, starts, plan, admissible, reason } = draw
    await record(app, store, actor, {
      action: 'waves-drawn',
      subject: ['campaign', campaignId],
      after: { number, seed, districtCodes, starts, plan, admissible, reason, options },
    })
  })
}

async function mustBeOpen(
  { clock }: App,
  store: Store,
  { campaign, draws, reason }: { campaign: Campaign; draws: number; reason: string },
): Promise<void> {
  const runs = await store.broadcasts.listStates({ campaignId: campaign.id, unsentToo: true })
  const firstRun = runs.find(({ withdrawnAt }) => withdrawnAt === null)?.day ?? null
  const today = clock.today()
  const isOver = campaign.cancelledAt !== null || campaign.closedAt !== null || campaign.firstDay <= today
  const decision = mayDraw({ firstRun, today, isOver, draws, reason })
  if (!decision.ok && decision.problem.code === 'required') throw new Invalid({ reason: decision.problem })
  mustAllow(decision)
}

/** What the waves are to be alike in, and which districts are heard by the same outlet. */
async function optionsOf(
  app: App,
  campaign: Campaign,
  waves: number,
): Promise<{ options: DrawOptions; streamId: string }> {
  const { store } = app
  const codes = campaign.districtCodes
  const streams = await store.streams.list()
  const own = streams.filter(({ id }) => campaign.streamIds.includes(id))
  const streamId = (own.find(({ kind }) => kind === 'self') ?? own[0])!.id
  const history = await measurementPanel(app, { streamId, before: campaign.firstDay, districtCodes: codes })
  const balance = history
    ? balanceOf(
        history.panel,
        codes.map((_, i) => i),
      )
    : []
  const together = await heardTogether(app, campaign)
  const options = {
    waves: waveSizes(codes.length, waves),
    balance: balance.map(row => [...row]),
    together,
  }
  return { options, streamId }
}

async function heardTogether({ store }: App, { districtCodes, firstDay }: Campaign) {
  const settings = await store.settings.all()
  const reach = coverageOn(await store.outlets.allCoverage(), firstDay).filter(
    ({ share }) => share >= settings.exposureThreshold,
  )
  const outletsOf = (code: string) =>
    new Set(reach.filter(row => row.districtCode === code).map(({ outletId }) => outletId))
  const heard = districtCodes.map(outletsOf)
  const pairs: [number, number][] = []
  for (let a = 0; a < heard.length; a++)
    for (let b = a + 1; b < heard.length; b++)
      if ([...heard[a]!].some(outletId => heard[b]!.has(outletId))) pairs.push([a, b])
  return pairs
}
