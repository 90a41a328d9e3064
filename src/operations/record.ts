import type { App, Store } from '../app.js'
import type { Actor } from '../domain/actor.js'
import type { Facts } from '../domain/audit.js'

export interface Change {
  action: string
  subject: readonly [kind: string, id: string]
  before?: Facts
  after?: Facts
}

/** Writes the audit event of a change, in the change's own transaction. */
export function record(app: App, store: Store, actor: Actor, change: Change): Promise<void> {
  return store.audit.append({
    at: app.clock.now(),
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    action: change.action,
    subjectKind: change.subject[0],
    subjectId: change.subject[1],
    before: change.before ?? null,
    after: change.after ?? null,
  })
}
