import { analyseLift } from '../lift/analysis.js'
import { describeLift, type LiftEstimate } from '../lift/estimate-lift.js'
import { liftSettings } from '../lift/options.js'
import { benjaminiHochberg, holm } from '../models/multiplicity.js'
import { checkPanel, type Panel, type Shape } from '../panel.js'
import { refuse, type Refusal } from '../refusal.js'
import { beforeAfter, type BeforeAfter } from './before-after.js'
import { divideLift, type Portion } from './divide-lift.js'
import { activeMask, checkFlight, flightMask, overlapGroups, windowOf, type Flight } from './flight.js'

export interface FlightsOptions {
  /** Days before each window that are used; default 90. */
  before?: number
  /**
   * Further cells that are neither learnt from nor judged, such as field events; 1 = left out. They are judged after all
   * where they are most of what a group reached: the caller has to say then what disturbed it.
   */
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
  /** p adjusted for all that is tested, groups and flights told apart: Holm for up to five, else Benjamini–Hochberg; null where refused. */
  q: number | null
  /** How many tests of the season q is adjusted for. */
  tests: number
  /** For overlapping flights, in the order of `flights`: the effect of each where it can be told, else a share by convention. */
  division: Portion[] | null
  /** Own history, offered where nothing can be compared with; no p, no verdict. */
  beforeAfter: BeforeAfter | null
}

const FEW_TESTS = 5
/** Districts that a campaign everywhere should have left out for its effect to be seen. */
const HELD_OUT = 4
/** Share of the window for which a comparison district must be outside all flights; the other days are not used. */
const LEAST_CLEAR = 0.6
/** Least share of a group's cells that must be undisturbed for the others to be left out. */
const LEAST_UNDISTURBED = 0.5

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
  return adjusted(groups).map(group => withDistrictsIf(group, options.worthDistricts ?? 0.1))
}

/**
 * Adjusts for all that is tested. A group whose flights are all told apart is no test of its own: it stands out as much
 * as the one of them that stands out most.
 */
function adjusted(groups: readonly JudgedGroup[]): JudgedGroup[] {
  const tests = groups.flatMap(testsOf)
  const p = tests.map(test => test.p)
  const q = p.length <= FEW_TESTS ? holm(p) : benjaminiHochberg(p)
  const qOf = (test: { p: number }) => q[tests.indexOf(test)]!
  return groups.map(group => {
    const own = testsOf(group)
    const division = group.division?.map(each =>
      each.kind === 'estimated' ? { ...each, q: qOf(each) } : each,
    )
    const least = own.length > 0 ? Math.min(...own.map(qOf)) : null
    return { ...group, q: least, tests: tests.length, division: division ?? null }
  })
}

/** What of a group is tested: the flights that are told apart, and the group itself unless that is all of them. */
function testsOf({ estimate, division }: JudgedGroup): { p: number }[] {
  if (!estimate.ok) return []
  const told = (division ?? []).filter(portion => portion.kind === 'estimated')
  return told.length > 0 && told.length === division!.length ? told : [estimate, ...told]
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
  const lift = {
    exposed,
    window,
    masked,
    active: undisturbed(activeMask(group, shape), options.masked),
    leastClear: LEAST_CLEAR,
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
  const base = { flights: members, window, q: null, tests: 0 }
  if (!analysis.ok) {
    const history = beforeAfter(panel, { masked, exposed, window, before: options.before ?? 90 })
    return { ...base, estimate: analysis, division: null, beforeAfter: history }
  }
  const division = members.length > 1 ? divideLift(panel, { flights: group, lift, shape }) : null
  return { ...base, estimate: describeLift(panel, lift, { analysis, settings }), division, beforeAfter: null }
}

/** The cells without those further ones, as long as enough of them are left. */
function undisturbed(active: Uint8Array[], further: readonly Uint8Array[] | undefined): Uint8Array[] {
  if (further === undefined) return active
  const left = active.map((row, i) => row.map((is, t) => (further[i]![t] === 0 ? is : 0)))
  return cellsIn(left) >= LEAST_UNDISTURBED * cellsIn(active) ? left : active
}

function cellsIn(mask: readonly Uint8Array[]): number {
  return mask.reduce((sum, row) => sum + row.reduce((own, is) => own + is, 0), 0)
}

/** Single districts are shown only inside groups that are themselves worth a look. */
function withDistrictsIf(group: JudgedGroup, worth: number): JudgedGroup {
  const { estimate, q } = group
  const keep = !estimate.ok || (q !== null && q <= worth)
  return { ...group, estimate: keep ? estimate : { ...estimate, districts: null } }
}
