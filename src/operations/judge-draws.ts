import type { App } from '../app.js'
import { system } from '../domain/actor.js'
import { completeThrough, registrationPanel } from '../domain/registration-panel.js'
import { addDays } from '../domain/time.js'
import { drawAfter, drawBefore, judgeDraw, type WaveDraw } from '../domain/wave-draw.js'
import { record } from './record.js'

/** Judges draws whose days are over by the very chance that drew them; returns how many. Only the last of a campaign counts. */
export async function judgeDraws(app: App): Promise<number> {
  let judged = 0
  for (const draw of await app.store.waveDraws.unjudged()) if (await judgeOne(app, draw)) judged++
  return judged
}

async function judgeOne(app: App, draw: WaveDraw): Promise<boolean> {
  const { store, clock } = app
  const campaign = (await store.campaigns.find(draw.campaignId))!
  const [inForce] = await store.waveDraws.listOf(draw.campaignId)
  const until = addDays(campaign.lastDay, drawAfter)
  if (inForce?.id !== draw.id || campaign.cancelledAt || until >= clock.today()) return false
  const from = addDays(draw.starts[0]!, -drawBefore)
  const counts = await store.registrations.list({ from, to: until }, { streamId: draw.streamId })
  const complete = completeThrough(counts)
  if (complete === null || complete < until) return false
  const given = {
    districtCodes: draw.districtCodes,
    firstDay: from,
    lastDay: until,
    completeThrough: complete,
  }
  const result = judgeDraw(draw, registrationPanel(counts, given), campaign.lastDay)
  await store.write(async tx => {
    await tx.waveDraws.judge(draw.id, clock.now(), result)
    const after = { number: draw.number, seed: draw.seed, result }
    await record(app, tx, system('judge-draws'), {
      action: 'waves-judged',
      subject: ['campaign', draw.campaignId],
      after,
    })
  })
  return true
}
