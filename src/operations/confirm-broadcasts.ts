import type { App, Store } from '../app.js'
import type { BroadcastState } from '../domain/broadcast.js'
import type { Actor } from '../domain/actor.js'
import type { Confirmation, ConfirmationContent } from '../domain/confirmation.js'
import { sameContent } from '../domain/confirmation.js'
import { mayAnswer } from '../domain/delivery.js'
import { Conflict, mustAllow } from '../domain/errors.js'
import { isUnanswered } from '../domain/inbox.js'
import type { Link } from '../domain/link.js'
import { linkIsOpen } from '../domain/link.js'
import type { Day } from '../domain/time.js'
import { addDays } from '../domain/time.js'
import { judgeSoon } from './judge-soon.js'
import { record } from './record.js'

export type Answers = Map<string, ConfirmationContent>

type ContactActor = Extract<Actor, { kind: 'contact' }>

/**
 * Keeps an outlet's answers for broadcasts of its week: a new version where something changed, nothing where not, so
 * that the same form sent twice is one answer. Broadcasts of others, of another week or locked ones refuse the whole.
 * `onlyUnanswered` leaves alone what has been answered meanwhile: "all ran" never overrules an exception.
 */
export async function confirmBroadcasts(
  app: App,
  actor: ContactActor,
  link: Link,
  answers: Answers,
  { onlyUnanswered = false } = {},
): Promise<number> {
  return app.store.write(async store => {
    const now = app.clock.now()
    const current = await store.links.find(link.id)
    if (!current || !linkIsOpen(current, now)) throw new Conflict('link-refused')
    const broadcasts = await broadcastsOfWeek(store, {
      contactId: actor.id,
      week: current.week ?? '',
      today: app.clock.today(),
    })
    const answered = broadcasts.filter(broadcast => answers.has(broadcast.id))
    if (answered.length !== answers.size) throw new Conflict('link-refused')
    const open = onlyUnanswered ? answered.filter(isUnanswered) : answered
    const changed = await changedAnswers(app, store, { answered: open, answers, actor })
    if (changed.length === 0) return 0
    await store.confirmations.append(changed)
    await store.links.markUsed(link.id, now)
    await judgeSoon(app, store)
    const after = Object.fromEntries(
      changed.map(({ broadcastId, number, answer, reason }) => [broadcastId, { number, answer, reason }]),
    )
    await record(app, store, actor, {
      action: 'broadcasts-confirmed',
      subject: ['week', `${actor.id} ${link.week}`],
      after,
    })
    return changed.length
  })
}

/** The week's broadcasts of every outlet a contact serves, as sent; withdrawn ones only where they were answered. */
export async function broadcastsOfWeek(
  store: Store,
  { contactId, week, today }: { contactId: string; week: Day; today: Day },
): Promise<BroadcastState[]> {
  const outletIds = await store.contacts.outletIds(contactId, today)
  const states = await store.broadcasts.listStates({ outletIds, from: week, to: addDays(week, 6) })
  return states.filter(state => !state.withdrawnAt || state.confirmationId)
}

async function changedAnswers(
  app: App,
  store: Store,
  { answered, answers, actor }: { answered: BroadcastState[]; answers: Answers; actor: ContactActor },
): Promise<Confirmation[]> {
  const known = await store.confirmations.current(answered.map(broadcast => broadcast.id))
  const lockedThrough = await store.periodLocks.lockedThrough()
  const changed: Confirmation[] = []
  for (const broadcast of answered) {
    const content = answers.get(broadcast.id)!
    const last = known.get(broadcast.id)
    if (last && sameContent(last, content)) continue
    mustAllow(mayAnswer(broadcast, { today: app.clock.today(), lockedThrough }))
    changed.push({
      id: app.newId(),
      broadcastId: broadcast.id,
      number: (last?.number ?? 0) + 1,
      isCurrent: true,
      ...content,
      givenByContact: actor.id,
      givenByUser: null,
      linkId: actor.linkId,
      givenAt: app.clock.now(),
    })
  }
  return changed
}
