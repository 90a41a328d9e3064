import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, Invalid, NotFound } from '../domain/errors.js'
import type { FieldEvent } from '../domain/field-event.js'
import type { WrittenEvent } from '../domain/field-event-row.js'
import { record } from './record.js'

export type FieldEventFacts = Pick<FieldEvent, 'kind' | 'title' | 'firstDay' | 'note' | 'districtCodes'> & {
  /** Null for an event of one day. */
  lastDay: string | null
}

/** Notes something else that may move registrations, so that no campaign is given the credit or the blame for it. */
export async function addFieldEvent(app: App, actor: UserActor, facts: FieldEventFacts): Promise<FieldEvent> {
  const lastDay = facts.lastDay ?? facts.firstDay
  if (lastDay < facts.firstDay) throw new Invalid({ lastDay: { code: 'days-reversed' } })
  return app.store.write(async store => {
    const known = new Set((await store.districts.list()).map(district => district.code))
    if (facts.districtCodes.some(code => !known.has(code)))
      throw new Invalid({ districtCodes: { code: 'not-a-choice' } })
    const districtCodes = [...new Set(facts.districtCodes)].toSorted()
    const event = await keepFieldEvent(app, store, actor, { ...facts, lastDay, districtCodes })
    app.wake('judge-campaigns')
    return event
  })
}

/** Puts a checked event into the diary. `from` says in the audit which file and line it came from. */
export async function keepFieldEvent(
  app: App,
  store: Store,
  actor: UserActor,
  { from, ...facts }: WrittenEvent & { from?: object },
): Promise<FieldEvent> {
  const created = { createdBy: actor.id, createdAt: app.clock.now(), cancelledAt: null, version: 1 }
  const event: FieldEvent = { id: app.newId(), ...facts, ...created }
  await store.fieldEvents.insert(event)
  const { kind, title, firstDay, lastDay, districtCodes, note } = event
  await record(app, store, actor, {
    action: 'field-event-added',
    subject: ['field-event', event.id],
    after: { kind, title, firstDay, lastDay, districtCodes, note, ...from },
  })
  return event
}

/** It did not take place, or was noted wrongly: it counts no longer, and stays in the diary with the reason. */
export async function cancelFieldEvent(
  app: App,
  actor: UserActor,
  id: string,
  reason: string,
): Promise<void> {
  await app.store.write(async store => {
    const event = await store.fieldEvents.find(id)
    if (!event) throw new NotFound('field event')
    if (event.cancelledAt) throw new Conflict('wrong-state')
    await store.fieldEvents.update(event, { cancelledAt: app.clock.now() })
    await record(app, store, actor, {
      action: 'field-event-cancelled',
      subject: ['field-event', id],
      after: { reason },
    })
    app.wake('judge-campaigns')
  })
}
