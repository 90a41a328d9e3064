import type { App, Store } from '../app.js'
import type { Link, LinkKind } from '../domain/link.js'
import { linkExpiry } from '../domain/link.js'

type Purpose = Partial<Pick<Link, 'userId' | 'contactId' | 'week' | 'orderId' | 'orderVersion' | 'copiedBy'>>

/** Makes a link for a purpose; its address is signed when it is written down. */
export async function makeLink(app: App, store: Store, kind: LinkKind, purpose: Purpose): Promise<Link> {
  const createdAt = app.clock.now()
  const link: Link = {
    id: app.newId(),
    kind,
    userId: null,
    contactId: null,
    week: null,
    orderId: null,
    orderVersion: null,
    ...purpose,
    createdAt,
    expiresAt: linkExpiry(kind, createdAt),
    usedAt: null,
    revokedAt: null,
  }
  await store.links.insert(link)
  return link
}
