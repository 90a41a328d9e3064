import { studentQuantile, studentTwoSided } from '../distributions/student.js'
import type { LiftAnalysis } from '../lift/analysis.js'
import type { LiftSettings } from '../lift/options.js'
import { choleskyInPlace, solveByCholesky, solveLower } from '../numerics/cholesky.js'
import { leastSquares } from '../numerics/least-squares.js'
import type { Panel } from '../panel.js'
import type { Interval } from '../refusal.js'
import { windowOf, type Flight } from './flight.js'

/** The joint effect of overlapping flights, told apart or only shared out. */
export type Division =
  | { kind: 'estimated'; flights: { lift: Interval; p: number }[] }
  /** Shares of the joint increment by exposed district-days, an accounting convention and not an estimate. */
  | { kind: 'convention'; shares: number[] }

/** A cell: the days on which one district was exposed to the same flights. */
interface Cell {
  district: number
  /** By flight: 1 = on. */
  on: number[]
  observed: number
  expected: number
}

/** Fewest expected registrations with which a combination of flights helps to tell them apart. */
const LEAST_EXPECTED = 10

/**
 * Divides the joint effect of overlapping flights where the log-linear design with one multiplier per flight has full
 * rank on combinations of flights that were seen often enough: generalised least squares of log counts with counting
 * noise, the districts' own drift and the common error of the counterfactual in the covariance (Liang & Zeger 1986,
 * Biometrika 73:13). Otherwise shares by exposed district-days. Cells³ multiplications.
 */
export function divideLift(
  panel: Panel,
  flights: readonly Flight[],
  { analysis, settings }: { analysis: LiftAnalysis; settings: LiftSettings },
): Division {
  const cells = cellsOf(panel, flights, { analysis, settings })
  if (!isIdentified(cells, flights.length)) return { kind: 'convention', shares: sharesByDays(flights) }
  const fit = fitMultipliers(cells, flights.length, analysis)
  if (fit === null) return { kind: 'convention', shares: sharesByDays(flights) }
  const degrees = Math.max(1, analysis.chosen.degrees)
  const far = studentQuantile(0.975, degrees)
  return {
    kind: 'estimated',
    flights: Array.from(fit.logs, (log, f) => {
      const error = fit.errors[f]!
      const lift = {
        low: Math.expm1(log - far * error),
        estimate: Math.expm1(log),
        high: Math.expm1(log + far * error),
      }
      return { lift, p: studentTwoSided(log / error, degrees) }
    }),
  }
}

function cellsOf(
  panel: Panel,
  flights: readonly Flight[],
  { analysis: { data, chosen }, settings }: { analysis: LiftAnalysis; settings: LiftSettings },
): Cell[] {
  const windows = flights.map(flight => windowOf(flight, settings.shape.days))
  return data.exposed.flatMap(district => {
    const cells = new Map<string, Cell>()
    let columns = 0
    for (let t = settings.from; t < settings.to; t++) {
      const on = flights.map(({ districts }, f) =>
        districts.includes(district) && t >= windows[f]![0] && t < windows[f]![1] ? 1 : 0,
      )
      const column = data.fit.columns[t - data.start]!
      if (!on.includes(1) || panel.known[district]![t] === 0 || column === 0) continue
      const cell = cells.get(on.join('')) ?? { district, on, observed: 0, expected: 0 }
      cells.set(on.join(''), cell)
      cell.observed += panel.counts[district]![t]!
      cell.expected += column
      columns += column
    }
    const { expected } = chosen.forecast([district])
    const scaled = [...cells.values()].map(cell => ({
      ...cell,
      expected: (cell.expected * expected) / columns,
    }))
    return scaled.filter(cell => cell.expected > 0)
  })
}

function isIdentified(cells: readonly Cell[], flights: number): boolean {
  const expected = new Map<string, number>()
  for (const { on, expected: value } of cells)
    expected.set(on.join(''), (expected.get(on.join('')) ?? 0) + value)
  const seen = [...expected]
    .filter(([, value]) => value >= LEAST_EXPECTED)
    .map(([key]) => key.split('').map(Number))
  const design = Float64Array.from(seen.flat())
  return (
    seen.length >= flights && leastSquares(design, new Float64Array(seen.length), flights).rank === flights
  )
}

/** Half a registration keeps logarithms of empty cells finite. */
const HALF = 0.5

function fitMultipliers(
  cells: readonly Cell[],
  flights: number,
  { chosen, preparation }: LiftAnalysis,
): { logs: Float64Array; errors: Float64Array } | null {
  const count = cells.length
  const response = Float64Array.from(cells, c => Math.log((c.observed + HALF) / (c.expected + HALF)))
  const covariance = covarianceOf(cells, { chosen, preparation })
  if (!choleskyInPlace(covariance, count)) return null
  solveLower(covariance, response, count)
  const columns = Array.from({ length: flights }, (_, f) => {
    const column = Float64Array.from(cells, ({ on }) => on[f]!)
    solveLower(covariance, column, count)
    return column
  })
  const information = new Float64Array(flights * flights)
  const logs = new Float64Array(flights)
  for (let f = 0; f < flights; f++) {
    for (let g = 0; g <= f; g++) information[f * flights + g] = dot(columns[f]!, columns[g]!)
    logs[f] = dot(columns[f]!, response)
  }
  if (!choleskyInPlace(information, flights)) return null
  solveByCholesky(information, logs, flights)
  const errors = new Float64Array(flights).map((_, f) => {
    const unit = new Float64Array(flights)
    unit[f] = 1
    solveLower(information, unit, flights)
    return Math.sqrt(dot(unit, unit))
  })
  return { logs, errors }
}

/** Of log ratios: counting in each cell, drift and level shared by cells of a district, the pool shared by all. */
function covarianceOf(
  cells: readonly Cell[],
  { chosen, preparation }: Pick<LiftAnalysis, 'chosen' | 'preparation'>,
): Float64Array {
  const { drift, prediction, forecast } = chosen
  const common = prediction.pool + drift.mean * prediction.poolSpread
  const own = new Map(cells.map(({ district }) => [district, forecast([district]).own + drift.mean]))
  const covariance = new Float64Array(cells.length ** 2)
  cells.forEach((a, i) => {
    cells.forEach((b, j) => {
      covariance[i * cells.length + j] = common + (a.district === b.district ? own.get(a.district)! : 0)
    })
    const dispersion = preparation.dispersion.counting[a.district]!
    covariance[i * cells.length + i]! += dispersion / Math.max(a.observed, a.expected, HALF)
  })
  return covariance
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!
  return sum
}

function sharesByDays(flights: readonly Flight[]): number[] {
  const days = flights.map(({ districts, from, to }) => districts.length * (to - from))
  const total = days.reduce((sum, value) => sum + value, 0)
  return days.map(value => value / total)
}
