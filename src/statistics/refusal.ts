/** Why an estimate is not given, by name, with what would be needed where that can be said. */
export interface Refusal {
  ok: false
  refusal: RefusalReason
  /** What there is and what would be needed, in the unit the reason implies: districts, days, registrations, share. */
  have?: number
  needed?: number
}

export type RefusalReason =
  | 'no-exposed-district'
  | 'too-few-comparison-districts'
  | 'too-little-history'
  | 'window-not-known'
  | 'no-registrations-before'
  | 'no-registrations-to-compare'
  | 'not-identified'
  | 'not-randomised'
  | 'too-few-effects'
  | 'too-few-plans'

export function refuse(refusal: RefusalReason, numbers: { have?: number; needed?: number } = {}): Refusal {
  return { ok: false, refusal, ...numbers }
}

/** An estimate with the ends of its interval (95 % unless said otherwise). */
export interface Interval {
  low: number
  estimate: number
  high: number
}
