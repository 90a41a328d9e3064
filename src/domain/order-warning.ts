/** What speaks against sending an order: each with its rule, what it is about, and the days it touches. */
import type { Day } from './time.js'

/** `stop`: nothing is sent until it is mended. `reason`: it may be sent once somebody wrote why; the reason is kept. */
export const warningRules = {
  'outlet-retired': 'stop',
  'outlet-unverified': 'stop',
  'outlet-off-air': 'stop',
  'licence-lapsed': 'stop',
  'flight-outside-campaign': 'stop',
  'material-unchecked': 'stop',
  'material-late': 'stop',
  'material-retired': 'stop',
  'same-break': 'reason',
  'prayer-time': 'reason',
  ramadan: 'reason',
  'past-fiscal-year': 'reason',
  'rate-changed': 'reason',
  'budget-exceeded': 'reason',
  'district-uncovered': 'reason',
} as const

export type WarningRule = keyof typeof warningRules

export interface OrderWarning {
  rule: WarningRule
  severity: 'stop' | 'reason'
  /** Where it is mended. */
  about: { kind: 'outlet' | 'line' | 'material' | 'campaign'; id: string }
  /** Days it touches, in order; none where it touches no single day. */
  days: Day[]
  values: Record<string, string | number>
}

export function warning(
  rule: WarningRule,
  about: OrderWarning['about'],
  more: { days?: Day[]; values?: OrderWarning['values'] } = {},
): OrderWarning {
  const days = [...new Set(more.days)].toSorted()
  return { rule, severity: warningRules[rule], about, days, values: more.values ?? {} }
}

/** Why an order with a warning was sent all the same. */
export interface WarningReason {
  orderId: string
  versionNumber: number
  rule: WarningRule
  reason: string
  givenBy: string
  givenAt: string
}

/** The rules that still wait for a reason of this version. */
export function openRules(
  warnings: readonly OrderWarning[],
  reasons: readonly WarningReason[],
): WarningRule[] {
  const given = new Set(reasons.map(({ rule }) => rule))
  const asking = warnings.filter(({ severity, rule }) => severity === 'reason' && !given.has(rule))
  return [...new Set(asking.map(({ rule }) => rule))]
}
