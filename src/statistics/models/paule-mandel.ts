import { solveMonotone } from '../numerics/solve-monotone.js'

/** Squared deviations from zero and their two parts of variance: known + between · slope. */
export interface Deviations {
  squares: Float64Array
  known: Float64Array
  slopes: Float64Array
  degrees: number
}

/**
 * Variance between units by the equation of Paule & Mandel (1982, J. Res. Natl. Bur. Stand. 87:377): the value ≥ 0
 * at which Σ squares / (known + between · slope) = degrees; 0 when the known variances already explain the squares.
 * Twenty to forty evaluations of n terms.
 */
export function pauleMandel({ squares, known, slopes, degrees }: Deviations): number {
  const excess = (between: number) => {
    let sum = 0
    for (let k = 0; k < squares.length; k++) sum += squares[k]! / (known[k]! + between * slopes[k]!)
    return sum - degrees
  }
  if (!(excess(0) > 0)) return 0
  let largest = 0
  for (let k = 0; k < squares.length; k++)
    if (slopes[k]! > 0) largest = Math.max(largest, squares[k]! / slopes[k]!)
  const high = (largest * squares.length) / degrees
  return solveMonotone({ value: excess, start: high / squares.length, low: 0, high })
}
