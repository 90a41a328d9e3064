import { gammaUpper } from '../distributions/gamma.js'

/** The sums that are judged, in days, and the weight of each: short ones are timely, long ones see slow rises. */
export const WINDOWS = [1, 2, 4, 7] as const
const WEIGHTS = [0.4, 0.2, 0.2, 0.2] as const
export const LONGEST = WINDOWS.length - 1

/** Correlation of the logarithms of two tails whose normal scores correlate by r (Kost & McDermott 2002). */
function logCorrelation(r: number): number {
  return (3.263 * r + 0.71 * r * r + 0.027 * r ** 3) / 4
}

/** Variance of the weighted mean of −log p, for sums of independent days: overlapping sums correlate by √(a/b). */
const VARIANCE = WINDOWS.reduce(
  (sum, a, i) =>
    sum +
    WINDOWS.reduce((row, b, j) => {
      const r = Math.sqrt(Math.min(a, b) / Math.max(a, b))
      return row + WEIGHTS[i]! * WEIGHTS[j]! * (i === j ? 1 : logCorrelation(r))
    }, 0),
  0,
)

/**
 * One p-value from the tails of the four sums: the weighted mean of −log p has mean 1 and, for normal scores, the
 * variance above; its distribution is taken as gamma (Brown 1975, Biometrics 31:987; Kost & McDermott 2002,
 * Statistics & Probability Letters 60:183). Finds week-long rises more often at the same false rate than the smallest
 * p-value with a correction does.
 */
export function combineTails(tails: ArrayLike<number>): number {
  let mean = 0
  for (let which = 0; which < WINDOWS.length; which++)
    mean -= WEIGHTS[which]! * Math.log(Math.max(1e-300, tails[which]!))
  return gammaUpper(mean, 1 / VARIANCE, VARIANCE)
}
