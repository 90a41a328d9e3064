/** What waits for a person: one kind of task, what it is about, and since when. Nothing that is not theirs to do. */
import { may, mayApproveWorkOf, type Role } from './access.js'
import type { BroadcastState } from './broadcast.js'
import { campaignStatus, type Campaign } from './campaign.js'
import { askedDeadline } from './deadline.js'
import { deliveryStatus } from './delivery.js'
import { messageTasks, riskTasks } from './desk-plans.js'
import { groupBy } from './group.js'
import { materialStatus, type Material } from './material.js'
import type { Message } from './message.js'
import { latestVersion, orderStatus, type MediaOrder } from './media-order.js'
import type { Outlet } from './outlet.js'
import type { MoreTime } from './more-time.js'
import type { Day } from './time.js'
import { mondayOf } from './time.js'

export type TaskKind =
  | 'campaign-decide'
  | 'campaign-returned'
  | 'material-check'
  | 'message-decide'
  | 'order-at-risk'
  | 'order-decide'
  | 'order-send'
  | 'order-unanswered'
  | 'order-declined'
  | 'answers-waiting'
  | 'answers-overdue'
  | 'more-time'
  | 'proofs-alike'
  | 'contact-stale'

export interface Task {
  kind: TaskKind
  subjectId: string
  name: string
  /** How many broadcasts it is about, where it is about broadcasts. */
  count: number
  /** Who asked for more time, and until when. */
  asked?: { by: string; untilDay: Day }
}

export interface DeskFacts {
  reader: { id: string; role: Role }
  today: Day
  campaigns: readonly Campaign[]
  /** Those that nobody has checked, also the returned ones. */
  materials: readonly Material[]
  messages: readonly Message[]
  daysOff: ReadonlySet<Day>
  orders: readonly MediaOrder[]
  outlets: ReadonlyMap<string, Outlet>
  /** Past broadcasts that nobody has judged. */
  broadcasts: readonly BroadcastState[]
  /** Proofs that look like another order's, and that nobody has looked at. */
  openAlarms: number
  /** What contacts asked for, once for each outlet they serve. */
  moreTime: readonly (MoreTime & { outletId: string; contactName: string })[]
  /** Contacts whose mail comes back. */
  staleContacts: readonly { id: string; name: string }[]
}

export function deskTasks(facts: DeskFacts): Task[] {
  return [
    ...campaignTasks(facts),
    ...messageTasks(facts),
    ...materialTasks(facts),
    ...riskTasks(facts),
    ...orderTasks(facts),
    ...broadcastTasks(facts),
    ...moreTimeTasks(facts),
    ...contactTasks(facts),
  ]
}

/** Outlets that asked for more time, as long as it runs and something is open. */
function moreTimeTasks({ reader, today, broadcasts, outlets, moreTime }: DeskFacts): Task[] {
  if (!may(reader.role, 'verifyRuns')) return []
  return moreTime.flatMap(({ outletId, week, untilDay, contactName }) => {
    const isOpen = (b: BroadcastState) =>
      b.outletId === outletId &&
      mondayOf(b.day) === week &&
      ['no-answer', 'not-known'].includes(deliveryStatus(b, today))
    const count = broadcasts.filter(isOpen).length
    if (untilDay < today || count === 0) return []
    const name = outlets.get(outletId)?.name ?? ''
    return [{ kind: 'more-time', subjectId: outletId, name, count, asked: { by: contactName, untilDay } }]
  })
}

function contactTasks({ reader, staleContacts }: DeskFacts): Task[] {
  if (!may(reader.role, 'keepOutlets')) return []
  return staleContacts.map(({ id, name }) => ({ kind: 'contact-stale', subjectId: id, name, count: 0 }))
}

function campaignTasks({ reader, today, campaigns }: DeskFacts): Task[] {
  return campaigns.flatMap(campaign => {
    const status = campaignStatus(campaign, today)
    const task = (kind: TaskKind): Task[] => [{ kind, subjectId: campaign.id, name: campaign.name, count: 0 }]
    const isTheirs = campaign.authors.includes(reader.id)
    if (status === 'returned' && isTheirs) return task('campaign-returned')
    const decides = may(reader.role, 'approveCampaigns') && mayApproveWorkOf(campaign.authors, reader.id).ok
    return status === 'submitted' && decides ? task('campaign-decide') : []
  })
}

function materialTasks({ reader, materials }: DeskFacts): Task[] {
  if (!may(reader.role, 'checkMaterials')) return []
  const waiting = materials.filter(
    material => materialStatus(material) === 'unchecked' && !material.authors.includes(reader.id),
  )
  return waiting.map(material => ({
    kind: 'material-check',
    subjectId: material.id,
    name: `${material.code} ${material.title}`,
    count: 0,
  }))
}

function orderTasks({ reader, orders, outlets }: DeskFacts): Task[] {
  return orders.flatMap(order => {
    const name = `${order.number} ${outlets.get(order.outletId)?.name ?? ''}`
    const task = (kind: TaskKind): Task[] => [{ kind, subjectId: order.id, name, count: 0 }]
    const sends = may(reader.role, 'sendOrders')
    switch (orderStatus(order)) {
      case 'submitted': {
        const own = !mayApproveWorkOf(latestVersion(order).authors, reader.id).ok
        return may(reader.role, 'approveOrders') && !own ? task('order-decide') : []
      }
      case 'approved':
        return sends ? task('order-send') : []
      case 'sent':
        return sends ? task('order-unanswered') : []
      case 'declined':
        return sends ? task('order-declined') : []
      default:
        return []
    }
  })
}

function broadcastTasks({ reader, today, broadcasts, outlets, openAlarms, moreTime }: DeskFacts): Task[] {
  if (!may(reader.role, 'verifyRuns')) return []
  const waiting = broadcasts.filter(broadcast =>
    ['confirmed', 'missed'].includes(deliveryStatus(broadcast, today)),
  )
  const moved = ({ outletId, day }: BroadcastState) =>
    moreTime.find(asked => asked.moves && asked.outletId === outletId && asked.week === mondayOf(day))
      ?.untilDay
  const overdue = broadcasts.filter(broadcast => {
    const outlet = outlets.get(broadcast.outletId)
    const isOpen = ['no-answer', 'not-known'].includes(deliveryStatus(broadcast, today))
    return isOpen && outlet !== undefined && askedDeadline(outlet, broadcast.day, moved(broadcast)) < today
  })
  const perOutlet = (kind: TaskKind, list: readonly BroadcastState[]) =>
    [...groupBy(list, broadcast => broadcast.outletId)].map(([subjectId, rows]): Task => ({
      kind,
      subjectId,
      name: rows[0]!.outletName,
      count: rows.length,
    }))
  const verify: Task[] =
    waiting.length > 0 ? [{ kind: 'answers-waiting', subjectId: '', name: '', count: waiting.length }] : []
  const alike: Task[] =
    openAlarms > 0 ? [{ kind: 'proofs-alike', subjectId: '', name: '', count: openAlarms }] : []
  return [...alike, ...verify, ...perOutlet('answers-overdue', overdue)]
}
