import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, mustAllow, NotFound } from '../domain/errors.js'
import type { Message } from '../domain/message.js'
import { isInForce, mayDecideMessage, mayEditMessage, messageStatus } from '../domain/message.js'
import { record } from './record.js'

export type MessageFacts = Pick<
  Message,
  'programme' | 'titleId' | 'titleEn' | 'claimId' | 'claimEn' | 'legalSource' | 'sourceSeen'
>

/** Proposes a claim; with `replacesId`, a new wording of one in force, which stays until this one is approved. */
export async function proposeMessage(
  app: App,
  actor: UserActor,
  facts: MessageFacts,
  replacesId: string | null,
): Promise<Message> {
  return app.store.write(async store => {
    if (replacesId && !isInForce(await messageOf(store, replacesId))) throw new Conflict('wrong-state')
    const message: Message = {
      id: app.newId(),
      ...facts,
      authors: [actor.id],
      createdAt: app.clock.now(),
      approvedAt: null,
      approvedBy: null,
      ...notReturned,
      retiredAt: null,
      retiredBy: null,
      retireReason: null,
      replacesId,
      version: 1,
    }
    await store.messages.insert([message])
    await record(app, store, actor, {
      action: 'message-added',
      subject: ['message', message.id],
      after: { ...facts, replacesId },
    })
    return message
  })
}

/** What was returned or still waits is written anew and waits again. */
export async function changeMessage(
  app: App,
  actor: UserActor,
  id: string,
  change: MessageFacts & { version: number },
): Promise<void> {
  await app.store.write(async store => {
    const message = await messageOf(store, id)
    mustAllow(mayEditMessage(message))
    const { version, ...facts } = change
    const authors = [...new Set([...message.authors, actor.id])]
    await store.messages.update({ id, version }, { ...facts, ...notReturned, authors })
    await record(app, store, actor, {
      action: 'message-changed',
      subject: ['message', id],
      before: { ...factsOf(message) },
      after: { ...facts },
    })
  })
}

/** From now on the claim may be chosen; the one it says anew is out of force. Plans that chose that keep it in sight. */
export async function approveMessage(app: App, actor: UserActor, id: string): Promise<void> {
  await app.store.write(async store => {
    const message = await messageOf(store, id)
    mustAllow(mayDecideMessage(message, actor.id))
    const now = app.clock.now()
    const replaced = message.replacesId ? await store.messages.find(message.replacesId) : undefined
    if (replaced && isInForce(replaced))
      await store.messages.update(replaced, { retiredAt: now, retiredBy: actor.id })
    await store.messages.update(message, { approvedAt: now, approvedBy: actor.id })
    await record(app, store, actor, {
      action: 'message-approved',
      subject: ['message', id],
      after: { ...factsOf(message), replaces: message.replacesId },
    })
  })
}

export async function returnMessage(app: App, actor: UserActor, id: string, reason: string): Promise<void> {
  await app.store.write(async store => {
    const message = await messageOf(store, id)
    mustAllow(mayDecideMessage(message, actor.id))
    const change = { returnedAt: app.clock.now(), returnedBy: actor.id, returnReason: reason }
    await store.messages.update(message, change)
    await record(app, store, actor, { action: 'message-returned', subject: ['message', id], after: change })
  })
}

/** Takes a claim out of the catalogue at once: what is no longer true must not wait for a second person. */
export async function retireMessage(app: App, actor: UserActor, id: string, reason: string): Promise<void> {
  await app.store.write(async store => {
    const message = await messageOf(store, id)
    if (messageStatus(message) === 'retired') throw new Conflict('wrong-state')
    const change = { retiredAt: app.clock.now(), retiredBy: actor.id, retireReason: reason }
    await store.messages.update(message, change)
    await record(app, store, actor, { action: 'message-retired', subject: ['message', id], after: change })
  })
}

const notReturned = { returnedAt: null, returnedBy: null, returnReason: null }

async function messageOf(store: Store, id: string): Promise<Message> {
  const message = await store.messages.find(id)
  if (!message) throw new NotFound('message')
  return message
}

function factsOf(message: Message): MessageFacts {
  const { programme, titleId, titleEn, claimId, claimEn, legalSource, sourceSeen } = message
  return { programme, titleId, titleEn, claimId, claimEn, legalSource, sourceSeen }
}
