/** Mails to outlets about orders: the order with its schedule and calendar, and that it is cancelled. */
import type { App } from '../app.js'
import type { BroadcastState } from '../domain/broadcast.js'
import { keyBy } from '../domain/group.js'
import type { SentMail } from '../domain/mail.js'
import type { MediaOrder } from '../domain/media-order.js'
import { versionChanges } from '../domain/order-changes.js'
import { words } from '../language/words.js'
import { formats } from '../views/formats.js'
import type { MailContent } from '../views/mail/content.js'
import { cancelledMail, orderMail } from '../views/mail/orders.js'
import { orderCalendar } from '../views/orders/calendar.js'
import { paths } from '../views/paths.js'
import type { Composed } from './composed.js'
import { partnerOf } from './partner-mails.js'

export async function composeOrderMail(app: App, mail: SentMail): Promise<Composed | undefined> {
  const facts = await orderFacts(app, mail)
  const partner = await partnerOf(app, mail, paths.partnerOrder)
  if (!facts || !partner) return undefined
  const { order, broadcasts } = facts
  const versionNumber = Number(mail.payload['versionNumber'])
  const materialIds = order.versions.flatMap(({ lines }) =>
    lines.flatMap(line => line.materials.map(({ materialId }) => materialId)),
  )
  const materials = await app.store.materials.listByIds(materialIds)
  const content = orderMail(words[mail.language], formats(mail.language, app.clock.zone), {
    ...partner,
    ...facts,
    number: order.number,
    versionNumber,
    reason: order.versions.find(version => version.number === versionNumber)?.reason ?? '',
    broadcasts: broadcasts.filter(broadcast => !broadcast.withdrawnAt),
    changes: versionChanges(order, versionNumber),
    materials: keyBy(materials, material => material.id),
  })
  return withCalendar(app, facts, content)
}

export async function composeCancelledMail(app: App, mail: SentMail): Promise<Composed | undefined> {
  const facts = await orderFacts(app, mail)
  const contact = await app.store.contacts.find(String(mail.payload['contactId']))
  if (!facts || !contact) return undefined
  const { officeName } = await app.store.settings.all()
  const { number, cancelReason, cancelledAt } = facts.order
  const content = cancelledMail(words[mail.language], formats(mail.language, app.clock.zone), {
    ...facts,
    contact,
    officeName,
    number,
    reason: cancelReason ?? '',
    broadcasts: facts.broadcasts.filter(broadcast => broadcast.withdrawnAt === cancelledAt),
  })
  return withCalendar(app, facts, content)
}

interface OrderFacts {
  order: MediaOrder
  outletName: string
  campaignName: string
  broadcasts: BroadcastState[]
}

async function orderFacts({ store }: App, mail: SentMail): Promise<OrderFacts | undefined> {
  const order = await store.mediaOrders.find(String(mail.payload['orderId']))
  if (!order) return undefined
  const outlet = (await store.outlets.find(order.outletId))!
  const campaign = (await store.campaigns.find(order.campaignId))!
  const broadcasts = await store.broadcasts.listStates({ orderId: order.id, unsentToo: true })
  return { order, outletName: outlet.name, campaignName: campaign.name, broadcasts }
}

function withCalendar({ clock }: App, facts: OrderFacts, content: MailContent): Composed {
  const { order, broadcasts, outletName } = facts
  const calendar = orderCalendar(order, broadcasts, { outletName, zone: clock.zone })
  const method = order.cancelledAt ? 'CANCEL' : 'PUBLISH'
  const contentType = `text/calendar; charset=utf-8; method=${method}`
  return { content, attachments: [{ filename: `${order.number}.ics`, contentType, content: calendar }] }
}
