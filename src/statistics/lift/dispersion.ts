import type { LiftData } from './lift-data.js'

export interface Dispersion {
  /** Variance of a week's count over its mean, at least 1. */
  dispersion: number
  /** Degrees of freedom it rests on. */
  degrees: number
}

/** Weeks expected to hold fewer are too coarse for a Pearson ratio. */
const LEAST_EXPECTED = 0.5

/**
 * Overdispersion φ of weekly counts before the window: Pearson's X² over its degrees of freedom for the two-way
 * model district × week, on weeks counted in full. Weeks, not days: so that what hangs together within a week is in
 * it. districts × weeks.
 */
export function weeklyDispersion({ weeks, wholeWeeks }: LiftData): Dispersion {
  const districts = weeks.length
  const count = weeks[0]!.length
  const rows = weeks.map(row => row.reduce((sum, value) => sum + value, 0))
  const columns = new Float64Array(count)
  for (const row of weeks) for (let w = 0; w < count; w++) columns[w]! += row[w]!
  const total = rows.reduce((sum, value) => sum + value, 0)
  let pearson = 0
  let cells = 0
  for (let i = 0; i < districts; i++) {
    for (let w = 0; w < count; w++) {
      const expected = (rows[i]! * columns[w]!) / total
      if (wholeWeeks[i]![w] === 0 || !(expected > LEAST_EXPECTED)) continue
      pearson += (weeks[i]![w]! - expected) ** 2 / expected
      cells++
    }
  }
  const degrees = Math.max(1, (cells * (districts - 1) * (count - 1)) / (districts * count))
  return { dispersion: Math.max(1, pearson / degrees), degrees }
}
