import type { Problem } from './problem.js'
import type { Day, Instant } from './time.js'

export const media = ['radio', 'tv', 'print', 'online'] as const
export type Medium = (typeof media)[number]

export const periods = ['continuous', 'daily', 'weekly', 'monthly'] as const
/** How often an outlet comes out: a station never stops, a newspaper has editions. */
export type Period = (typeof periods)[number]

export interface Outlet {
  id: string
  name: string
  medium: Medium
  period: Period
  ownerGroup: string
  city: string
  licence: string
  licenceUntil: Day | null
  verifiedAt: Instant | null
  verifiedBy: string | null
  retiredAt: Instant | null
  createdAt: Instant
  version: number
}

export interface OffAir {
  id: string
  outletId: string
  firstDay: Day
  lastDay: Day | null
  reason: string
}

/** Share of a district's working-age people an outlet reaches, with where the figure comes from. */
export interface Coverage {
  outletId: string
  districtCode: string
  share: number
  source: string
  asOf: Day
}

export type OutletStatus = 'unverified' | 'verified' | 'licence-lapsed' | 'retired'

export function outletStatus(outlet: Outlet, today: Day): OutletStatus {
  if (outlet.retiredAt) return 'retired'
  if (outlet.licenceUntil && outlet.licenceUntil < today) return 'licence-lapsed'
  return outlet.verifiedAt ? 'verified' : 'unverified'
}

/** Why nothing may be sent to an outlet for these days; nothing when it may. */
export function sendingProblem(
  outlet: Outlet,
  offAir: readonly OffAir[],
  days: { first: Day; last: Day },
): Problem | undefined {
  if (outlet.retiredAt || !outlet.verifiedAt)
    return { code: 'outlet-unverified', values: { outlet: outlet.name } }
  const lapses = outlet.licenceUntil && outlet.licenceUntil < days.last
  const silent = offAir.some(
    off => off.firstDay <= days.last && (off.lastDay === null || off.lastDay >= days.first),
  )
  return lapses || silent ? { code: 'outlet-not-ready', values: { outlet: outlet.name } } : undefined
}

/** The last coverage known on a day for each district of an outlet. */
export function coverageOn(coverage: readonly Coverage[], day: Day): Coverage[] {
  const latest = new Map<string, Coverage>()
  for (const row of coverage) {
    const key = `${row.outletId} ${row.districtCode}`
    const known = latest.get(key)
    if (row.asOf <= day && (!known || known.asOf < row.asOf)) latest.set(key, row)
  }
  return [...latest.values()]
}

/** The key owners are compared by: without legal forms, case and signs. Empty for an owner nobody has named. */
export function ownerKey(ownerGroup: string): string {
  const words = ownerGroup
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
  return words.filter(word => !legalForms.includes(word)).join(' ')
}

const legalForms = ['pt', 'cv', 'tbk', 'yayasan', 'grup', 'group', 'persero', 'koperasi']

/** Other outlets in use that belong to the same owner: their audiences often overlap. */
export function sameOwnerAs(outlet: Outlet, outlets: readonly Outlet[]): Outlet[] {
  const key = ownerKey(outlet.ownerGroup)
  return key === ''
    ? []
    : outlets.filter(
        other => other.id !== outlet.id && !other.retiredAt && ownerKey(other.ownerGroup) === key,
      )
}
