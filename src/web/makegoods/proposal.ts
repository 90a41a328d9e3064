import type { App } from '../../app.js'
import type { BroadcastState } from '../../domain/broadcast.js'
import { groupBy } from '../../domain/group.js'
import {
  lostAfter,
  lostExposure,
  proposeMakegoods,
  slotsAt,
  type Proposal,
  type Slot,
} from '../../domain/makegood-proposal.js'
import { orderStatus, sentVersion } from '../../domain/media-order.js'
import { addDays } from '../../domain/time.js'
import { flightEnd } from '../../operations/plan-replacement.js'

/** What would make good one missed broadcast: at its own outlet first, through the campaign's other orders if need be. */
export async function proposalFor(app: App, missed: BroadcastState): Promise<Proposal> {
  const { store } = app
  const [coverage, campaign, spent] = await Promise.all([
    store.outlets.allCoverage(),
    store.campaigns.find(missed.campaignId),
    store.broadcasts.rupiahByCampaign(),
  ])
  const own = await ownSlots(app, missed)
  const lost = lostAfter(lostExposure([missed], coverage), await agreedFor(app, missed), coverage)
  const budgetLeft = Math.max(0, (campaign?.budgetRupiah ?? 0) - (spent.get(missed.campaignId) ?? 0))
  const alone = proposeMakegoods(lost, own, { coverage, budgetLeft })
  if (alone.shortfall.length === 0) return alone
  const others = await otherSlots(app, missed)
  return proposeMakegoods(lost, [...own, ...others], { coverage, budgetLeft })
}

/** Runs that were already agreed for it, where more than one is needed. */
async function agreedFor({ store }: App, missed: BroadcastState): Promise<BroadcastState[]> {
  const attempts = (await store.makegoods.listOfMisses([missed.id])).get(missed.id) ?? []
  const ids = attempts.flatMap(({ replacementId }) => replacementId ?? [])
  return store.broadcasts.listStates({ ids })
}

/** The slots its own outlet could still make it good in. */
export async function ownSlots(app: App, missed: BroadcastState): Promise<Slot[]> {
  return slotsOf(app, missed, {
    outlet: { id: missed.outletId, name: missed.outletName },
    orderId: missed.orderId,
    flightEnds: await flightEnd(app.store, missed),
    rupiah: 0,
  })
}

/** At another outlet a replacement is a run more, at the price its own line has there. */
async function otherSlots(app: App, missed: BroadcastState) {
  const { store } = app
  const orders = await store.mediaOrders.list({ campaignId: missed.campaignId })
  const standing = orders.filter(order => order.id !== missed.orderId && orderStatus(order) === 'accepted')
  const slots = await Promise.all(
    standing.map(async order => {
      const line = sentVersion(order)?.lines.find(({ lastDay }) => lastDay > app.clock.today())
      const outlet = await store.outlets.find(order.outletId)
      if (!line || !outlet) return []
      const rupiah = line.priceKind === 'free' ? 0 : line.rupiah
      const slots = await slotsOf(app, missed, {
        outlet,
        orderId: order.id,
        flightEnds: line.lastDay,
        rupiah,
      })
      const { fromMinute, toMinute, lineKey } = line
      return slots.map(slot => ({ ...slot, fromMinute, toMinute, lineKey, orderId: order.id }))
    }),
  )
  return slots.flat()
}

async function slotsOf(
  { store, clock }: App,
  missed: BroadcastState,
  given: { outlet: { id: string; name: string }; orderId: string; flightEnds: string; rupiah: number },
) {
  const [policy, offAir, planned] = await Promise.all([
    store.makegoods.policyOf(given.outlet.id),
    store.outlets.offAir(given.outlet.id),
    store.broadcasts.listStates({ orderId: given.orderId, from: addDays(clock.today(), 1) }),
  ])
  const perDay = groupBy(
    planned.filter(broadcast => !broadcast.withdrawnAt),
    broadcast => broadcast.day,
  )
  return slotsAt(given.outlet, missed, {
    today: clock.today(),
    flightEnds: given.flightEnds,
    policy,
    offAir,
    planned: new Map([...perDay].map(([day, runs]) => [day, runs.length])),
    rupiah: given.rupiah,
  })
}
