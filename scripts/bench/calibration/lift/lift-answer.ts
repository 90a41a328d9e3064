/** What a method says about one panel. */
export interface LiftAnswer {
  /** Registrations because of the flight. */
  increment: number
  /** 95 % interval of the lift. */
  low: number
  high: number
  p: number
}

export type MethodName = 'gaung' | 'M1' | 'did-levels' | 'did-index'

/** One answer scored against the truth; errors in shares of the exposed districts' expected registrations. */
export interface Score {
  error: number
  width: number
  covered: boolean
  p: number
  /** What the checks of the product warn of; null where they were not asked. */
  warnings: readonly string[] | null
}
