/**
 * Which runs would make good what was missed: so many that every district gets at least the exposure it lost, inside
 * the flight, within the budget and the outlet's own rules; or, where that cannot be, what remains missing.
 */
import type { BroadcastState } from './broadcast.js'
import type { Coverage, OffAir } from './outlet.js'
import { coverageOn } from './outlet.js'
import type { Day, Minute } from './time.js'
import { addDays, daysFrom } from './time.js'

/** What an outlet allows: within how many days a miss is made good, and how many of its runs one day may hold. */
export interface MakegoodPolicy {
  days: number | null
  runsPerDay: number | null
}

export const noPolicy: MakegoodPolicy = { days: null, runsPerDay: null }

/** A run that could be asked for, with what it costs: nothing at the outlet that missed one. */
export interface Slot {
  outletId: string
  outletName: string
  day: Day
  fromMinute: Minute
  toMinute: Minute
  rupiah: number
  /** Where it would run at another outlet than the one that missed it. */
  orderId?: string
  lineKey?: string
}

export interface Lost {
  districtCode: string
  /** Coverage-weighted runs. */
  exposure: number
}

export interface Proposal {
  slots: Slot[]
  lost: Lost[]
  /** What no slot restores; empty when the proposal makes good everything. */
  shortfall: Lost[]
  rupiah: number
}

/** Differences below this are rounding. */
const negligible = 1e-9

/** What each district lost by these misses, by the coverage of their days. */
export function lostExposure(missed: readonly BroadcastState[], coverage: readonly Coverage[]): Lost[] {
  const lost = new Map<string, number>()
  for (const { outletId, day } of missed)
    for (const [district, share] of reach(outletId, day, coverage))
      lost.set(district, (lost.get(district) ?? 0) + share)
  return [...lost].map(([districtCode, exposure]) => ({ districtCode, exposure }))
}

/**
 * A greedy cover: again and again the slot that restores most per rupiah (free ones before paid ones, then the
 * earliest), until nothing is missing; then those are dropped that the others make needless. The greedy cover costs at
 * most H(n) times the best one (Dobson, Mathematics of Operations Research 7, 1982); n is the number of districts.
 */
export function proposeMakegoods(
  lost: readonly Lost[],
  candidates: readonly Slot[],
  { coverage, budgetLeft }: { coverage: readonly Coverage[]; budgetLeft: number },
): Proposal {
  const reachOf = new Map(candidates.map(slot => [slot, reach(slot.outletId, slot.day, coverage)]))
  const deficit = new Map(lost.map(({ districtCode, exposure }) => [districtCode, exposure]))
  const open = new Set(candidates)
  const chosen: Slot[] = []
  let left = budgetLeft
  for (;;) {
    const best = bestSlot(open, slot => usefulReach(reachOf.get(slot)!, deficit), left)
    if (!best) break
    open.delete(best)
    chosen.push(best)
    left -= best.rupiah
    for (const [district, share] of reachOf.get(best)!) lower(deficit, district, share)
  }
  const slots = withoutNeedless(chosen, slot => reachOf.get(slot)!, lost)
  return {
    slots: slots.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.fromMinute - b.fromMinute)),
    lost: [...lost],
    shortfall: remaining(slots, slot => reachOf.get(slot)!, lost),
    rupiah: slots.reduce((sum, slot) => sum + slot.rupiah, 0),
  }
}

/** What is still missing after replacements that were agreed already. */
export function lostAfter(
  lost: readonly Lost[],
  agreed: readonly Pick<BroadcastState, 'outletId' | 'day'>[],
  coverage: readonly Coverage[],
): Lost[] {
  const deficit = new Map(lost.map(({ districtCode, exposure }) => [districtCode, exposure]))
  for (const { outletId, day } of agreed)
    for (const [district, share] of reach(outletId, day, coverage)) lower(deficit, district, share)
  return openOf(deficit)
}

type Reach = readonly (readonly [district: string, share: number])[]

function reach(outletId: string, day: Day, coverage: readonly Coverage[]): Reach {
  const own = coverage.filter(row => row.outletId === outletId)
  return coverageOn(own, day)
    .filter(row => row.share > 0)
    .map(row => [row.districtCode, row.share] as const)
}

function bestSlot(
  open: ReadonlySet<Slot>,
  useful: (slot: Slot) => number,
  budgetLeft: number,
): Slot | undefined {
  let best: { slot: Slot; gain: number } | undefined
  for (const slot of open) {
    const restores = useful(slot)
    if (restores <= negligible || slot.rupiah > budgetLeft) continue
    const gain = slot.rupiah === 0 ? Infinity : restores / slot.rupiah
    if (!best || gain > best.gain || (gain === best.gain && restores > useful(best.slot) + negligible))
      best = { slot, gain }
  }
  return best?.slot
}

function usefulReach(reach: Reach, deficit: ReadonlyMap<string, number>): number {
  return reach.reduce((sum, [district, share]) => sum + Math.min(share, deficit.get(district) ?? 0), 0)
}

function lower(deficit: Map<string, number>, district: string, share: number): void {
  const before = deficit.get(district)
  if (before !== undefined) deficit.set(district, Math.max(0, before - share))
}

function withoutNeedless(
  chosen: readonly Slot[],
  reachOf: (slot: Slot) => Reach,
  lost: readonly Lost[],
): Slot[] {
  const missing = total(remaining(chosen, reachOf, lost))
  let kept = [...chosen]
  for (const slot of chosen.toReversed()) {
    const without = kept.filter(other => other !== slot)
    if (total(remaining(without, reachOf, lost)) <= missing + negligible) kept = without
  }
  return kept
}

function remaining(slots: readonly Slot[], reachOf: (slot: Slot) => Reach, lost: readonly Lost[]): Lost[] {
  const deficit = new Map(lost.map(({ districtCode, exposure }) => [districtCode, exposure]))
  for (const slot of slots) for (const [district, share] of reachOf(slot)) lower(deficit, district, share)
  return openOf(deficit)
}

function openOf(deficit: ReadonlyMap<string, number>): Lost[] {
  return [...deficit]
    .filter(([, exposure]) => exposure > negligible)
    .map(([districtCode, exposure]) => ({ districtCode, exposure }))
}

function total(lost: readonly Lost[]): number {
  return lost.reduce((sum, { exposure }) => sum + exposure, 0)
}

/**
 * The free days of an outlet for one missed run: after today, inside the flight, within its own days for making good,
 * on air, and where the day does not hold too many of its runs yet. At the time of day that was missed.
 */
export function slotsAt(
  outlet: { id: string; name: string },
  missed: Pick<BroadcastState, 'day' | 'fromMinute' | 'toMinute'>,
  given: {
    today: Day
    flightEnds: Day
    policy: MakegoodPolicy
    offAir: readonly OffAir[]
    /** Runs planned there per day, of this order. */
    planned: ReadonlyMap<Day, number>
    rupiah: number
  },
): Slot[] {
  const { policy, planned } = given
  const latest = policy.days === null ? given.flightEnds : addDays(missed.day, policy.days)
  const last = latest < given.flightEnds ? latest : given.flightEnds
  const silent = (day: Day) =>
    given.offAir.some(off => off.firstDay <= day && (off.lastDay === null || off.lastDay >= day))
  const full = (day: Day) => policy.runsPerDay !== null && (planned.get(day) ?? 0) >= policy.runsPerDay
  return daysFrom(addDays(given.today, 1), last)
    .filter(day => !silent(day) && !full(day))
    .map(day => ({
      outletId: outlet.id,
      outletName: outlet.name,
      day,
      fromMinute: missed.fromMinute,
      toMinute: missed.toMinute,
      rupiah: given.rupiah,
    }))
}
