import { checkDistricts, emptyMask, type Shape } from '../panel.js'

/** Something that reached some districts for some days. */
export interface Flight {
  districts: readonly number[]
  /** Days on air [from, to). */
  from: number
  to: number
  /** Days after `to` on which it still works and that are judged with it. */
  carryOver: number
  /** Days after that which are neither judged nor learnt from. */
  washOut: number
}

/** Days [from, to) on which a flight's effect is judged, cut at the end of the panel. */
export function windowOf({ from, to, carryOver }: Flight, days: number): readonly [number, number] {
  return [from, Math.min(days, to + carryOver)]
}

/** Exposed and wash-out cells of all flights: 1 = left out of what is learnt. Flights × districts × days steps. */
export function flightMask(flights: readonly Flight[], shape: Shape): Uint8Array[] {
  const mask = emptyMask(shape)
  for (const { districts, from, to, carryOver, washOut } of flights)
    for (const i of districts) mask[i]!.fill(1, from, Math.min(shape.days, to + carryOver + washOut))
  return mask
}

/** Cells on which at least one of the flights is judged. */
export function activeMask(flights: readonly Flight[], shape: Shape): Uint8Array[] {
  const mask = emptyMask(shape)
  for (const flight of flights) {
    const [from, to] = windowOf(flight, shape.days)
    for (const i of flight.districts) mask[i]!.fill(1, from, to)
  }
  return mask
}

/**
 * Flights that cannot be told apart without a model: connected by districts in which one is judged while the other is
 * judged or washes out. Groups of places, each sorted, in order of their first flight. Flights² × districts steps.
 */
export function overlapGroups(flights: readonly Flight[]): number[][] {
  const group = flights.map((_, k) => k)
  const root = (k: number): number => (group[k] === k ? k : root(group[k]!))
  flights.forEach((flight, a) => {
    for (let b = 0; b < a; b++) if (overlap(flight, flights[b]!)) group[root(a)] = root(b)
  })
  const members = new Map<number, number[]>()
  flights.forEach((_, k) => members.set(root(k), [...(members.get(root(k)) ?? []), k]))
  return [...members.values()].toSorted((a, b) => a[0]! - b[0]!)
}

function overlap(a: Flight, b: Flight): boolean {
  const reach = (f: Flight) => f.to + f.carryOver + f.washOut
  return a.from < reach(b) && b.from < reach(a) && a.districts.some(i => b.districts.includes(i))
}

/** Refuses, with a RangeError, a flight outside the panel, without days or with districts that are not there. */
export function checkFlight(flight: Flight, shape: Shape): void {
  const { from, to, carryOver, washOut } = flight
  const whole = [from, to, carryOver, washOut].every(value => Number.isInteger(value) && value >= 0)
  if (!whole || from >= to || from >= shape.days)
    throw new RangeError(`a flight needs whole days from < to within the panel, got [${from}, ${to})`)
  checkDistricts(flight.districts, shape, 'districts of a flight')
}
