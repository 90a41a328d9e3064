import type { App, Store } from '../app.js'
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
    const contact = await findOrAddContact(app, store, facts)
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

/** A known address is the same person, as they are known. */
export async function findOrAddContact(app: App, store: Store, facts: ContactFacts): Promise<Contact> {
  const known = await store.contacts.findByEmail(facts.email)
  if (known) return known
  const contact = { id: app.newId(), ...facts, staleAt: null, createdAt: app.clock.now(), version: 1 }
  await store.contacts.insert(contact)
  return contact
}

export async function changeContact(
  app: App,
  actor: UserActor,
  id: string,
  { version, ...facts }: ContactFacts & { version: number },
): Promise<void> {
  await app.store.write(async store => {
    const contact = await store.contacts.find(id)
    if (!contact) throw new NotFound('contact')
    const other = await store.contacts.findByEmail(facts.email)
    if (other && other.id !== id) throw new Invalid({ email: { code: 'already-taken' } })
    // A new address has not failed yet.
    const staleAt = facts.email === contact.email ? contact.staleAt : null
    await store.contacts.update({ id, version }, { ...facts, staleAt })
    const { name, email, phone, language } = contact
    await record(app, store, actor, {
      action: 'contact-changed',
      subject: ['contact', id],
      before: { name, email, phone, language },
      after: { ...facts },
    })
  })
}
