/** Lists of broadcasts: what may be asked for, and what each row brings. */
import type { Kysely } from 'kysely'
import type { Medium } from '../domain/outlet.js'
import type { Day } from '../domain/time.js'
import { isMissed, isUnjudged, wasSent } from './broadcast-conditions.js'
import type { Schema } from './schema.js'

export interface BroadcastFilter {
  campaignId?: string | undefined
  orderId?: string | undefined
  outletIds?: readonly string[] | undefined
  from?: Day | undefined
  to?: Day | undefined
  ids?: readonly string[] | undefined
  medium?: Medium | undefined
  /** Also those of orders that were approved but not sent yet. */
  unsentToo?: boolean
  /** Only those that nobody has judged: without an answer, or with one that waits. */
  unjudged?: boolean
  /** Only those the outlet says did not run, or staff dispute. */
  missed?: boolean
  /** Only those whose answer tells whether they ran. */
  answered?: boolean
}

const answerColumns = [
  'outlets.name as outletName',
  'outlets.medium',
  'campaigns.name as campaignName',
  'materials.code as materialCode',
  'materials.title as materialTitle',
  'confirmations.id as confirmationId',
  'confirmations.answer',
  'verifications.confirmationId as verificationOf',
  'verifications.decision',
] as const

export const stateColumns = [
  ...answerColumns,
  'orders.closedAt as orderClosedAt',
  'confirmations.number as confirmationNumber',
  'confirmations.actualDay',
  'confirmations.actualMinute',
  'confirmations.actualSeconds',
  'confirmations.actualMaterialId',
  'confirmations.givenAt as answeredAt',
  'verifications.grade',
] as const

export const calendarColumns = [
  'broadcasts.id',
  'broadcasts.day',
  'broadcasts.fromMinute',
  'broadcasts.toMinute',
  'broadcasts.outletId',
  'broadcasts.materialId',
  'broadcasts.withdrawnAt',
  ...answerColumns,
] as const

export function matching(db: Kysely<Schema>, filter: BroadcastFilter) {
  let query = db
    .selectFrom('broadcasts')
    .innerJoin('outlets', 'outlets.id', 'broadcasts.outletId')
    .innerJoin('campaigns', 'campaigns.id', 'broadcasts.campaignId')
    .innerJoin('materials', 'materials.id', 'broadcasts.materialId')
    .innerJoin('mediaOrders as orders', 'orders.id', 'broadcasts.orderId')
    .leftJoin('confirmations', join =>
      join.onRef('confirmations.broadcastId', '=', 'broadcasts.id').on('confirmations.isCurrent', '=', 1),
    )
    .leftJoin('verifications', join =>
      join.onRef('verifications.broadcastId', '=', 'broadcasts.id').on('verifications.isCurrent', '=', 1),
    )
  if (!filter.unsentToo) query = query.where(wasSent)
  if (filter.unjudged) query = query.where(isUnjudged)
  if (filter.missed) query = query.where(isMissed)
  if (filter.answered) query = query.where('answer', 'in', ['ran', 'ran-differently', 'did-not-run'])
  if (filter.medium) query = query.where('outlets.medium', '=', filter.medium)
  if (filter.campaignId) query = query.where('broadcasts.campaignId', '=', filter.campaignId)
  if (filter.orderId) query = query.where('broadcasts.orderId', '=', filter.orderId)
  if (filter.outletIds) query = query.where('broadcasts.outletId', 'in', filter.outletIds)
  if (filter.ids) query = query.where('broadcasts.id', 'in', filter.ids)
  if (filter.from) query = query.where('broadcasts.day', '>=', filter.from)
  if (filter.to) query = query.where('broadcasts.day', '<=', filter.to)
  return query
}
