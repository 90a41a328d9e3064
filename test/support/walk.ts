/** Addresses and links for walking every route there is, whatever its noun: a route added later is walked without a word. */
import type { App } from '../../src/app.js'
import { linkExpiry, type Link, type LinkKind } from '../../src/domain/link.js'
import { addMinutes } from '../../src/domain/time.js'
import type { Route } from '../../src/web/route.js'
import { contacts, outlets, people } from './people.js'

export const unknownId = '00000000-0000-7000-8000-999999999999'

/** By the noun an address begins with, something of the story that can be shown. */
const known: Record<string, string> = {
  outlets: outlets.gema.id,
  contacts: contacts.wayan.id,
  users: people.sari.id,
  districts: '18.71',
  jobs: 'tidy',
}

/** The address with its parts filled in: to be shown, something that is there; to be changed, nothing that is. */
export function addressOf(route: Route, token = 'token'): string {
  const noun = route.path.split('/')[1]!
  const thing = (route.method === 'get' && known[noun]) || unknownId
  return route.path
    .replace(':token', token)
    .replace(/:(?:id|code|name)\b/, thing)
    .replaceAll(/:\w+/g, unknownId)
}

/** What a link of each kind is for. */
const purposes: Record<LinkKind, Partial<Link>> = {
  setup: {},
  'sign-in': { userId: people.sari.id },
  invitation: { userId: people.sari.id },
  'password-reset': { userId: people.sari.id },
  week: { contactId: contacts.wayan.id, week: '2026-11-09' },
  order: { contactId: contacts.wayan.id, orderId: unknownId, orderVersion: 1 },
}

export const linkKinds = Object.keys(purposes) as LinkKind[]

/** A link of this kind in the state given, and the secret part of its address. */
export async function tokenOf(app: App, kind: LinkKind, state: Partial<Link> = {}): Promise<string> {
  const createdAt = state.createdAt ?? app.clock.now()
  const blank = { userId: null, contactId: null, week: null, orderId: null, orderVersion: null }
  const link: Link = {
    ...blank,
    ...purposes[kind],
    id: app.newId(),
    kind,
    createdAt,
    expiresAt: linkExpiry(kind, createdAt),
    usedAt: null,
    revokedAt: null,
    ...state,
  }
  await app.store.write(async store => {
    if (kind === 'week') await store.links.revoke({ kind: 'week' }, createdAt)
    await store.links.insert(link)
  })
  return app.tokens.ofLink(link.id)
}

/** Links of a kind that must all be refused alike. */
export async function badTokens(
  app: App,
  kind: LinkKind,
  otherSecret: App['tokens'],
): Promise<Record<string, string>> {
  const good = await tokenOf(app, kind)
  const others = linkKinds.filter(other => other !== kind)
  const ofOthers = await Promise.all(
    others.map(async other => [`of kind ${other}`, await tokenOf(app, other)]),
  )
  const longAgo = addMinutes(app.clock.now(), -366 * 24 * 60)
  return {
    altered: good.slice(0, 5) + (good[5] === 'x' ? 'y' : 'x') + good.slice(6),
    shortened: good.slice(0, -1),
    'signed by another installation': otherSecret.ofLink(app.tokens.linkId(good)!),
    'of no link': app.tokens.ofLink(unknownId),
    expired: await tokenOf(app, kind, { createdAt: longAgo }),
    revoked: await tokenOf(app, kind, { revokedAt: app.clock.now() }),
    ...Object.fromEntries(ofOthers),
  }
}
