import {
  checkDistricts,
  checkMask,
  checkPanel,
  checkSpan,
  type CellMask,
  type Panel,
  type Shape,
} from '../panel.js'

export interface LiftOptions {
  /** Districts the flight reached. */
  exposed: readonly number[]
  /** First day of the flight to the last day on which it still works: days [from, to). */
  window: readonly [from: number, to: number]
  /** Days before the window that are used; default 90. */
  before?: number
  /** Exposed and wash-out cells of all flights, 1 = left out; those of this flight may be in it or not. */
  masked?: CellMask
  /** Days on which each exposed district is exposed, 1 = counts; default: the whole window. */
  active?: CellMask
  /** Share of the window that a comparison district must be outside all flights; default 1. */
  leastClear?: number
  /** Districts that may not serve as comparison: in reach of the flight, or with field events of their own. */
  excluded?: readonly number[]
  /** Districts next to the exposed ones: what happens there is shown, and how the estimate moves without them. */
  neighbours?: readonly number[]
  /** Random sets of districts for the placebo test; default 999. */
  sets?: number
  seed?: number
  /** Whether each exposed district is estimated by itself too; default false. */
  districts?: boolean
  /** Whether the checks are made too; default true. Without them an estimate costs a third. */
  checks?: boolean
}

export interface LiftSettings {
  exposed: readonly number[]
  from: number
  to: number
  /** First day used. */
  start: number
  masked: CellMask | undefined
  active: CellMask | undefined
  leastClear: number
  excluded: ReadonlySet<number>
  neighbours: readonly number[]
  sets: number
  seed: number
  districts: boolean
  checks: boolean
  shape: Shape
}

/** Checked options with defaults filled in. Refuses malformed ones with a RangeError. */
export function liftSettings(panel: Panel, options: LiftOptions): LiftSettings {
  const shape = checkPanel(panel)
  const [from, to] = options.window
  checkSpan(from, to, shape.days)
  checkDistricts(options.exposed, shape, 'exposed')
  checkDistricts(options.excluded ?? [], shape, 'excluded')
  checkDistricts(options.neighbours ?? [], shape, 'neighbours')
  if (options.masked !== undefined) checkMask(options.masked, shape, 'masked')
  if (options.active !== undefined) checkMask(options.active, shape, 'active')
  const { active } = options
  const isActive = options.exposed.some(i => active?.[i]?.subarray(from, to).includes(1) ?? true)
  if (options.exposed.length > 0 && !isActive)
    throw new RangeError('active: no exposed district is exposed on any day of the window')
  const before = options.before ?? 90
  if (!Number.isInteger(before) || before < 0)
    throw new RangeError(`before must be whole days, got ${before}`)
  return {
    exposed: options.exposed,
    from,
    to,
    start: Math.max(0, from - before),
    masked: options.masked,
    active: options.active,
    leastClear: options.leastClear ?? 1,
    excluded: new Set(options.excluded),
    neighbours: options.neighbours ?? [],
    sets: options.sets ?? 999,
    seed: options.seed ?? 1,
    districts: options.districts ?? false,
    checks: options.checks ?? true,
    shape,
  }
}
