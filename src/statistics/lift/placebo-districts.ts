import { randomStream } from '../random.js'
import { estimateDrift, rehearseFactors } from './drift.js'
import type { Dispersion } from './dispersion.js'
import { testLift } from './inference.js'
import type { LiftData } from './lift-data.js'
import { factorPredictor, ownSpread, sumOver } from './predictor.js'

export interface PlaceboDistricts {
  /** Place of the true set among all tried when sorted from the largest |z| down; 1 = the most extreme. */
  rank: number
  /** Sets tried, the true one included. */
  of: number
  /** rank / of: cannot be below 1 / of. */
  p: number
}

/**
 * Studentised permutation test by M1: how extreme is the exposed set among sets of as many districts drawn from
 * exposed and comparison together, all sets if there are no more than `sets`, else that many at random and the true
 * one. One exposed district of 14 can never be below 1/14, and is then told as a rank.
 * (Chung & Romano 2013, Annals of Statistics 41:484, for why studentised.) sets × districts × 20 steps.
 */
export function placeboDistricts(
  data: LiftData,
  dispersion: Dispersion,
  { sets, seed }: { sets: number; seed: number },
): PlaceboDistricts {
  const pool = [...data.exposed, ...data.comparison]
  const size = data.exposed.length
  const sizeOf = (target: readonly number[]) => Math.abs(standardised(data, dispersion, { target, pool }))
  const own = sizeOf(data.exposed)
  let rank = 1
  let of = 1
  const visit = (target: readonly number[]) => {
    of++
    if (sizeOf(target) >= own - 1e-12) rank++
  }
  if (combinations(pool.length, size) <= sets)
    everySet(pool.length, size, places => visit(places.map(k => pool[k]!)))
  else {
    const stream = randomStream(seed, 1)
    const order = Int32Array.from(pool, (_, k) => k)
    for (let draw = 0; draw < sets; draw++) {
      stream.shuffle(order, size)
      visit(Array.from(order.subarray(0, size), k => pool[k]!))
    }
  }
  return { rank, of, p: rank / of }
}

function standardised(
  data: LiftData,
  dispersion: Dispersion,
  { target, pool }: { target: readonly number[]; pool: readonly number[] },
): number {
  const others = pool.filter(j => !target.includes(j))
  const prediction = factorPredictor(data)(target, others)
  if (!(prediction.expected > 0)) return 0
  const drift = estimateDrift(rehearseFactors(data, others), dispersion.dispersion)
  const observed = sumOver(data.window, target)
  return testLift({ observed, prediction, ownSpread: ownSpread(data, target), dispersion, drift }).z
}

function combinations(n: number, k: number): number {
  let count = 1
  for (let j = 1; j <= k; j++) count = (count * (n - k + j)) / j
  return count
}

/** Every set of `size` places but the first (0, 1, …), which is the true one. */
function everySet(count: number, size: number, visit: (places: number[]) => void): void {
  const places = Array.from({ length: size }, (_, k) => k)
  for (;;) {
    let k = size - 1
    while (k >= 0 && places[k] === count - size + k) k--
    if (k < 0) return
    places[k]!++
    for (let j = k + 1; j < size; j++) places[j] = places[j - 1]! + 1
    visit(places)
  }
}
