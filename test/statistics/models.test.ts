import { expect } from 'chai'
import { benjaminiHochberg, benjaminiYekutieli, combineEffects, holm } from '../../src/statistics/index.js'
import { filterLevel, smoothLevel } from '../../src/statistics/models/kalman-level.js'
import { fitTwoWay } from '../../src/statistics/models/two-way-fit.js'
import { choleskyInPlace, solveByCholesky } from '../../src/statistics/numerics/cholesky.js'
import { leastSquares } from '../../src/statistics/numerics/least-squares.js'
import { solveSimplexRidge } from '../../src/statistics/numerics/simplex.js'
import { randomStream } from '../../src/statistics/random.js'
import { expectNear, readKnownValues } from './known-values.js'

interface Known {
  multiplicity: { p: number[]; bh: number[]; by: number[]; holm: number[] }[]
  effects: { name: string; effect: number[]; variance: number[]; between: number; mean: number[] }[]
  twoWay: { rows: number; columns: number; counts: number[]; use: number[]; fitted: number[] }[]
  levels: {
    values: (number | null)[]
    h: number
    step: number
    filtered: number[]
    smooth: number[]
    smoothVariance: number[]
  }[]
  cholesky: { order: number; matrix: number[]; lower: number[]; b: number[]; solution: number[] }[]
  leastSquares: {
    columns: number
    design: number[]
    response: number[]
    coefficients: number[]
    residual: number
  }[]
}

const known = readKnownValues('models.json') as Known

describe('Models', () => {
  it("adjust p-values as R's p.adjust does", () => {
    for (const { p, bh, by, holm: holmed } of known.multiplicity) {
      expectNear(benjaminiHochberg(p), bh, 1e-14)
      expectNear(benjaminiYekutieli(p), by, 1e-14)
      expectNear(holm(p), holmed, 1e-14)
    }
  })

  for (const { name, effect, variance, between, mean } of known.effects) {
    it(`combine ${name} as Paule and Mandel, Hartung and Knapp do`, () => {
      const combined = combineEffects(effect.map((value, k) => ({ effect: value, variance: variance[k]! })))
      if (!combined.ok) throw new Error(combined.refusal)
      expectNear([combined.between], [between], 1e-9)
      const { low, estimate, high } = combined.mean
      expectNear([low, estimate, high], mean, 1e-9)
    })
  }

  it('find the between-trial variance published for the BCG trials, .318', () => {
    const { effect, variance } = known.effects[0]!
    const combined = combineEffects(effect.map((value, k) => ({ effect: value, variance: variance[k]! })))
    expect(combined.ok && combined.between).to.be.closeTo(0.318, 5e-4)
    const shrunk = combined.ok ? combined.shrunk.map(({ estimate }) => estimate) : []
    const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
    expect(spread(shrunk)).to.be.below(spread(effect))
  })

  it("fit rows and columns with holes as R's Poisson regression does, holes too", () => {
    for (const { rows, columns, counts, use, fitted } of known.twoWay) {
      const cut = (values: number[]) =>
        Array.from({ length: rows }, (_, i) => values.slice(i * columns, (i + 1) * columns))
      const fit = fitTwoWay(
        cut(counts).map(row => Float64Array.from(row)),
        cut(use).map(row => Uint8Array.from(row)),
        { from: 0, to: columns, tolerance: 1e-13 },
      )
      const means = Array.from(fit.rows).flatMap(row => Array.from(fit.columns, column => row * column))
      expectNear(means, fitted, 1e-8)
    }
  })

  it("follow and smooth a level as R's Kalman filter does, over days that are not known", () => {
    for (const { values, h, step, filtered, smooth, smoothVariance } of known.levels) {
      const level = filterLevel({
        values: Float64Array.from(values, value => value ?? 0),
        variances: Float64Array.from(values, value => (value === null ? Infinity : h)),
        step,
        start: { mean: 0.3, variance: 2 },
      })
      expectNear(level.mean, filtered, 1e-10)
      const smoothed = smoothLevel(level, step)
      expectNear(smoothed.mean, smooth, 1e-10)
      expectNear(smoothed.variance, smoothVariance, 1e-10)
    }
  })

  it("factor and solve as R's chol and solve do, and refuse what is not positive definite", () => {
    for (const { order, matrix, lower, b, solution } of known.cholesky) {
      const factor = Float64Array.from(matrix)
      expect(choleskyInPlace(factor, order)).to.equal(true)
      // R's factor is the upper one, written by columns: the lower one by rows
      const triangle = factor.map((value, k) => (k % order <= Math.floor(k / order) ? value : 0))
      expectNear(triangle, lower, 1e-12)
      const vector = Float64Array.from(b)
      solveByCholesky(factor, vector, order)
      expectNear(vector, solution, 1e-9)
    }
    expect(choleskyInPlace(Float64Array.of(1, 2, 2, 1), 2)).to.equal(false)
  })

  it("fit least squares as R's lm does, and tell how many columns say something of their own", () => {
    for (const { columns, design, response, coefficients, residual } of known.leastSquares) {
      const fit = leastSquares(Float64Array.from(design), Float64Array.from(response), columns)
      expect(fit.rank).to.equal(columns)
      expectNear(fit.coefficients, coefficients, 1e-11)
      expectNear([fit.residual], [residual], 1e-11)
    }
    const twice = leastSquares(Float64Array.of(1, 2, 0, 2, 4, 1, 3, 6, 5), Float64Array.of(1, 2, 3), 3)
    expect([twice.rank, ...twice.kept]).to.deep.equal([2, 1, 0, 1])
  })

  it('weigh on the simplex where no other weights could be better, with a ridge and without', () => {
    const stream = randomStream(11)
    for (const ridge of [0, 0.05, 3]) {
      const [rows, columns] = [30, 8]
      const design = Float64Array.from({ length: rows * columns }, () => stream.normal())
      const target = Float64Array.from({ length: rows }, () => stream.normal())
      const weights = solveSimplexRidge({ design, target, columns, ridge })
      expect(weights.reduce((sum, weight) => sum + weight, 0)).to.be.closeTo(1, 1e-12)
      expect(Math.min(...weights)).to.be.at.least(0)
      expectOptimal(weights, gradientOf(weights, { design, target, columns, ridge }))
    }
  })
})

/** Karush, Kuhn and Tucker: equal slopes where there is weight, none lower where there is none. */
function expectOptimal(weights: Float64Array, gradient: readonly number[]): void {
  const least = Math.min(...gradient)
  weights.forEach((weight, j) => {
    if (weight > 1e-9) expect(gradient[j]).to.be.closeTo(least, 1e-8)
  })
}

function gradientOf(
  weights: Float64Array,
  problem: { design: Float64Array; target: Float64Array; columns: number; ridge: number },
): number[] {
  const { design, target, columns, ridge } = problem
  const rows = target.length
  const residuals = target.map((value, i) =>
    weights.reduce((rest, weight, j) => rest - weight * design[i * columns + j]!, value),
  )
  return Array.from(weights, (weight, j) => {
    const pull = residuals.reduce((sum, residual, i) => sum - residual * design[i * columns + j]!, 0)
    return pull / rows + ridge * (weight - 1 / columns)
  })
}
