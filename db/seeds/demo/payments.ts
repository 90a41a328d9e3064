/** Payment files: once a month the office takes each a step on, as far as the runs of its order are settled. */
import { stepsReached, hasPayment, type PaymentStep } from '../../../src/domain/payment.js'
import { addDays } from '../../../src/domain/time.js'
import { runsSettled } from '../../../src/operations/close-order.js'
import { notePayment } from '../../../src/operations/note-payment.js'
import { person } from './people.js'
import { at } from './season.js'
import { today, workday, type Story } from './story.js'

const months = ['04', '05', '06', '07', '08', '09', '10', '11']

/** Bills come about two weeks after the last run. */
const billedAfter = 14

export function planPayments(story: Story): void {
  for (const month of months)
    story.at(at(workday(story, `2011-${month}-07`), '14.30'), () => takeFilesOn(story))
}

async function takeFilesOn(story: Story): Promise<void> {
  const { app } = story
  const orders = (await app.store.mediaOrders.list()).toSorted((a, b) => (a.number < b.number ? -1 : 1))
  for (const order of orders) {
    if (!order.versions.some(({ acceptedAt }) => acceptedAt)) continue
    const broadcasts = await app.store.broadcasts.listStates({ orderId: order.id })
    const last = broadcasts.at(-1)
    if (!last || !hasPayment(broadcasts) || last.day > addDays(today(story), -billedAfter)) continue
    await takeOn(story, order.id)
  }
}

async function takeOn(story: Story, orderId: string): Promise<void> {
  const { app } = story
  const { length } = stepsReached(await app.store.payments.listOf([orderId]))
  const next: PaymentStep | undefined = (['received', 'verified', 'with-finance', 'paid'] as const)[length]
  if (!next) return
  const settled = await runsSettled(app, app.store, orderId)
  if (next !== 'received' && !settled.ok) return
  await notePayment(app, person(story, 'rizky'), orderId, { step: next, day: today(story), note: '' })
}
