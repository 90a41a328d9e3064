import type { App } from '../app.js'
import { mayApproveWorkOf } from '../domain/access.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, Invalid, mustAllow, NotFound } from '../domain/errors.js'
import type { Day } from '../domain/time.js'
import { record } from './record.js'

/** From now on outlets can change nothing of what they answered up to and including a day. */
export async function lockPeriod(app: App, actor: UserActor, throughDay: Day): Promise<void> {
  await app.store.write(async store => {
    if (throughDay >= app.clock.today()) throw new Invalid({ throughDay: { code: 'period-not-over' } })
    const known = await store.periodLocks.lockedThrough()
    if (known !== null && known >= throughDay) throw new Invalid({ throughDay: { code: 'already-taken' } })
    const id = app.newId()
    await store.periodLocks.insert({
      id,
      throughDay,
      lockedAt: app.clock.now(),
      lockedBy: actor.id,
      reopenedAt: null,
      reopenedBy: null,
      reopenReason: null,
    })
    await record(app, store, actor, {
      action: 'period-locked',
      subject: ['period-lock', id],
      before: { lockedThrough: known },
      after: { lockedThrough: throughDay },
    })
  })
}

/** Somebody else than who locked it opens a period again and says why. */
export async function unlockPeriod(app: App, actor: UserActor, id: string, reason: string): Promise<void> {
  await app.store.write(async store => {
    const lock = await store.periodLocks.find(id)
    if (!lock) throw new NotFound('period lock')
    if (lock.reopenedAt) throw new Conflict('wrong-state')
    mustAllow(mayApproveWorkOf([lock.lockedBy], actor.id))
    await store.periodLocks.reopen(id, { at: app.clock.now(), by: actor.id, reason })
    await record(app, store, actor, {
      action: 'period-unlocked',
      subject: ['period-lock', id],
      before: { lockedThrough: lock.throughDay },
      after: { lockedThrough: await store.periodLocks.lockedThrough(), reason },
    })
  })
}
