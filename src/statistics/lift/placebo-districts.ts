import { pauleMandel } from '../models/paule-mandel.js'
import { randomStream } from '../random.js'
import type { LiftData } from './lift-data.js'

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
 * one. One exposed district of 14 can never be below 1/14, and is then told as a rank. Studentised, because districts
 * differ in size and drift (Chung & Romano 2013, Annals of Statistics 41:484). `dispersion`: variance of counts over
 * mean by district. sets × districts × 20 steps.
 */
export function placeboDistricts(
  data: LiftData,
  dispersion: Float64Array,
  { sets, seed }: { sets: number; seed: number },
): PlaceboDistricts {
  const score = studentiser(data, dispersion)
  const size = data.exposed.length
  const districts = size + data.comparison.length
  const places = Int32Array.from({ length: districts }, (_, k) => k)
  const own = score(places.subarray(0, size))
  let [rank, of] = [1, 1]
  const visit = (target: Int32Array) => {
    of++
    if (score(target) >= own - 1e-12) rank++
  }
  if (combinations(districts, size) <= sets) everyOtherSet(districts, size, visit)
  else {
    const stream = randomStream(seed, 1)
    for (let draw = 0; draw < sets; draw++) {
      stream.shuffle(places, size)
      visit(places.subarray(0, size))
    }
  }
  return { rank, of, p: rank / of }
}

/** |z| by M1 of a set given by places in exposed + comparison. */
function studentiser({ exposed, comparison, before, window, share }: LiftData, dispersion: Float64Array) {
  const pool = [...exposed, ...comparison]
  const rows = Array.from(pool, i => ({
    before: before[i]!,
    window: window[i]! / Math.max(0.01, share[i]!),
    dispersion: dispersion[i]!,
  }))
  const isTarget = new Uint8Array(rows.length)
  return (target: Int32Array): number => {
    isTarget.fill(0)
    for (const place of target) isTarget[place] = 1
    const own = summarise(rows.filter((_, place) => isTarget[place] === 1))
    const others = rows.filter((_, place) => isTarget[place] === 0)
    const all = summarise(others)
    const drift = driftOf(others, all)
    const ratio = all.window / all.before
    const expected = own.before * ratio
    if (!(expected > 0)) return 0
    const counting =
      own.noisy * ratio + (own.noisy + all.noisy * (own.before / all.before) ** 2) * ratio * ratio
    const pool = (own.before / all.before) ** 2 * all.noisyWindow
    const drifting = drift * ratio * ratio * (own.squares + all.squares * (own.before / all.before) ** 2)
    return Math.abs(own.window - expected) / Math.sqrt(counting + pool + drifting)
  }
}

interface Row {
  before: number
  window: number
  dispersion: number
}

interface Summary {
  before: number
  window: number
  /** Σ dispersion · before and Σ dispersion · window: variances of the totals. */
  noisy: number
  noisyWindow: number
  squares: number
}

function summarise(rows: readonly Row[]): Summary {
  const sum: Summary = { before: 0, window: 0, noisy: 0, noisyWindow: 0, squares: 0 }
  for (const { before, window, dispersion } of rows) {
    sum.before += before
    sum.window += window
    sum.noisy += dispersion * before
    sum.noisyWindow += dispersion * window
    sum.squares += before * before
  }
  return sum
}

/** Point estimate of drift from the closed-form leave-one-out predictions of M1. */
function driftOf(rows: readonly Row[], all: Summary): number {
  const squares = new Float64Array(rows.length)
  const known = new Float64Array(rows.length)
  const slopes = new Float64Array(rows.length)
  rows.forEach(({ before, window, dispersion }, k) => {
    const share = before / (all.before - before)
    const expected = share * (all.window - window)
    const ratio = (all.window - window) / (all.before - before)
    const poolNoise =
      all.noisyWindow - dispersion * window + ratio * ratio * (all.noisy - dispersion * before)
    squares[k] = (window - expected) ** 2
    known[k] = dispersion * expected + ratio * ratio * dispersion * before + share * share * poolNoise + 1e-9
    slopes[k] = ratio * ratio * (before * before + share * share * (all.squares - before * before))
  })
  return pauleMandel({ squares, known, slopes, degrees: Math.max(1, rows.length - 1) })
}

function combinations(n: number, k: number): number {
  let count = 1
  for (let j = 1; j <= k; j++) count = (count * (n - k + j)) / j
  return count
}

/** Every set of `size` places but the first (0, 1, …), which is the true one. */
function everyOtherSet(count: number, size: number, visit: (places: Int32Array) => void): void {
  const places = Int32Array.from({ length: size }, (_, k) => k)
  for (;;) {
    let k = size - 1
    while (k >= 0 && places[k] === count - size + k) k--
    if (k < 0) return
    places[k]!++
    for (let j = k + 1; j < size; j++) places[j] = places[j - 1]! + 1
    visit(places)
  }
}
