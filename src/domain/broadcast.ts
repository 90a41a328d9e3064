import type { Answer, EvidenceGrade, Verification } from './confirmation.js'
import type { Format, OrderLine, PriceKind } from './order-line.js'
import { plannedRuns } from './order-line.js'
import type { Medium } from './outlet.js'
import type { Day, Instant, Minute } from './time.js'

/** One dated, planned run of one material in one outlet: the unit that is confirmed. Its id is for life. */
export interface Broadcast {
  id: string
  orderId: string
  lineKey: string
  day: Day
  /** The how-manieth run of its line on its day. */
  ordinal: number
  campaignId: string
  outletId: string
  materialId: string
  format: Format
  fromMinute: Minute
  toMinute: Minute
  seconds: number | null
  priceKind: PriceKind
  rupiah: number
  firstVersion: number
  lastVersion: number
  withdrawnAt: Instant | null
  replacesId: string | null
}

/** A broadcast with its current answer and what staff made of it: what boards, charts and exposure are made of. */
export interface BroadcastState extends Broadcast {
  outletName: string
  medium: Medium
  campaignName: string
  /** A closed order takes no answer, no judgement and no remedy. */
  orderClosedAt: Instant | null
  materialCode: string
  materialTitle: string
  confirmationId: string | null
  confirmationNumber: number | null
  answer: Answer | null
  actualDay: Day | null
  actualMinute: number | null
  actualSeconds: number | null
  actualMaterialId: string | null
  answeredAt: Instant | null
  verificationOf: string | null
  decision: Verification['decision'] | null
  grade: EvidenceGrade | null
}

export interface Plan {
  order: { id: string; campaignId: string; outletId: string }
  versionNumber: number
  lines: readonly OrderLine[]
  holidays: ReadonlySet<Day>
}

export interface Replan {
  add: Omit<Broadcast, 'id'>[]
  change: Broadcast[]
  withdraw: Broadcast[]
  keep: Broadcast[]
}

/** What is past or answered stays as it was, whatever a later version of its order says. */
export function isSettled(
  broadcast: Broadcast,
  known: { today: Day; answered: { has(id: string): boolean } },
): boolean {
  return broadcast.day < known.today || known.answered.has(broadcast.id)
}

/**
 * Brings an order's broadcasts to a new version of its lines. A run is recognised by line, day and ordinal and keeps
 * its id. What is `settled` stays as it was, whatever the new version says.
 */
export function replan(
  existing: readonly Broadcast[],
  plan: Plan,
  settled: (b: Broadcast) => boolean,
): Replan {
  const wanted = new Map(runsOf(plan).map(run => [slot(run), run]))
  const result: Replan = { add: [], change: [], withdraw: [], keep: [] }
  for (const broadcast of existing) {
    const run = wanted.get(slot(broadcast))
    wanted.delete(slot(broadcast))
    if (settled(broadcast) || broadcast.replacesId) result.keep.push(broadcast)
    else if (!run) (broadcast.withdrawnAt ? result.keep : result.withdraw).push(broadcast)
    else result.change.push({ ...broadcast, ...run, firstVersion: broadcast.firstVersion, withdrawnAt: null })
  }
  result.add = [...wanted.values()].filter(run => !settled({ id: '', ...run }))
  return result
}

function runsOf({ order, versionNumber, lines, holidays }: Plan): Omit<Broadcast, 'id'>[] {
  return lines.flatMap(line =>
    plannedRuns(line, holidays).map(run => ({
      ...run,
      orderId: order.id,
      campaignId: order.campaignId,
      outletId: order.outletId,
      format: line.format,
      seconds: line.seconds,
      priceKind: line.priceKind,
      firstVersion: versionNumber,
      lastVersion: versionNumber,
      withdrawnAt: null,
      replacesId: null,
    })),
  )
}

function slot(run: { lineKey: string; day: Day; ordinal: number }): string {
  return `${run.lineKey} ${run.day} ${run.ordinal}`
}
