import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { record } from './record.js'

/** Starts or stops the weekly digest for the one who asks. */
export async function chooseDigest(app: App, actor: UserActor, wanted: boolean): Promise<void> {
  await app.store.write(async store => {
    const before = (await store.digestWishes.wanting()).has(actor.id)
    if (before === wanted) return
    await store.digestWishes.save(actor.id, wanted, app.clock.now())
    await record(app, store, actor, {
      action: 'digest-chosen',
      subject: ['user', actor.id],
      before: { wanted: before },
      after: { wanted },
    })
  })
}
