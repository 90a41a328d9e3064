/** Things of the domain with everything filled in, for tests that care about one part of them. */
import type { Broadcast, BroadcastState } from '../../src/domain/broadcast.js'
import type { Campaign } from '../../src/domain/campaign.js'
import type { MediaOrder, OrderVersion } from '../../src/domain/media-order.js'
import type { OrderLine } from '../../src/domain/order-line.js'
import { people, storyBegins } from './people.js'

export function aCampaign(change: Partial<Campaign> = {}): Campaign {
  return {
    id: 'campaign',
    code: 'K-1',
    name: 'JHT untuk pekerja mandiri',
    objective: 'Pedagang mendaftar sendiri.',
    firstDay: '2026-11-16',
    lastDay: '2026-12-13',
    budgetRupiah: 10_000_000,
    budgetNegotiatedRupiah: null,
    budgetFreeRupiah: null,
    ownerId: people.bayu.id,
    authors: [people.bayu.id],
    districtCodes: ['18.71'],
    streamIds: ['self'],
    messageIds: ['housing-down-payment'],
    copiedFrom: null,
    createdAt: storyBegins,
    submittedAt: null,
    submittedBy: null,
    returnedAt: null,
    returnedBy: null,
    returnReason: null,
    approvedAt: null,
    approvedBy: null,
    closedAt: null,
    closedBy: null,
    cancelledAt: null,
    cancelledBy: null,
    cancelReason: null,
    version: 1,
    ...change,
  }
}

/** Monday to Friday from 16 to 22 November 2026, one run between 06.00 and 08.00. */
export function aLine(change: Partial<OrderLine> = {}): OrderLine {
  return {
    id: 'line',
    lineKey: 'line',
    position: 1,
    format: 'spot',
    firstDay: '2026-11-16',
    lastDay: '2026-11-22',
    weekdays: [0, 1, 2, 3, 4],
    fromMinute: 360,
    toMinute: 480,
    runsPerDay: 1,
    seconds: 30,
    millimetres: null,
    priceKind: 'paid',
    rupiah: 150_000,
    rates: null,
    skipHolidays: false,
    materials: [{ materialId: 'A', weight: 1 }],
    ...change,
  }
}

export function aVersion(change: Partial<OrderVersion> = {}): OrderVersion {
  return {
    orderId: 'order',
    number: 1,
    reason: '',
    note: '',
    authors: [people.bayu.id],
    createdAt: storyBegins,
    submittedAt: null,
    submittedBy: null,
    returnedAt: null,
    returnedBy: null,
    returnReason: null,
    approvedAt: null,
    approvedBy: null,
    sentAt: null,
    sentBy: null,
    acceptedAt: null,
    acceptedHow: null,
    acceptedByContact: null,
    acceptedByUser: null,
    acceptanceFileId: null,
    declinedAt: null,
    declineReason: null,
    lines: [aLine()],
    answers: [],
    ...change,
  }
}

export function anOrder(...versions: OrderVersion[]): MediaOrder {
  return {
    id: 'order',
    number: 'MO-2026-001',
    campaignId: 'campaign',
    outletId: 'outlet',
    createdAt: storyBegins,
    closedAt: null,
    closedBy: null,
    cancelledAt: null,
    cancelledBy: null,
    cancelReason: null,
    version: 1,
    versions,
  }
}

export function aBroadcast(change: Partial<BroadcastState> = {}): BroadcastState {
  const planned: Broadcast = {
    id: 'broadcast',
    orderId: 'order',
    lineKey: 'line',
    day: '2026-11-16',
    ordinal: 1,
    campaignId: 'campaign',
    outletId: 'outlet',
    materialId: 'A',
    format: 'spot',
    fromMinute: 360,
    toMinute: 480,
    seconds: 30,
    priceKind: 'paid',
    rupiah: 150_000,
    firstVersion: 1,
    lastVersion: 1,
    withdrawnAt: null,
    replacesId: null,
  }
  return {
    ...planned,
    outletName: 'Radio Gema Saburai',
    medium: 'radio',
    campaignName: 'JHT untuk pekerja mandiri',
    orderClosedAt: null,
    materialCode: 'A',
    materialTitle: 'Naskah A',
    confirmationId: null,
    confirmationNumber: null,
    answer: null,
    actualDay: null,
    actualMinute: null,
    actualSeconds: null,
    actualMaterialId: null,
    answeredAt: null,
    verificationOf: null,
    decision: null,
    grade: null,
    ...change,
  }
}
