import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'

/**
 * Keeps what a person has typed so far, right or wrong, so that leaving the form loses nothing. No record changes by it
 * and nobody else sees it: like a session, it is the person's own and leaves no audit event.
 */
export async function keepDraft(
  app: App,
  actor: UserActor,
  form: string,
  typed: Record<string, string | string[]>,
): Promise<void> {
  await app.store.write(store =>
    store.formDrafts.save({
      userId: actor.id,
      form,
      typed: JSON.stringify(typed),
      savedAt: app.clock.now(),
    }),
  )
}

export async function dropDraft(app: App, actor: UserActor, form: string): Promise<void> {
  await app.store.write(store => store.formDrafts.remove(actor.id, form))
}
