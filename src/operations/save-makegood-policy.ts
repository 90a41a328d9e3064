import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { NotFound } from '../domain/errors.js'
import type { MakegoodPolicy } from '../domain/makegood-proposal.js'
import { record } from './record.js'

/** What an outlet allows when it makes good a miss: proposals keep to it from then on. */
export async function saveMakegoodPolicy(
  app: App,
  actor: UserActor,
  outletId: string,
  policy: MakegoodPolicy,
): Promise<void> {
  await app.store.write(async store => {
    if (!(await store.outlets.find(outletId))) throw new NotFound('outlet')
    const before = await store.makegoods.policyOf(outletId)
    const { days, runsPerDay } = policy
    if (before.days === days && before.runsPerDay === runsPerDay) return
    await store.makegoods.savePolicy({
      outletId,
      days,
      runsPerDay,
      updatedAt: app.clock.now(),
      updatedBy: actor.id,
    })
    await record(app, store, actor, {
      action: 'makegood-policy-changed',
      subject: ['outlet', outletId],
      before: { ...before },
      after: { days, runsPerDay },
    })
  })
}
