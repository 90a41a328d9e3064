export interface SearchOptions {
  /** Size of the first steps; default 0.1. */
  step?: number
  /** Stops when best and worst value differ by less than this share; default 1e-8. */
  tolerance?: number
  /** Most rounds, of one or two evaluations each; default 300 per dimension. */
  most?: number
}

/**
 * Minimum of a function of a few variables without derivatives (Nelder & Mead 1965, Computer Journal 7:308), from
 * `start`. A local search: start it from several points where it matters. Some hundred evaluations a dimension.
 */
export function nelderMead(
  value: (point: Float64Array) => number,
  start: Float64Array,
  { step = 0.1, tolerance = 1e-8, most = 300 * start.length }: SearchOptions = {},
): { point: Float64Array; value: number } {
  let corners = firstCorners(value, start, step)
  const evaluate = (point: Float64Array) => ({ point, value: value(point) })
  for (let round = 0; round < most; round++) {
    corners = corners.toSorted((a, b) => a.value - b.value)
    const best = corners[0]!
    const worst = corners.at(-1)!
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + 1e-12)) break
    const centre = centreOf(corners.slice(0, -1))
    const reflected = evaluate(between(worst.point, centre, 2))
    if (reflected.value < best.value) {
      const expanded = evaluate(between(worst.point, centre, 3))
      corners[corners.length - 1] = expanded.value < reflected.value ? expanded : reflected
    } else if (reflected.value < corners.at(-2)!.value) corners[corners.length - 1] = reflected
    else {
      const contracted = evaluate(between(worst.point, centre, reflected.value < worst.value ? 1.5 : 0.5))
      if (contracted.value < Math.min(worst.value, reflected.value)) corners[corners.length - 1] = contracted
      else
        corners = corners.map((corner, k) =>
          k === 0 ? corner : evaluate(between(best.point, corner.point, 0.5)),
        )
    }
  }
  const best = corners.reduce((a, b) => (b.value < a.value ? b : a))
  return { point: best.point, value: best.value }
}

interface Corner {
  point: Float64Array
  value: number
}

function firstCorners(value: (point: Float64Array) => number, start: Float64Array, step: number): Corner[] {
  const corners = [{ point: start, value: value(start) }]
  for (let j = 0; j < start.length; j++) {
    const point = start.slice()
    point[j]! += step
    corners.push({ point, value: value(point) })
  }
  return corners
}

function centreOf(corners: readonly Corner[]): Float64Array {
  const centre = new Float64Array(corners[0]!.point.length)
  for (const { point } of corners)
    for (let j = 0; j < centre.length; j++) centre[j]! += point[j]! / corners.length
  return centre
}

/** from + share · (to − from). */
function between(from: Float64Array, to: Float64Array, share: number): Float64Array {
  return from.map((value, j) => value + share * (to[j]! - value))
}
