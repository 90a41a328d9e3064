import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { linkIsOpen } from '../domain/link.js'
import type { Day } from '../domain/time.js'
import { makeLink } from './make-link.js'
import { record } from './record.js'

/**
 * Staff take a contact's week as an address to paste into a chat. It is a link of its own, under their name: what is
 * answered through it somebody else has to verify.
 */
export async function copyWeekLink(
  app: App,
  actor: UserActor,
  { contactId, week }: { contactId: string; week: Day },
): Promise<void> {
  await app.store.write(async store => {
    const known = await store.links.findCopied(contactId, week, actor.id)
    if (known && linkIsOpen(known, app.clock.now())) return
    const link = await makeLink(app, store, 'week', { contactId, week, copiedBy: actor.id })
    await record(app, store, actor, {
      action: 'week-link-copied',
      subject: ['contact', contactId],
      after: { week, link: link.id },
    })
  })
}
