/** An approved campaign with one sent and accepted order, put straight into the database: what partners answer for. */
import type { App } from '../../src/app.js'
import type { Broadcast } from '../../src/domain/broadcast.js'
import type { Outlet } from '../../src/domain/outlet.js'
import type { Format } from '../../src/domain/order-line.js'
import { addDays, type Day } from '../../src/domain/time.js'
import { weekLinkFor } from '../../src/operations/week-link.js'
import { contacts, outlets, people, storyBegins } from './people.js'
import { aCampaign, aLine, anOrder, aVersion } from './things.js'

export interface OnAir {
  campaignId: string
  orderId: string
  broadcasts: Broadcast[]
}

interface Asked {
  outlet?: keyof typeof outlets
  /** An outlet that is not of the story. */
  at?: Outlet
  /** The first day; runs go on one a day for a week, then a second one a day. */
  monday?: Day
  runs?: number
  /** Which of several campaigns it is. */
  number?: number
  format?: Format
  lastDay?: Day
}

export async function putOnAir({ store, newId }: App, asked: Asked = {}): Promise<OnAir> {
  const { outlet = 'gema', monday = '2026-11-16', runs = 12, number = 1, format = 'spot' } = asked
  const [campaignId, orderId, materialId, otherId] = [newId(), newId(), newId(), newId()]
  const { medium, id: outletId } = asked.at ?? outlets[outlet]
  const lastDay = asked.lastDay ?? addDays(monday, 27)
  const approved = { approvedAt: storyBegins, approvedBy: people.hendra.id }
  const campaign = aCampaign({ id: campaignId, code: `K-${number}`, firstDay: monday, lastDay, ...approved })
  const timed = medium === 'radio' || medium === 'tv'
  const line = aLine({
    id: newId(),
    lineKey: newId(),
    firstDay: monday,
    lastDay,
    weekdays: [0, 1, 2, 3, 4, 5, 6],
    materials: [{ materialId, weight: 1 }],
    seconds: timed ? 30 : null,
    format,
  })
  const sent = { ...approved, sentAt: storyBegins, sentBy: people.bayu.id }
  const accepted = {
    acceptedAt: storyBegins,
    acceptedHow: 'link',
    acceptedByContact: contacts.wayan.id,
  } as const
  const version = aVersion({ orderId, authors: [people.bayu.id], ...sent, ...accepted, lines: [line] })
  const order = {
    ...anOrder(version),
    id: orderId,
    number: `MO-${number}`,
    campaignId,
    outletId,
  }
  const material = {
    campaignId,
    medium,
    language: 'id',
    script: 'Daftarkan diri Anda.',
    seconds: line.seconds,
    fileId: null,
    fileSeconds: null,
    replacesId: null,
    authors: [people.bayu.id],
    createdAt: storyBegins,
    checkedAt: storyBegins,
    checkedBy: people.sari.id,
    returnedAt: null,
    returnedBy: null,
    returnReason: null,
    retiredAt: null,
    retiredBy: null,
    retireReason: null,
    version: 1,
  }
  const broadcasts = Array.from({ length: runs }, (_, index): Broadcast => {
    const ordinal = Math.floor(index / 7) + 1
    return {
      id: newId(),
      orderId,
      lineKey: line.lineKey,
      day: addDays(monday, index % 7),
      ordinal,
      campaignId,
      outletId: order.outletId,
      materialId,
      format: line.format,
      fromMinute: 300 + 60 * ordinal,
      toMinute: 360 + 60 * ordinal,
      seconds: line.seconds,
      priceKind: 'paid',
      rupiah: 150_000,
      firstVersion: 1,
      lastVersion: 1,
      withdrawnAt: null,
      replacesId: null,
    }
  })
  await store.write(async tx => {
    await tx.campaigns.insert(campaign)
    await tx.materials.insert({ ...material, id: materialId, code: 'M01', title: 'Jaminan hari tua' })
    await tx.materials.insert({ ...material, id: otherId, code: 'M02', title: 'Uang muka rumah' })
    await tx.mediaOrders.insert(order)
    await tx.broadcasts.insert(broadcasts)
  })
  return { campaignId, orderId, broadcasts }
}

/** The address of a contact's week. */
export async function weekAddress(
  app: App,
  contact: keyof typeof contacts = 'wayan',
  week: Day = '2026-11-16',
): Promise<string> {
  const link = await app.store.write(store =>
    weekLinkFor(app, store, { contactId: contacts[contact].id, week }),
  )
  return `/p/${app.tokens.ofLink(link.id)}`
}
