/** What of past broadcasts waits for a person: answers, proofs, and what did not run. */
import { may } from './access.js'
import type { BroadcastState } from './broadcast.js'
import { askedDeadline } from './deadline.js'
import { deliveryStatus } from './delivery.js'
import type { DeskFacts, Task, TaskKind } from './desk.js'
import { groupBy } from './group.js'
import { isMiss, makegoodStatus, missStatus, offeredBy, type Makegood } from './makegood.js'
import { mondayOf } from './time.js'

/** Replacements that outlets offer, one by one; misses that nothing is offered for, by campaign. */
export function missTasks({ reader, now, misses, attempts }: DeskFacts): Task[] {
  if (!may(reader.role, 'verifyRuns')) return []
  const standing = misses.filter(miss => isMiss(miss) && !miss.orderClosedAt)
  const of = (miss: BroadcastState) => attempts.get(miss.id) ?? []
  const offered = standing.flatMap((miss): Task[] => {
    const offer = of(miss).find(it => makegoodStatus(it, now) === 'offered')
    return offer && missStatus(of(miss), now) === 'offered' ? offerTask(miss, offer) : []
  })
  const open = standing.filter(miss => missStatus(of(miss), now) === 'open')
  const perCampaign = [...groupBy(open, miss => miss.campaignId)]
  return [
    ...offered,
    ...perCampaign.map(([subjectId, rows]): Task => ({
      kind: 'miss-open',
      subjectId,
      name: rows[0]!.campaignName,
      count: rows.length,
    })),
  ]
}

/** Its own offer waits for the outlet, not for the office. */
function offerTask(miss: BroadcastState, offer: Makegood): Task[] {
  if (offeredBy(offer) === 'office') return []
  const { id: subjectId, outletName, materialCode } = miss
  const day = offer.expiresAt?.slice(0, 10)
  const name = `${outletName}: ${materialCode}`
  return [
    { kind: 'makegood-decide', subjectId, name, count: 0, ...(day ? { due: { day, isPast: false } } : {}) },
  ]
}

export function runTasks({ reader, today, broadcasts, outlets, openAlarms, moreTime }: DeskFacts): Task[] {
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
  const inAll = (kind: TaskKind, count: number): Task[] =>
    count > 0 ? [{ kind, subjectId: '', name: '', count }] : []
  return [
    ...inAll('proofs-alike', openAlarms),
    ...inAll('answers-waiting', waiting.length),
    ...perOutlet('answers-overdue', overdue),
  ]
}

export function moreTimeTasks({ reader, today, broadcasts, outlets, moreTime }: DeskFacts): Task[] {
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
