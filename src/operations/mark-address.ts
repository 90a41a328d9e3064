import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, NotFound } from '../domain/errors.js'
import { record } from './record.js'

/**
 * Staff learn by telephone or chat that mail does not arrive, or that it does again. The task stands on the desk until
 * the address is changed, the contact hands over, or somebody says that it works.
 */
export async function markAddress(
  app: App,
  actor: UserActor,
  contactId: string,
  { isStale }: { isStale: boolean },
): Promise<void> {
  await app.store.write(async store => {
    const contact = await store.contacts.find(contactId)
    if (!contact) throw new NotFound('contact')
    if ((contact.staleAt !== null) === isStale) throw new Conflict('wrong-state')
    const staleAt = isStale ? app.clock.now() : null
    await store.contacts.update(contact, { staleAt })
    await record(app, store, actor, {
      action: isStale ? 'contact-marked-stale' : 'contact-address-works',
      subject: ['contact', contactId],
      before: { staleAt: contact.staleAt },
      after: { staleAt, email: contact.email },
    })
  })
}
