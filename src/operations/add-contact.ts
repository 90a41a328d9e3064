import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import type { Contact } from '../domain/contact.js'
import { Invalid, NotFound } from '../domain/errors.js'
import { record } from './record.js'

export type ContactFacts = Pick<Contact, 'name' | 'email' | 'phone' | 'language'>

/** Lets a person serve an outlet from today on; a known address is the same person. */
export async function addContact(
  app: App,
  actor: UserActor,
  outletId: string,
  facts: ContactFacts,
): Promise<Contact> {
  return app.store.write(async store => {
    if (!(await store.outlets.find(outletId))) throw new NotFound('outlet')
    const today = app.clock.today()
    const known = await store.contacts.findByEmail(facts.email)
    const contact = known ?? {
      id: app.newId(),
      ...facts,
      staleAt: null,
      createdAt: app.clock.now(),
      version: 1,
    }
    if (!known) await store.contacts.insert(contact)
    const serving = await store.contacts.listOfOutlet(outletId, today)
    if (serving.some(({ id }) => id === contact.id)) throw new Invalid({ email: { code: 'already-taken' } })
    await store.contacts.assign({ outletId, contactId: contact.id, since: today, until: null })
    await record(app, store, actor, {
      action: 'contact-added',
      subject: ['outlet', outletId],
      after: { contactId: contact.id, ...facts },
    })
    return contact
  })
}
