import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Invalid, NotFound } from '../domain/errors.js'
import type { OffAir } from '../domain/outlet.js'
import type { Day } from '../domain/time.js'
import { record } from './record.js'

export type OffAirFacts = Pick<OffAir, 'firstDay' | 'lastDay' | 'reason'>

/** Notes days on which an outlet does not broadcast or appear; without a last day nobody knows for how long. */
export async function noteOffAir(
  app: App,
  actor: UserActor,
  outletId: string,
  facts: OffAirFacts,
): Promise<void> {
  if (facts.lastDay && facts.lastDay < facts.firstDay)
    throw new Invalid({ lastDay: { code: 'days-reversed' } })
  await app.store.write(async store => {
    if (!(await store.outlets.find(outletId))) throw new NotFound('outlet')
    const id = app.newId()
    await store.outlets.insertOffAir({ id, outletId, ...facts })
    await record(app, store, actor, {
      action: 'outlet-off-air',
      subject: ['outlet', outletId],
      after: { id, ...facts },
    })
  })
}

/** The outlet is back: the period gets its last day. */
export async function endOffAir(
  app: App,
  actor: UserActor,
  { outletId, id, lastDay }: { outletId: string; id: string; lastDay: Day },
): Promise<void> {
  await app.store.write(async store => {
    const period = (await store.outlets.offAir(outletId)).find(known => known.id === id)
    if (!period) throw new NotFound('off-air period')
    if (lastDay < period.firstDay) throw new Invalid({ lastDay: { code: 'days-reversed' } })
    await store.outlets.endOffAir(id, lastDay)
    await record(app, store, actor, {
      action: 'outlet-on-air',
      subject: ['outlet', outletId],
      before: { id, lastDay: period.lastDay },
      after: { id, lastDay },
    })
  })
}

/** Takes back a period that was noted by mistake. */
export async function removeOffAir(
  app: App,
  actor: UserActor,
  { outletId, id }: { outletId: string; id: string },
): Promise<void> {
  await app.store.write(async store => {
    const period = (await store.outlets.offAir(outletId)).find(known => known.id === id)
    if (!period) throw new NotFound('off-air period')
    await store.outlets.removeOffAir(id)
    await record(app, store, actor, {
      action: 'outlet-off-air-removed',
      subject: ['outlet', outletId],
      before: { ...period },
    })
  })
}
