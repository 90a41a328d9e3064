import { existsSync } from 'node:fs'
import type { Part, Run } from '../part.js'
import { average, figure, meanOf, rootMeanSquare, share } from '../results.js'
import type { CalibrationFigure, CalibrationSetting, Gate } from '../results.js'
import type { MethodName } from './lift-answer.js'
import type { LiftTask } from './lift-cells.js'
import type { Scores } from './score-panel.js'

interface Cell {
  generator: LiftTask['generator']
  districts: number
  exposed: number
  lifts: readonly number[]
  panels: number
}

const METHODS = ['gaung', 'M1', 'did-levels', 'did-index'] as const
const OTHERS = ['M1', 'did-levels', 'did-index'] as const
const ALL_LIFTS = [0, 0.1, 0.2, 0.4]
const CHUNK = 25

/** False positives, coverage, accuracy and power of a flight's lift, by kind of data and number of districts. */
export const liftPart: Part = async run => {
  const found: CalibrationFigure[] = []
  const cells = cellsOf(run)
  const answers = await Promise.all(cells.map(cell => scoresOf(cell, run)))
  cells.forEach((cell, k) => found.push(...figuresOf(cell, answers[k]!)))
  return found.filter(isKept)
}

const COMPARED = ['error', 'coverage', 'false-positives', 'adjusted-power']

/** Of the methods compared with, what decides between them, without a flight and at +20 %. */
function isKept({ method, measure, lift }: CalibrationFigure): boolean {
  return method === 'gaung' || ((lift === 0 || lift === 0.2) && COMPARED.includes(measure))
}

function cellsOf({ cases, sizes }: Run): Cell[] {
  const given = existsSync(cases)
    ? [{ generator: 'given' as const, districts: 14, exposed: 3, lifts: ALL_LIFTS, panels: 200 }]
    : []
  const small = (['easy', 'hard'] as const).flatMap(generator =>
    [1, 2, 3, 5, 7, 10].map(exposed => ({
      generator,
      districts: 14,
      exposed,
      lifts: ALL_LIFTS,
      panels: sizes.panels,
    })),
  )
  const hurting = (['additive', 'level-shifts', 'spill-over', 'rising'] as const).flatMap(generator =>
    [1, 3, 7].map(exposed => ({ generator, districts: 14, exposed, lifts: [0, 0.2], panels: sizes.panels })),
  )
  const large = (['easy', 'hard'] as const).map(generator => {
    return { generator, districts: 514, exposed: 40, lifts: [0, 0.2], panels: sizes.panelsLarge }
  })
  return [...given, ...large, ...small, ...hurting]
}

async function scoresOf(cell: Cell, { pool, seed, cases }: Run): Promise<Scores[][]> {
  const tasks: LiftTask[] = []
  const chunk = cell.districts > 100 ? 5 : CHUNK
  for (let first = 0; first < cell.panels; first += chunk)
    tasks.push({ ...cell, first, last: Math.min(cell.panels, first + chunk), checks: false, seed, cases })
  const parts = await pool.run<Scores[][]>('lift', tasks)
  return cell.lifts.map((_, k) => parts.flatMap(part => part[k]!))
}

function figuresOf(cell: Cell, byLift: readonly Scores[][]): CalibrationFigure[] {
  return METHODS.flatMap(method => {
    const limit = criticalValue(byLift[0]!.map(scores => scores[method].p))
    return cell.lifts.flatMap((lift, k) => liftFigures(cell, { method, lift, limit, scores: byLift[k]! }))
  })
}

interface Column {
  method: MethodName
  lift: number
  /** The largest p-value below which no more than 5 % of panels without a flight lie. */
  limit: number
  scores: readonly Scores[]
}

function liftFigures(cell: Cell, { method, lift, limit, scores }: Column): CalibrationFigure[] {
  const own = scores.map(score => score[method])
  const at = (measure: CalibrationSetting['measure']): CalibrationSetting => {
    const { generator: data, districts, exposed } = cell
    return { part: 'lift', measure, data, method, districts, exposed, lift }
  }
  const gates = method === 'gaung' ? gatesOf(cell, lift, scores) : {}
  const errors = own.map(({ error }) => error)
  const found = [
    rootMeanSquare(at('error'), errors, gates.error),
    average(at('bias'), errors, gates.bias),
    share(
      at('coverage'),
      own.map(({ covered }) => covered),
      gates.coverage,
    ),
    figure(at('width'), median(own.map(({ width }) => width)), { trials: own.length }),
  ]
  const significant = own.map(({ p }) => p < 0.05)
  if (lift === 0) return [...found, share(at('false-positives'), significant, gates.falsePositives)]
  const adjusted = own.map(({ p }) => p < limit)
  return [
    ...found,
    share(at('power'), significant, gates.power),
    share(at('adjusted-power'), adjusted, gates.adjusted),
  ]
}

interface Gates {
  error?: Gate
  bias?: Gate
  coverage?: Gate
  falsePositives?: Gate
  power?: Gate
  adjusted?: Gate
}

/**
 * The gates of the design; accuracy is gated against the best of the simple methods on the same panels, with twice the
 * Monte-Carlo error of the difference allowed.
 */
function gatesOf(cell: Cell, lift: number, scores: readonly Scores[]): Gates {
  const rms = (method: MethodName) =>
    Math.sqrt(scores.reduce((sum, score) => sum + score[method].error ** 2, 0) / scores.length)
  const best = Math.min(...OTHERS.map(method => rms(method) + 2 * errorOfDifference(scores, method)))
  if (cell.generator === 'given') return givenGates(lift, best)
  if (cell.generator !== 'easy' && cell.generator !== 'hard') return { error: { atMost: best } }
  const few = cell.exposed <= 3 || cell.districts > 14
  return {
    error: { atMost: best },
    coverage: { atLeast: 0.93 },
    falsePositives: { atLeast: few ? 0.03 : 0.015, atMost: 0.07 },
  }
}

/** Standard error of the difference of two root mean squares on the same panels. */
function errorOfDifference(scores: readonly Scores[], other: MethodName): number {
  const rms = Math.sqrt(meanOf(scores.map(score => score.gaung.error ** 2)))
  const differences = scores.map(score => (score.gaung.error ** 2 - score[other].error ** 2) / (2 * rms))
  const mean = meanOf(differences)
  return Math.sqrt(meanOf(differences.map(value => (value - mean) ** 2)) / differences.length)
}

function givenGates(lift: number, best: number): Gates {
  return {
    error: { atMost: Math.max(best, 0.073) },
    bias: { atLeast: -0.01, atMost: 0.01 },
    coverage: { atLeast: 0.93 },
    falsePositives: { atLeast: 0.03, atMost: 0.07 },
    ...(lift === 0.2 ? { power: { atLeast: 0.71 }, adjusted: { atLeast: 0.77 } } : {}),
  }
}

function criticalValue(p: readonly number[]): number {
  return p.toSorted((a, b) => a - b)[Math.floor(0.05 * p.length)]!
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
