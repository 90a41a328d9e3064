import type { App, Store } from '../app.js'
import type { Actor } from '../domain/actor.js'
import { Conflict, Invalid, mustAllow } from '../domain/errors.js'
import { answerOfLines, askedLines, type LineAnswer } from '../domain/line-answer.js'
import type { Link } from '../domain/link.js'
import { linkIsOpen } from '../domain/link.js'
import type { MediaOrder, OrderVersion } from '../domain/media-order.js'
import { latestVersion, mayAnswerOrder, versionStatus } from '../domain/media-order.js'
import { orderOf } from './draft-order.js'
import { record } from './record.js'

type LineAnswers = Omit<LineAnswer, 'answeredAt'>[]

/** Yes or no to all that is asked, or a word to each line. */
export type OrderAnswer =
  { answer: 'accept' } | { answer: 'decline'; reason: string } | { answer: 'by-line'; lines: LineAnswers }

/** An outlet's answer through its link. The same answer again changes nothing; another one replaces it. */
export async function answerOrder(
  app: App,
  actor: Extract<Actor, { kind: 'contact' }>,
  link: Link,
  answer: OrderAnswer,
): Promise<void> {
  await app.store.write(async store => {
    const now = app.clock.now()
    const order = await orderOfLink(store, link, now)
    const version = latestVersion(order)
    const change = changeBy(order, answer, now)
    if (isAlready(version, change)) return
    const by = change.acceptedAt ? { acceptedHow: 'link' as const, acceptedByContact: actor.id } : {}
    await store.mediaOrders.updateVersion(order, version.number, { ...change, ...by })
    await store.links.markUsed(link.id, now)
    await record(app, store, actor, {
      action: `order-${versionStatus({ ...version, ...change })}`,
      subject: ['order', order.id],
      after: { version: version.number, ...change, ...by },
    })
  })
}

async function orderOfLink(store: Store, link: Link, now: string): Promise<MediaOrder> {
  const current = await store.links.find(link.id)
  if (!current || !linkIsOpen(current, now)) throw new Conflict('link-refused')
  const order = await orderOf(store, link.orderId ?? '')
  mustAllow(mayAnswerOrder(order, link.orderVersion ?? 0))
  return order
}

type Change = typeof unanswered

export const unanswered = {
  acceptedAt: null as string | null,
  acceptedHow: null as OrderVersion['acceptedHow'],
  acceptedByContact: null as string | null,
  acceptedByUser: null as string | null,
  acceptanceFileId: null as string | null,
  declinedAt: null as string | null,
  declineReason: null as string | null,
  answers: [] as LineAnswer[],
}

/** A no to all is kept for each line too: what an earlier version had accepted stays accepted. */
function changeBy(order: MediaOrder, answer: OrderAnswer, now: string): Change {
  if (answer.answer === 'accept') return { ...unanswered, acceptedAt: now }
  const asked = askedLines(order, latestVersion(order)).map(({ lineKey }) => lineKey)
  if (answer.answer === 'decline') {
    const no = { answer: 'declined', fromMinute: null, toMinute: null, note: '', answeredAt: now } as const
    const answers = asked.map(lineKey => ({ lineKey, ...no }))
    return { ...unanswered, declinedAt: now, declineReason: answer.reason, answers }
  }
  const answers = answer.lines.map(line => ({ ...line, answeredAt: now }))
  mustAnswerAll(asked, answers)
  const word = answerOfLines(answers)
  if (word === 'accepted') return { ...unanswered, acceptedAt: now }
  if (word === 'mixed') return { ...unanswered, answers }
  const declineReason = [...new Set(answers.map(({ note }) => note).filter(Boolean))].join(' ')
  return { ...unanswered, declinedAt: now, declineReason, answers }
}

function mustAnswerAll(asked: readonly string[], answers: readonly LineAnswer[]): void {
  const keys = new Set(answers.map(({ lineKey }) => lineKey))
  if (keys.size !== answers.length || keys.size !== asked.length || !asked.every(key => keys.has(key)))
    throw new Invalid({ '': { code: 'answer-incomplete' } })
}

/** The same words to the same lines, whenever they were said. */
function isAlready(version: OrderVersion, change: Change): boolean {
  return versionStatus(version) !== 'sent' && saidBy(version) === saidBy(change)
}

function saidBy({ acceptedAt, declinedAt, declineReason, answers }: Change | OrderVersion): string {
  const lines = answers.map(it => [it.lineKey, it.answer, it.fromMinute, it.toMinute, it.note].join(' '))
  return JSON.stringify([acceptedAt !== null, declinedAt !== null, declineReason, lines.toSorted()])
}
