import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import { logGamma } from './numerics/log-gamma.js'

/** A reproducible stream of random numbers: the same seed and path give the same numbers on every machine. */
export interface RandomStream {
  /** Uniform on (0, 1), both ends left out. */
  uniform(): number
  /** Whole number from 0 to below − 1. */
  below(limit: number): number
  normal(): number
  gamma(shape: number): number
  poisson(mean: number): number
  negativeBinomial(mean: number, size: number): number
  /** Puts the first `count` places of `items` in uniformly random order, in place; all when left out. */
  shuffle(items: Int32Array, count?: number): void
}

/**
 * A random stream for a 32-bit seed and a path of whole numbers (say district and purpose), so that one seed gives
 * independent streams that do not depend on the order of computation. Generator: xoroshiro128+ (Blackman &
 * Vigna 2021, ACM TOMS 47:36), state mixed from seed and path by the finaliser of MurmurHash3.
 * Refuses a seed or path that is not a whole number.
 */
export function randomStream(seed: number, ...path: number[]): RandomStream {
  const generator = xoroshiro128plusFromState(mixState([seed, ...path]))
  const uniform = () =>
    ((generator.next() >>> 5) * 67108864 + (generator.next() >>> 6) + 0.5) / 9007199254740992
  const normal = polarNormal(uniform)
  const gamma = (shape: number) => marsagliaTsang(shape, uniform, normal)
  const poisson = (mean: number) => (mean < 12 ? countProducts(mean, uniform) : rejectPoisson(mean, uniform))
  const below = (limit: number) => Math.floor(uniform() * limit)
  return {
    uniform,
    below,
    normal,
    gamma,
    poisson,
    negativeBinomial: (mean, size) => poisson(size === Infinity ? mean : (gamma(size) * mean) / size),
    shuffle: (items, count = items.length - 1) => shufflePlaces(items, count, below),
  }
}

function mixState(words: readonly number[]): [number, number, number, number] {
  const state: [number, number, number, number] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667]
  for (const word of words) {
    if (!Number.isSafeInteger(word)) throw new RangeError(`a seed must be a whole number, got ${word}`)
    for (const half of [word | 0, Math.floor(word / 4294967296) | 0]) {
      for (let k = 0; k < 4; k++)
        state[k] = finalise((state[k]! ^ half) + Math.imul(state[(k + 3) % 4]!, 5) + k)
    }
  }
  return state
}

function finalise(word: number): number {
  let h = word | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** Marsaglia & Bray (1964), SIAM Review 6:260. */
function polarNormal(uniform: () => number): () => number {
  let spare: number | undefined
  return () => {
    if (spare !== undefined) {
      const value = spare
      spare = undefined
      return value
    }
    for (;;) {
      const [x, y] = [2 * uniform() - 1, 2 * uniform() - 1]
      const square = x * x + y * y
      if (square >= 1 || square === 0) continue
      const factor = Math.sqrt((-2 * Math.log(square)) / square)
      spare = y * factor
      return x * factor
    }
  }
}

/** Marsaglia & Tsang (2000), ACM TOMS 26:363. */
function marsagliaTsang(shape: number, uniform: () => number, normal: () => number): number {
  if (!(shape > 0)) throw new RangeError(`a gamma variate needs a shape above 0, got ${shape}`)
  if (shape < 1) return marsagliaTsang(shape + 1, uniform, normal) * uniform() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal()
    const v = (1 + c * x) ** 3
    if (v <= 0) continue
    if (Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

function countProducts(mean: number, uniform: () => number): number {
  if (!(mean >= 0)) throw new RangeError(`a Poisson variate needs a mean of at least 0, got ${mean}`)
  const floor = Math.exp(-mean)
  let count = 0
  for (let product = uniform(); product > floor; product *= uniform()) count++
  return count
}

/** Transformed rejection with squeeze, PTRS: Hörmann (1993), Insurance: Mathematics and Economics 12:39. */
function rejectPoisson(mean: number, uniform: () => number): number {
  const logMean = Math.log(mean)
  const b = 0.931 + 2.53 * Math.sqrt(mean)
  const a = -0.059 + 0.02483 * b
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
  for (;;) {
    const u = uniform() - 0.5
    const v = uniform()
    const room = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / room + b) * u + mean + 0.43)
    if (room >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) return k
    if (k < 0 || (room < 0.013 && v > room)) continue
    const log = Math.log((v * inverseAlpha) / (a / (room * room) + b))
    if (log <= k * logMean - mean - logGamma(k + 1)) return k
  }
}

function shufflePlaces(items: Int32Array, count: number, below: (limit: number) => number): void {
  for (let place = 0; place < Math.min(count, items.length - 1); place++) {
    const other = place + below(items.length - place)
    const held = items[place]!
    items[place] = items[other]!
    items[other] = held
  }
}
