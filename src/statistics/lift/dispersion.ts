import { commonMovement, meansOf, type Blocks } from './blocks.js'

/** Variance of counts over their mean, by size of the district: φ = floor + slope × registrations a week. */
export interface Dispersion {
  /** By district, as estimated: for weights, so that counting in dozens instead of ones changes no estimate. */
  relative: Float64Array
  /** The same but at least 1, as independent people are: for variances. */
  counting: Float64Array
}

const ROUNDS = 20
const LEAST_EXPECTED = 0.5
/** The floor is at least this share of the usual ratio: keeps the line steady whatever the unit of counting. */
const LEAST_FLOOR = 0.4
/** Counts that do not vary at all still get a variance, of a millionth of their square. */
const LEAST_RELATIVE = 1e-6
/** Counted in full, up to rounding. */
const WHOLE = 0.999

/**
 * Overdispersion before the window, a straight line in district size: counts with a negative binomial day have
 * φ = 1 + mean/size, so that one number for all would be too small for large and too large for small districts.
 * Each district's Pearson ratio of weekly residuals about district × week, weighted by 1/φ², slope ≥ 0
 * (quadratic variance function: McCullagh & Nelder 1989, Generalized Linear Models, ch. 9). districts × weeks.
 */
export function dispersionBySize(blocks: Blocks): Dispersion {
  const means = meansOf(blocks)
  const everyone = Array.from(means, (_, i) => i)
  const movement = commonMovement(blocks, everyone)
  const total = means.reduce((sum, mean) => sum + mean, 0)
  const points = everyone.flatMap(i => {
    const point = pearsonRatio(blocks, i, { mean: means[i]!, movement, share: means[i]! / total })
    return point === null ? [] : [point]
  })
  const { floor, slope } = fitLine(points)
  const relative = means.map(mean => Math.max(floor + slope * 7 * mean, LEAST_RELATIVE * 7 * mean))
  return { relative, counting: relative.map(value => Math.max(1, value)) }
}

interface Point {
  size: number
  ratio: number
  degrees: number
}

function pearsonRatio(
  { totals, counted, days, count }: Blocks,
  i: number,
  { mean, movement, share }: { mean: number; movement: Float64Array; share: number },
): Point | null {
  let pearson = 0
  let used = 0
  for (let w = 0; w < count; w++) {
    const expected = mean * days[w]! * (1 + movement[w]!)
    if (counted[i]![w]! < WHOLE || expected < LEAST_EXPECTED) continue
    pearson += (totals[i]![w]! - expected) ** 2 / expected
    used++
  }
  if (used < 3) return null
  const degrees = (used - 1) * (1 - share)
  return { size: 7 * mean, ratio: pearson / degrees, degrees }
}

function fitLine(points: readonly Point[]): { floor: number; slope: number } {
  let [floor, slope] = [1, 0]
  for (let round = 0; round < ROUNDS; round++) {
    let [n, x, xx, y, xy] = [0, 0, 0, 0, 0]
    for (const { size, ratio, degrees } of points) {
      const weight = degrees / (floor + slope * size) ** 2
      n += weight
      x += weight * size
      xx += weight * size * size
      y += weight * ratio
      xy += weight * size * ratio
    }
    const spread = n * xx - x * x
    slope = spread > 1e-9 * n * xx ? (n * xy - x * y) / spread : 0
    floor = n > 0 ? (y - slope * x) / n : 1
    if (slope < 0) [floor, slope] = [y / n, 0]
    const least = n > 0 ? (LEAST_FLOOR * y) / n : 1
    if (floor < least) [floor, slope] = [least, xx > 0 ? Math.max(0, (xy - least * x) / xx) : 0]
    if (!(floor + slope > 0)) return { floor: 0, slope: 0 }
  }
  return { floor, slope }
}
