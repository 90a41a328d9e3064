const QUARTER = 13
const LEAST_QUARTERS = 4

/**
 * How strongly districts deviate together, 0 to 1: mean correlation over pairs of their quarterly deviations from the
 * calendar. What they have in common, such as a good or bad year, does not average out in their sum; one or two earlier
 * forecasts say little of it, many quarters do. Weekly deviations by district, the last week at the end of each; weeks not
 * known are 0. Null with fewer than two districts or four quarters. Districts × weeks steps.
 */
export function sharedPart(weekly: readonly Float64Array[]): number | null {
  const quarters = Math.floor(Math.min(...weekly.map(({ length }) => length)) / QUARTER)
  if (weekly.length < 2 || quarters < LEAST_QUARTERS) return null
  const together = new Float64Array(quarters)
  const squares = new Float64Array(quarters)
  let moving = 0
  for (const row of weekly) {
    const path = standardised(quarterly(row, quarters))
    if (path === null) continue
    moving++
    path.forEach((value, q) => {
      together[q]! += value
      squares[q]! += value * value
    })
  }
  if (moving < 2) return null
  const products = together.reduce((sum, value, q) => sum + value * value - squares[q]!, 0)
  return Math.min(1, Math.max(0, products / (quarters * moving * (moving - 1))))
}

function quarterly(weeks: Float64Array, quarters: number): Float64Array {
  const from = weeks.length - quarters * QUARTER
  return new Float64Array(quarters).map((_, q) => {
    const quarter = weeks.subarray(from + q * QUARTER, from + (q + 1) * QUARTER)
    return quarter.reduce((sum, value) => sum + value, 0) / QUARTER
  })
}

/** About its mean in standard deviations; null where nothing moves. */
function standardised(path: Float64Array): Float64Array | null {
  const mean = path.reduce((sum, value) => sum + value, 0) / path.length
  const variance = path.reduce((sum, value) => sum + (value - mean) ** 2, 0) / path.length
  return variance > 0 ? path.map(value => (value - mean) / Math.sqrt(variance)) : null
}
