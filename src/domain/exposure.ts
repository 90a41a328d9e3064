/**
 * From broadcasts to what each district was exposed to. One unit of exposure is one run that reached the whole
 * working-age population of a district; a run of an outlet that covers 40 % of it adds 0.4.
 */
import type { BroadcastState } from './broadcast.js'
import { coverageOn, type Coverage, type Medium } from './outlet.js'
import type { Day } from './time.js'
import { addDays } from './time.js'

export interface Exposure {
  districtCode: string
  day: Day
  /** Coverage-weighted runs, by how sure it is that they ran. */
  planned: number
  ran: number
  verified: number
  proven: number
}

/** Whether an outlet says it ran, and staff did not dispute it. Silence and "not known" are not runs. */
export function hasRun(broadcast: BroadcastState): boolean {
  const isDisputed =
    broadcast.decision === 'disputed' && broadcast.verificationOf === broadcast.confirmationId
  return (broadcast.answer === 'ran' || broadcast.answer === 'ran-differently') && !isDisputed
}

export function isVerified(broadcast: BroadcastState): boolean {
  return (
    hasRun(broadcast) &&
    broadcast.decision === 'verified' &&
    broadcast.verificationOf === broadcast.confirmationId
  )
}

/** Verified, and shown by at least a station log. */
export function isProven(broadcast: BroadcastState): boolean {
  return isVerified(broadcast) && (broadcast.grade ?? 'E0') >= 'E2'
}

export function dayOfRun(broadcast: BroadcastState): Day {
  return broadcast.actualDay ?? broadcast.day
}

/** Exposure per district and day, summed over broadcasts; withdrawn ones and outlets without coverage add nothing. */
export function exposures(broadcasts: readonly BroadcastState[], coverage: readonly Coverage[]): Exposure[] {
  const cells = new Map<string, Exposure>()
  const reachOf = reachByOutlet(coverage)
  for (const broadcast of broadcasts) {
    if (broadcast.withdrawnAt && !broadcast.answer) continue
    const day = dayOfRun(broadcast)
    for (const [districtCode, share] of reachOf(broadcast.outletId, day)) {
      const key = `${districtCode} ${day}`
      const cell = cells.get(key) ?? { districtCode, day, planned: 0, ran: 0, verified: 0, proven: 0 }
      cell.planned += share
      if (hasRun(broadcast)) cell.ran += share
      if (isVerified(broadcast)) cell.verified += share
      if (isProven(broadcast)) cell.proven += share
      cells.set(key, cell)
    }
  }
  return [...cells.values()]
}

/** Share of each district an outlet reaches on a day; figures of the same day are looked up once. */
function reachByOutlet(coverage: readonly Coverage[]): (outletId: string, day: Day) => [string, number][] {
  const known = new Map<string, [string, number][]>()
  return (outletId, day) => {
    const key = `${outletId} ${day}`
    const found = known.get(key)
    if (found) return found
    const rows = coverageOn(
      coverage.filter(row => row.outletId === outletId),
      day,
    )
    const reach = rows
      .filter(row => row.share > 0)
      .map((row): [string, number] => [row.districtCode, row.share])
    known.set(key, reach)
    return reach
  }
}

/** A campaign as the statistics see it: where it was on air, from when to when, and where it may have been. */
export interface Flight {
  campaignId: string
  /** Districts reached by at least the threshold share by something that ran. */
  exposed: string[]
  /** Districts that may serve as no comparison: reached faintly, or perhaps reached by what nobody answered for. */
  fringe: string[]
  firstDay: Day
  /** Last day on which an effect is still expected. */
  lastDay: Day
  /** Coverage-weighted shares of what was to run until now. */
  ranShare: number
  verifiedShare: number
  provenShare: number
}

/** Below this share of a district's people a reach is not even a spill-over. */
const faintReach = 0.02
/** Days an effect is expected to outlast the last run. */
const carryOver: Record<Medium, number> = { radio: 14, tv: 14, print: 7, online: 7 }
/** Days after a flight that belong to no comparison. */
export const washOutDays = 7

/** The flight of a campaign's broadcasts up to `today`; nothing when nothing has run. */
export function flightOf(
  campaignId: string,
  broadcasts: readonly BroadcastState[],
  given: { coverage: readonly Coverage[]; threshold: number; today: Day },
): Flight | undefined {
  const past = broadcasts.filter(b => dayOfRun(b) <= given.today && !(b.withdrawnAt && !b.answer))
  const ran = past.filter(hasRun)
  if (ran.length === 0) return undefined
  const reachOf = reachByOutlet(given.coverage)
  const reached = strongestReach(ran, reachOf)
  const perhaps = strongestReach(
    past.filter(b => !hasRun(b) && b.answer !== 'did-not-run'),
    reachOf,
  )
  const exposed = [...reached].filter(([, share]) => share >= given.threshold).map(([code]) => code)
  const fringe = [...new Set([...reached.keys(), ...perhaps.keys()])].filter(code => {
    const share = Math.max(reached.get(code) ?? 0, perhaps.get(code) ?? 0)
    return !exposed.includes(code) && share > faintReach
  })
  const days = ran.map(dayOfRun).toSorted()
  const carry = Math.max(...ran.map(b => carryOver[b.medium]))
  const total = sumOf(exposures(past, given.coverage))
  return {
    campaignId,
    exposed: exposed.toSorted(),
    fringe: fringe.toSorted(),
    firstDay: days[0]!,
    lastDay: addDays(days.at(-1)!, carry),
    ranShare: shareOf(total.ran, total.planned),
    verifiedShare: shareOf(total.verified, total.planned),
    provenShare: shareOf(total.proven, total.planned),
  }
}

function strongestReach(
  broadcasts: readonly BroadcastState[],
  reachOf: (outletId: string, day: Day) => [string, number][],
): Map<string, number> {
  const strongest = new Map<string, number>()
  for (const broadcast of broadcasts) {
    for (const [code, share] of reachOf(broadcast.outletId, dayOfRun(broadcast))) {
      strongest.set(code, Math.max(strongest.get(code) ?? 0, share))
    }
  }
  return strongest
}

function sumOf(cells: readonly Exposure[]): Omit<Exposure, 'districtCode' | 'day'> {
  const total = { planned: 0, ran: 0, verified: 0, proven: 0 }
  for (const cell of cells) {
    total.planned += cell.planned
    total.ran += cell.ran
    total.verified += cell.verified
    total.proven += cell.proven
  }
  return total
}

function shareOf(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}
