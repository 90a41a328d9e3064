/**
 * Projects a vector onto the simplex (all ≥ 0, sum 1), in place: the nearest set of weights. Held, Wolfe & Crowder
 * (1974), Mathematical Programming 6:62. `sorted` is scratch of the same length. n log n.
 */
export function projectOntoSimplex(values: Float64Array, sorted: Float64Array): void {
  sorted.set(values)
  sorted.sort()
  let sum = 0
  let threshold = 0
  for (let k = values.length - 1; k >= 0; k--) {
    sum += sorted[k]!
    const candidate = (sum - 1) / (values.length - k)
    if (sorted[k]! - candidate <= 0) break
    threshold = candidate
  }
  for (let j = 0; j < values.length; j++) values[j] = Math.max(0, values[j]! - threshold)
}

export interface SimplexRidge {
  /** Rows × columns, row-major: what each column would give in each row. */
  design: Float64Array
  /** What is to be matched, one value per row. */
  target: Float64Array
  columns: number
  /** Weight of the squared distance from `anchor`, per row; default 0. */
  ridge?: number
  /** Change of weights below which the search stops; default 1e-13. */
  tolerance?: number
  /** Weights drawn towards; default: equal. */
  anchor?: Float64Array
}

const MOST_ROUNDS = 200000

/**
 * Weights on the simplex that minimise |target − design · w|² / rows + ridge · |w − anchor|²: the weights of a
 * synthetic control (Abadie, Diamond & Hainmueller 2010, JASA 105:493), with a ridge towards given weights. Accelerated
 * projected gradient with restart (Beck & Teboulle 2009, SIAM J. Imaging Sciences 2:183; O'Donoghue & Candès 2015,
 * Found. Comput. Math. 15:715). rows × columns² once, then columns² a round.
 */
export function solveSimplexRidge(problem: SimplexRidge): Float64Array {
  const { columns, tolerance = 1e-13 } = problem
  if (columns < 1 || problem.design.length !== problem.target.length * columns)
    throw new RangeError('solveSimplexRidge: design must have one row per target value')
  const anchor = problem.anchor ?? new Float64Array(columns).fill(1 / columns)
  const { gram, moment } = normalEquations(problem, anchor)
  const step = 1 / largestEigenvalue(gram, columns)
  const weights = anchor.slice()
  const ahead = anchor.slice()
  let momentum = 1
  const next = new Float64Array(columns)
  const sorted = new Float64Array(columns)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let against = 0
    for (let j = 0; j < columns; j++) {
      let gradient = -moment[j]!
      for (let k = 0; k < columns; k++) gradient += gram[j * columns + k]! * ahead[k]!
      next[j] = ahead[j]! - step * gradient
    }
    projectOntoSimplex(next, sorted)
    let change = 0
    for (let j = 0; j < columns; j++) {
      against += (ahead[j]! - next[j]!) * (next[j]! - weights[j]!)
      change = Math.max(change, Math.abs(next[j]! - weights[j]!))
    }
    const grown = against > 0 ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2
    const carry = against > 0 ? 0 : (momentum - 1) / grown
    for (let j = 0; j < columns; j++) {
      ahead[j] = next[j]! + carry * (next[j]! - weights[j]!)
      weights[j] = next[j]!
    }
    momentum = grown
    if (change < tolerance && round > 10) break
  }
  return weights
}

/** Gram matrix / rows + ridge, and design′ target / rows + ridge · anchor. */
function normalEquations({ design, target, columns, ridge = 0 }: SimplexRidge, anchor: Float64Array) {
  const rows = target.length
  const gram = new Float64Array(columns * columns)
  const moment = anchor.map(value => ridge * value)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const scaled = design[i * columns + j]! / rows
      moment[j]! += scaled * target[i]!
      for (let k = 0; k < columns; k++) gram[j * columns + k]! += scaled * design[i * columns + k]!
    }
  }
  for (let j = 0; j < columns; j++) gram[j * columns + j]! += ridge
  return { gram, moment }
}

/** By power iteration, a little above it. */
function largestEigenvalue(gram: Float64Array, order: number): number {
  let vector = new Float64Array(order).fill(1)
  let size = 1
  for (let round = 0; round < 60; round++) {
    const image = new Float64Array(order)
    for (let j = 0; j < order; j++)
      for (let k = 0; k < order; k++) image[j]! += gram[j * order + k]! * vector[k]!
    size = Math.hypot(...image)
    if (size === 0) return 1
    vector = image.map(value => value / size)
  }
  return size * 1.01
}
