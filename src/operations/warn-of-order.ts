import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Conflict, mustAllow } from '../domain/errors.js'
import { keyBy } from '../domain/group.js'
import { latestVersion, type MediaOrder } from '../domain/media-order.js'
import {
  openRules,
  type OrderWarning,
  type WarningReason,
  type WarningRule,
} from '../domain/order-warning.js'
import { coverageOn } from '../domain/outlet.js'
import { allowed, refused, type Decision } from '../domain/problem.js'
import { daysOff } from '../domain/working-days.js'
import { warnOrder } from '../domain/warn-order.js'
import { orderOf } from './draft-order.js'
import { record } from './record.js'

/** What speaks against sending an order, and the reasons already given for its latest version. */
export async function warningsOf(
  { clock }: App,
  store: Store,
  order: MediaOrder,
): Promise<{ warnings: OrderWarning[]; reasons: WarningReason[] }> {
  const today = clock.today()
  const version = latestVersion(order)
  const ids = version.lines.flatMap(line => line.materials.map(({ materialId }) => materialId))
  const campaign = (await store.campaigns.find(order.campaignId))!
  const table = await store.holidays.between('2009-01-01', '2100-12-31')
  const off = daysOff(table)
  const settings = await store.settings.all()
  const holidays = new Set(table.filter(({ kind }) => kind === 'public').map(({ day }) => day))
  const warnings = warnOrder({
    today,
    zone: clock.zone,
    order,
    campaign,
    outlet: (await store.outlets.find(order.outletId))!,
    offAir: await store.outlets.offAir(order.outletId),
    rates: await store.rates.listOf(order.outletId),
    materials: keyBy(await store.materials.listByIds(ids), material => material.id),
    orders: await store.mediaOrders.list({ campaignId: campaign.id }),
    coverage: coverageOn(await store.outlets.allCoverage(), today),
    districts: await store.districts.listOn(today),
    holidays,
    ramadans: await store.holidays.ramadans(),
    threshold: settings.exposureThreshold,
    deadlines: { leadDays: settings.materialLeadDays, off },
  })
  const given = await store.warningReasons.listOfOrder(order.id)
  return { warnings, reasons: given.filter(it => it.versionNumber === version.number) }
}

/** Keeps why an order may be sent in spite of its warnings; only a warning that asks takes a reason. */
export async function giveReasons(
  app: App,
  actor: UserActor,
  id: string,
  reasons: ReadonlyMap<WarningRule, string>,
): Promise<void> {
  await app.store.write(async store => {
    const order = await orderOf(store, id)
    const { warnings } = await warningsOf(app, store, order)
    const asking = new Set(openRules(warnings, []))
    if ([...reasons.keys()].some(rule => !asking.has(rule))) throw new Conflict('changed-meanwhile')
    const versionNumber = latestVersion(order).number
    const given = { orderId: id, versionNumber, givenBy: actor.id, givenAt: app.clock.now() }
    for (const [rule, reason] of reasons) await store.warningReasons.save({ ...given, rule, reason })
    await record(app, store, actor, {
      action: 'warning-reasons-given',
      subject: ['order', id],
      after: { version: versionNumber, ...Object.fromEntries(reasons) },
    })
  })
}

/** Nothing is sent while a warning stops it or waits for a reason. */
export async function mustBeWarned(app: App, store: Store, order: MediaOrder): Promise<void> {
  const { warnings, reasons } = await warningsOf(app, store, order)
  mustAllow(maySendWith(warnings, reasons))
}

function maySendWith(warnings: readonly OrderWarning[], reasons: readonly WarningReason[]): Decision {
  if (warnings.some(({ severity }) => severity === 'stop')) return refused('warnings-stop')
  return openRules(warnings, reasons).length > 0 ? refused('warnings-open') : allowed
}
