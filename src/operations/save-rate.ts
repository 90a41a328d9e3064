import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Invalid, NotFound } from '../domain/errors.js'
import { fitRate, type RatePlan } from '../domain/rate.js'
import { record } from './record.js'

/** Adds a rate; an open one for the same format and length ends the day before. */
export async function addRate(app: App, actor: UserActor, outletId: string, plan: RatePlan): Promise<void> {
  await app.store.write(async store => {
    if (!(await store.outlets.find(outletId))) throw new NotFound('outlet')
    const fit = fitRate(await store.rates.listOf(outletId), plan)
    if (!fit.ok) throw new Invalid(fit.problems)
    const { ended } = fit
    if (ended) await store.rates.end(ended.rate.id, ended.validTo)
    const id = app.newId()
    await store.rates.insert([{ id, outletId, ...plan }])
    await record(app, store, actor, {
      action: 'rate-added',
      subject: ['outlet', outletId],
      after: { id, ...plan, ...(ended ? { ends: ended.rate.id, endsOn: ended.validTo } : {}) },
    })
  })
}

/** Takes back a rate that was entered by mistake. What it was stays in the audit log. */
export async function removeRate(app: App, actor: UserActor, outletId: string, id: string): Promise<void> {
  await app.store.write(async store => {
    const rate = (await store.rates.listOf(outletId)).find(known => known.id === id)
    if (!rate) throw new NotFound('rate')
    await store.rates.remove(id)
    await record(app, store, actor, {
      action: 'rate-removed',
      subject: ['outlet', outletId],
      before: { ...rate },
    })
  })
}
