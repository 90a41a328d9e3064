import { analyseLift } from '../lift/analysis.js'
import { describeLift, type LiftEstimate } from '../lift/estimate-lift.js'
import { liftSettings, type LiftOptions } from '../lift/options.js'
import { benjaminiHochberg, holm } from '../models/multiplicity.js'
import { checkPanel, type Panel, type Shape } from '../panel.js'
import { refuse, type Refusal } from '../refusal.js'
import { beforeAfter, type BeforeAfter } from './before-after.js'
import { divideLift, type Division } from './divide-lift.js'
import { activeMask, checkFlight, flightMask, overlapGroups, windowOf, type Flight } from './flight.js'

export interface FlightsOptions {
  /** Days before each window that are used; default 90. */
  before?: number
  /** Further cells that may not be learnt from, such as field events; 1 = left out. */
  masked?: readonly Uint8Array[]
  /** Districts that may not serve as comparison for a flight, by its place: in its reach, or with events of their own. */
  excluded?: (flight: number) => readonly number[]
  neighbours?: (flight: number) => readonly number[]
  /** q up to which a group's districts are shown one by one; default .10. */
  worthDistricts?: number
  checks?: boolean
  seed?: number
  /** Told after each group how many of how many are done. */
  progress?: (done: number, of: number) => void
}

/** Flights that overlap are judged together. */
export interface JudgedGroup {
  /** Places of its flights. */
  flights: number[]
  /** First to last day on which any of them is judged. */
  window: readonly [number, number]
  estimate: LiftEstimate | Refusal
  /** p adjusted for all groups judged: Holm for up to five, Benjamini–Hochberg for more; null where refused. */
  q: number | null
  /** For overlapping flights: the effect of each where it can be told, else a share by convention. */
  division: Division | null
  /** Own history, offered where nothing can be compared with; no p, no verdict. */
  beforeAfter: BeforeAfter | null
}

const FEW_TESTS = 5
/** Districts that a campaign everywhere should have left out for its effect to be seen. */
const HELD_OUT = 4
/** A comparison district of a long group need only be outside all flights for so much of the window. */
const CLEAR_OF_LONG = 0.6

/**
 * Judges all flights of a season: masks every flight's cells everywhere, joins overlapping flights to groups and
 * reports their joint effect, divides it only where that can be told, adjusts for many tests. A group that reached every
 * district ('not-identified') or too many is refused by name, with its own before and after. Groups × the cost of one lift.
 */
export function judgeFlights(
  panel: Panel,
  flights: readonly Flight[],
  options: FlightsOptions = {},
): JudgedGroup[] {
  const shape = checkPanel(panel)
  for (const flight of flights) checkFlight(flight, shape)
  const masked = withFurther(flightMask(flights, shape), options.masked)
  const groups = overlapGroups(flights).map((members, k, { length }) => {
    const judged = judgeGroup(panel, members, { flights, masked, options, shape })
    options.progress?.(k + 1, length)
    return judged
  })
  const p = groups.flatMap(({ estimate }) => (estimate.ok ? [estimate.p] : []))
  const adjusted = p.length <= FEW_TESTS ? holm(p) : benjaminiHochberg(p)
  let place = 0
  return groups.map(group => {
    const q = group.estimate.ok ? adjusted[place++]! : null
    return withDistrictsIf(group, q, options.worthDistricts ?? 0.1)
  })
}

function withFurther(mask: Uint8Array[], further: readonly Uint8Array[] | undefined): Uint8Array[] {
  return further === undefined ? mask : mask.map((row, i) => row.map((is, t) => is | further[i]![t]!))
}

interface Season {
  flights: readonly Flight[]
  masked: readonly Uint8Array[]
  options: FlightsOptions
  shape: Shape
}

function judgeGroup(
  panel: Panel,
  members: number[],
  { flights, masked, options, shape }: Season,
): JudgedGroup {
  const group = members.map(k => flights[k]!)
  const windows = group.map(flight => windowOf(flight, shape.days))
  const window = [
    Math.min(...windows.map(([from]) => from)),
    Math.max(...windows.map(([, to]) => to)),
  ] as const
  const exposed = [...new Set(group.flatMap(({ districts }) => districts))]
  const gather = (of: ((flight: number) => readonly number[]) | undefined) =>
    [...new Set(members.flatMap(k => of?.(k) ?? []))].filter(i => !exposed.includes(i))
  const lift: LiftOptions = {
    exposed,
    window,
    masked,
    active: activeMask(group, shape),
    leastClear: members.length > 1 ? CLEAR_OF_LONG : 1,
    excluded: gather(options.excluded),
    neighbours: gather(options.neighbours),
    districts: true,
    checks: options.checks ?? true,
    seed: options.seed ?? 1,
    ...(options.before === undefined ? {} : { before: options.before }),
  }
  const settings = liftSettings(panel, lift)
  const everywhere = exposed.length === shape.districts
  const analysis = everywhere
    ? refuse('not-identified', { have: 0, needed: HELD_OUT })
    : analyseLift(panel, settings)
  const base = { flights: members, window, q: null }
  if (!analysis.ok) {
    const history = beforeAfter(panel, { masked, exposed, window, before: options.before ?? 90 })
    return { ...base, estimate: analysis, division: null, beforeAfter: history }
  }
  const division = members.length > 1 ? divideLift(panel, group, { analysis, settings }) : null
  return { ...base, estimate: describeLift(panel, lift, { analysis, settings }), division, beforeAfter: null }
}

/** Single districts are shown only inside groups that are themselves worth a look. */
function withDistrictsIf(group: JudgedGroup, q: number | null, worth: number): JudgedGroup {
  const { estimate } = group
  const keep = !estimate.ok || (q !== null && q <= worth)
  return { ...group, q, estimate: keep ? estimate : { ...estimate, districts: null } }
}
