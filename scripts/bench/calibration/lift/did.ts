/** Differences in differences as textbooks have it, to compare with: on registrations a day and on an index of them. */
import { studentQuantile, studentTwoSided } from '../../../../src/statistics/distributions/student.js'
import type { TestPanel } from '../panels/test-panel.js'
import type { LiftAnswer } from './lift-answer.js'

/** Mean change of registrations a day, exposed against others. */
export function didOnLevels({ counts, exposed, window: [from, to] }: TestPanel): LiftAnswer {
  const changes = counts.map(row => meanOf(row, from, to) - meanOf(row, 0, from))
  const { difference, error, degrees, others } = compare(changes, exposed)
  const days = (to - from) * exposed.length
  const past = exposed.reduce((sum, i) => sum + meanOf(counts[i]!, 0, from), 0) / exposed.length
  const expected = Math.max(0.5, past + others) * days
  const far = studentQuantile(0.975, degrees) * error
  return {
    increment: difference * days,
    low: ((difference - far) * days) / expected,
    high: ((difference + far) * days) / expected,
    p: studentTwoSided(difference / error, degrees),
  }
}

/** The same on registrations as a share of the district's own mean before. */
export function didOnIndex({ counts, exposed, window: [from, to] }: TestPanel): LiftAnswer {
  const ratios = counts.map(row => meanOf(row, from, to) / Math.max(0.01, meanOf(row, 0, from)))
  const { difference, error, degrees, others } = compare(ratios, exposed)
  const past = exposed.reduce((sum, i) => sum + meanOf(counts[i]!, 0, from), 0) * (to - from)
  const far = studentQuantile(0.975, degrees) * error
  return {
    increment: difference * past,
    low: (difference - far) / others,
    high: (difference + far) / others,
    p: studentTwoSided(difference / error, degrees),
  }
}

/** Difference of means with the pooled variance of both groups. */
function compare(values: readonly number[], exposed: readonly number[]) {
  const reached = new Set(exposed)
  const own = values.filter((_, i) => reached.has(i))
  const rest = values.filter((_, i) => !reached.has(i))
  const [mean, others] = [average(own), average(rest)]
  const squares = sumSquares(own, mean) + sumSquares(rest, others)
  const degrees = values.length - 2
  const error = Math.sqrt((squares / degrees) * (1 / own.length + 1 / rest.length))
  return { difference: mean - others, error, degrees, others }
}

function meanOf(row: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let t = from; t < to; t++) sum += row[t]!
  return sum / (to - from)
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function sumSquares(values: readonly number[], mean: number): number {
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}
