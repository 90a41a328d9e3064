export interface LeastSquares {
  coefficients: Float64Array
  /** Columns that carry information of their own; fewer than all means the others were set to 0. */
  rank: number
  /** 1 where the column was kept. */
  kept: Uint8Array
  /** Sum of squared residuals. */
  residual: number
}

const DEPENDENT_BELOW = 1e-9

/**
 * Least squares by Householder QR, for fits where the normal equations would lose digits and for telling whether
 * effects can be told apart at all. `design` is row-major rows × columns and is overwritten, as is `response`.
 * A column that is a combination of those before it (relative length < 1e-9 left) gets coefficient 0.
 * Reference: Golub & Van Loan, Matrix Computations, 5.2. rows × columns² multiplications.
 */
export function leastSquares(design: Float64Array, response: Float64Array, columns: number): LeastSquares {
  const rows = response.length
  if (design.length !== rows * columns)
    throw new RangeError('leastSquares: design and response differ in rows')
  const lengths = columnLengths(design, rows, columns)
  const kept = new Uint8Array(columns)
  const pivots = new Int32Array(columns)
  let rank = 0
  for (let column = 0; column < columns && rank < rows; column++) {
    if (!reflect(design, response, { rows, columns, column, rank, length: lengths[column]! })) continue
    kept[column] = 1
    pivots[rank++] = column
  }
  let residual = 0
  for (let i = rank; i < rows; i++) residual += response[i]! ** 2
  return { coefficients: backSubstitute(design, response, { columns, pivots, rank }), rank, kept, residual }
}

function columnLengths(design: Float64Array, rows: number, columns: number): Float64Array {
  const lengths = new Float64Array(columns)
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) lengths[j]! += design[i * columns + j]! ** 2
  return lengths.map(Math.sqrt)
}

interface Reflection {
  rows: number
  columns: number
  column: number
  rank: number
  length: number
}

/** Turns `column` into its triangle entry from row `rank` on, and turns the later columns with it. */
function reflect(design: Float64Array, response: Float64Array, shape: Reflection): boolean {
  const { rows, columns, column, rank } = shape
  let norm = 0
  for (let i = rank; i < rows; i++) norm += design[i * columns + column]! ** 2
  norm = Math.sqrt(norm)
  if (!(norm > DEPENDENT_BELOW * shape.length)) return false
  const head = design[rank * columns + column]!
  const alpha = head > 0 ? -norm : norm
  design[rank * columns + column] = head - alpha
  const scale = 1 / (norm * (norm + Math.abs(head)))
  for (let j = column + 1; j < columns; j++) {
    let dot = 0
    for (let i = rank; i < rows; i++) dot += design[i * columns + column]! * design[i * columns + j]!
    for (let i = rank; i < rows; i++) design[i * columns + j]! -= dot * scale * design[i * columns + column]!
  }
  let dot = 0
  for (let i = rank; i < rows; i++) dot += design[i * columns + column]! * response[i]!
  for (let i = rank; i < rows; i++) response[i]! -= dot * scale * design[i * columns + column]!
  design[rank * columns + column] = alpha
  return true
}

function backSubstitute(
  design: Float64Array,
  response: Float64Array,
  { columns, pivots, rank }: { columns: number; pivots: Int32Array; rank: number },
): Float64Array {
  const coefficients = new Float64Array(columns)
  for (let r = rank - 1; r >= 0; r--) {
    let sum = response[r]!
    for (let k = r + 1; k < rank; k++) sum -= design[r * columns + pivots[k]!]! * coefficients[pivots[k]!]!
    coefficients[pivots[r]!] = sum / design[r * columns + pivots[r]!]!
  }
  return coefficients
}
