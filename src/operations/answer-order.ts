import type { App } from '../app.js'
import type { Actor, UserActor } from '../domain/actor.js'
import { Conflict, mustAllow } from '../domain/errors.js'
import type { Link } from '../domain/link.js'
import { linkIsOpen } from '../domain/link.js'
import type { MediaOrder, OrderVersion } from '../domain/media-order.js'
import { latestVersion, mayAnswerOrder, versionStatus } from '../domain/media-order.js'
import { orderOf } from './draft-order.js'
import { record } from './record.js'

export type OrderAnswer = { answer: 'accept' } | { answer: 'decline'; reason: string }

/** An outlet's answer through its link. The same answer again changes nothing; another one replaces it. */
export async function answerOrder(
  app: App,
  actor: Extract<Actor, { kind: 'contact' }>,
  link: Link,
  answer: OrderAnswer,
): Promise<void> {
  await app.store.write(async store => {
    const now = app.clock.now()
    const current = await store.links.find(link.id)
    if (!current || !linkIsOpen(current, now)) throw new Conflict('link-refused')
    const order = await orderOf(store, link.orderId ?? '')
    mustAllow(mayAnswerOrder(order, link.orderVersion ?? 0))
    if (isAlready(order, answer)) return
    const change =
      answer.answer === 'accept'
        ? { ...unanswered, acceptedAt: now, acceptedHow: 'link' as const, acceptedByContact: actor.id }
        : { ...unanswered, declinedAt: now, declineReason: answer.reason }
    await store.mediaOrders.updateVersion(order, latestVersion(order).number, change)
    await store.links.markUsed(link.id, now)
    const action = answer.answer === 'accept' ? 'order-accepted' : 'order-declined'
    await record(app, store, actor, {
      action,
      subject: ['order', order.id],
      after: { version: latestVersion(order).number, ...change },
    })
  })
}

/** Staff enter an acceptance that came by telephone or on paper; it stays marked as such. */
export async function acceptOnBehalf(
  app: App,
  actor: UserActor,
  id: string,
  how: 'paper' | 'on-behalf',
): Promise<void> {
  await app.store.write(async store => {
    const order = await orderOf(store, id)
    const { number } = latestVersion(order)
    mustAllow(mayAnswerOrder(order, number))
    const change = { ...unanswered, acceptedAt: app.clock.now(), acceptedHow: how, acceptedByUser: actor.id }
    await store.mediaOrders.updateVersion(order, number, change)
    await record(app, store, actor, {
      action: 'order-accepted',
      subject: ['order', id],
      after: { version: number, ...change },
    })
  })
}

const unanswered: Partial<OrderVersion> = {
  acceptedAt: null,
  acceptedHow: null,
  acceptedByContact: null,
  acceptedByUser: null,
  declinedAt: null,
  declineReason: null,
}

function isAlready(order: MediaOrder, answer: OrderAnswer): boolean {
  const version = latestVersion(order)
  const status = versionStatus(version)
  if (answer.answer === 'accept') return status === 'accepted'
  return status === 'declined' && version.declineReason === answer.reason
}
