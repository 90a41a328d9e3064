import type { App } from '../app.js'
import type { SentMail } from '../domain/mail.js'

/** The address of a contact does not work: the contact is marked, and staff find the task on their desk. */
export async function markBounced(app: App, mail: SentMail, why: string): Promise<void> {
  await app.store.write(async store => {
    const contact = await store.contacts.findByEmail(mail.recipient)
    if (!contact || contact.staleAt) return
    const at = app.clock.now()
    await store.contacts.update(contact, { staleAt: at })
    await store.audit.append({
      at,
      actorKind: 'system',
      actorId: 'deliver-mail',
      actorName: 'deliver-mail',
      action: 'contact-bounced',
      subjectKind: 'contact',
      subjectId: contact.id,
      before: null,
      after: { mail: mail.id, why },
    })
  })
}
