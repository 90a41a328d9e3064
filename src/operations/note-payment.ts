import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Invalid } from '../domain/errors.js'
import { mayNotePayment, stepsReached, type PaymentNote } from '../domain/payment.js'
import { runsSettled } from './close-order.js'
import { orderOf } from './draft-order.js'
import { record } from './record.js'

/** Staff note where an order's payment file has come; the outlet sees it on its own page. */
export async function notePayment(
  app: App,
  actor: UserActor,
  orderId: string,
  next: Pick<PaymentNote, 'step' | 'day' | 'note'>,
): Promise<void> {
  await app.store.write(async store => {
    const order = await orderOf(store, orderId)
    const [broadcasts, notes] = await Promise.all([
      store.broadcasts.listStates({ orderId }),
      store.payments.listOf([orderId]),
    ])
    const runs = await runsSettled(app, store, orderId)
    const decision = mayNotePayment(order, next, { notes, broadcasts, runs, today: app.clock.today() })
    if (!decision.ok) throw new Invalid({ [fieldOf(decision.problem.code)]: decision.problem })
    const note = { id: app.newId(), orderId, ...next, notedBy: actor.id, notedAt: app.clock.now() }
    await store.payments.insert(note)
    await record(app, store, actor, {
      action: 'payment-noted',
      subject: ['order', orderId],
      before: { step: stepsReached(notes).at(-1)?.step ?? null },
      after: { ...next },
    })
  })
}

/** Which field a refusal is about. */
function fieldOf(code: string): 'step' | 'day' | 'note' {
  if (code === 'required') return 'note'
  return code === 'day-ahead' || code === 'payment-day-early' ? 'day' : 'step'
}
