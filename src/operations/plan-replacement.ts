import type { App, Store } from '../app.js'
import type { Broadcast, BroadcastState } from '../domain/broadcast.js'
import { Conflict } from '../domain/errors.js'
import type { Makegood } from '../domain/makegood.js'
import { orderStatus, sentVersion } from '../domain/media-order.js'
import type { Day } from '../domain/time.js'

/** The last day of the order's flight, as it was last sent. */
export async function flightEnd(store: Store, { orderId, day }: BroadcastState): Promise<Day> {
  const order = await store.mediaOrders.find(orderId)
  const lines = (order && sentVersion(order)?.lines) ?? []
  return lines.reduce((last, line) => (line.lastDay > last ? line.lastDay : last), day)
}

/** Plans the run that was agreed, with an id and a fate of its own: in the order that was missed, or in another outlet's. */
export async function planReplacement(
  app: App,
  store: Store,
  missed: BroadcastState,
  agreed: Makegood,
): Promise<string> {
  const planned = await store.broadcasts.listOfOrder(agreed.orderId ?? missed.orderId)
  const original = agreed.orderId
    ? await runOfOrder(store, planned, agreed)
    : planned.find(({ id }) => id === missed.id)!
  const sameDay = planned.filter(({ lineKey, day }) => lineKey === original.lineKey && day === agreed.day)
  const id = app.newId()
  await store.broadcasts.insert([
    {
      ...original,
      id,
      day: agreed.day!,
      fromMinute: agreed.fromMinute!,
      toMinute: agreed.toMinute!,
      ordinal: Math.max(0, ...sameDay.map(({ ordinal }) => ordinal)) + 1,
      withdrawnAt: null,
      replacesId: missed.id,
    },
  ])
  return id
}

/** Any run of the line at the other outlet says what is run there; the order must still stand. */
async function runOfOrder(store: Store, planned: readonly Broadcast[], agreed: Makegood): Promise<Broadcast> {
  const order = await store.mediaOrders.find(agreed.orderId!)
  const run = planned.find(({ lineKey }) => lineKey === agreed.lineKey)
  if (!order || !run || orderStatus(order) !== 'accepted') throw new Conflict('wrong-state')
  return { ...run, rupiah: agreed.rupiah ?? run.rupiah }
}
