import { analyseLift } from '../lift/analysis.js'
import { liftSettings, type LiftOptions } from '../lift/options.js'
import { powerOf } from '../lift/power.js'
import { emptyMask, type CellMask, type Panel, type Shape } from '../panel.js'
import type { Interval } from '../refusal.js'
import { flightMask, windowOf, type Flight } from './flight.js'

/** What one of several overlapping flights did by itself, or only its part of what they did together. */
export type Portion =
  | {
      kind: 'estimated'
      lift: Interval
      p: number
      /** p adjusted for all that is tested in the season. */
      q: number
      /** Smallest lift that would show in four of five cases. */
      detectable: number
    }
  /** Share of the joint increment by exposed district-days, an accounting convention and not an estimate. */
  | { kind: 'convention'; share: number }

/** Least share of a flight's own district-days that must be free of the others. */
const LEAST_APART = 0.2

export interface DivisionInput {
  /** Flights that overlap. */
  flights: readonly Flight[]
  /** What they are judged with together. */
  lift: LiftOptions & { active: CellMask }
  shape: Shape
}

/**
 * Tells overlapping flights apart where each was on air without the others: the lift of a flight is that of the
 * district-days on which no other one was judged or washed out, estimated as that of a flight alone. Nothing is assumed of
 * how flights add up where they meet or how an effect fades. A flight that had less than a fifth of its district-days to
 * itself gets a share by days. Here q is p. Flights × the cost of one lift without checks.
 */
export function divideLift(panel: Panel, input: DivisionInput): Portion[] {
  const days = input.flights.map(({ districts, from, to }) => districts.length * (to - from))
  const total = days.reduce((sum, value) => sum + value, 0)
  return input.flights.map(
    (_, k) => apart(panel, k, input) ?? { kind: 'convention', share: days[k]! / total },
  )
}

function apart(panel: Panel, k: number, { flights, lift, shape }: DivisionInput): Portion | null {
  const { districts, ...flight } = flights[k]!
  const [from, to] = windowOf({ districts, ...flight }, shape.days)
  const taken = flightMask(flights.toSpliced(k, 1), shape)
  const active = emptyMask(shape)
  let free = 0
  for (const i of districts) {
    for (let t = from; t < to; t++) {
      if (taken[i]![t] !== 0 || lift.active[i]![t] === 0) continue
      active[i]![t] = 1
      free++
    }
  }
  if (free < LEAST_APART * districts.length * (to - from)) return null
  const exposed = districts.filter(i => active[i]!.includes(1))
  const options = { ...lift, exposed, window: [from, to] as const, active }
  const analysis = analyseLift(panel, liftSettings(panel, options))
  if (!analysis.ok) return null
  const { chosen, preparation } = analysis
  const { lift: own, p } = chosen.test
  const { smallest } = powerOf({ ...chosen, dispersion: preparation.ownDispersion })
  return { kind: 'estimated', lift: own, p, q: p, detectable: smallest }
}
