/** Panels of known truth: what would have come without a campaign, and what came. */
import { randomStream, type Flight, type Panel } from '../../src/statistics/index.js'

export interface PanelPlan {
  districts?: number
  days?: number
  /** Registrations a day of the smallest and of the largest district. */
  daily?: readonly [number, number]
  /** Lift of each flight in its districts while it works. */
  flights?: readonly (Flight & { lift: number })[]
  /** Leaves chance out: whole numbers that rise and fall alike everywhere. */
  exact?: boolean
}

const weekdays = [1.2, 1.1, 1, 1, 0.9, 0.5, 0.3]

/** Districts of different size with one weekday pattern; flights multiply what is expected. */
export function panelOf(
  seed: number,
  plan: PanelPlan = {},
): Panel & { counts: Float64Array[]; known: Uint8Array[] } {
  const { districts = 14, days = 120, daily = [3, 20], flights = [], exact = false } = plan
  const stream = randomStream(seed)
  const counts = Array.from({ length: districts }, (_, i) => {
    const level = daily[0] + ((daily[1] - daily[0]) * i) / Math.max(1, districts - 1)
    return Float64Array.from({ length: days }, (__, t) => {
      const factor = flights
        .filter(f => f.districts.includes(i) && t >= f.from && t < f.to + f.carryOver)
        .reduce((product, { lift }) => product * (1 + lift), 1)
      const mean = (exact ? 100 * Math.round(level) : level * weekdays[t % 7]!) * factor
      return exact ? Math.round(mean) : stream.negativeBinomial(mean, 25)
    })
  })
  return { counts, known: counts.map(row => new Uint8Array(row.length).fill(1)), firstWeekday: 0 }
}

export function flight(
  districts: readonly number[],
  [from, to]: readonly [number, number],
  carryOver = 0,
): Flight {
  return { districts, from, to, carryOver, washOut: 7 }
}
