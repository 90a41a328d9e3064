import { randomStream, type RandomStream } from '../random.js'
import { refuse, type Refusal } from '../refusal.js'

export interface WavesOptions {
  /** Districts that take part, by whatever index the caller uses; order does not matter for chance, only for output. */
  districts: readonly number[]
  /** Number of districts that start in each wave; their sum is the number of districts. */
  waves: readonly number[]
  /** What should be alike in all waves: one row per quantity (log size, trend …), one value per district. */
  balance: readonly Float64Array[]
  /** Pairs of districts (places in `districts`) heard by the same outlet: better in the same wave. */
  together?: readonly (readonly [number, number])[]
  seed: number
  /** Plans drawn, of which the best are admissible; default 4000. */
  draws?: number
  /** Share of plans that is admissible; default .1. */
  admissibleShare?: number
}

export interface WavePlan {
  ok: true
  /** Wave of each district, 0 = first, in the order of `districts`. */
  waveOf: Int32Array
  /** All admissible plans, the chosen one among them: what the test re-randomises over. */
  admissible: Int32Array[]
  /** Place of the chosen plan in `admissible`. */
  chosen: number
}

const FEWEST_PLANS = 200

/**
 * Fair-coin starts: draws many divisions of districts into waves, keeps those in which the waves are most alike in the
 * given quantities and fewest pairs are torn apart, and picks one of them by the seed (restricted randomisation: Morgan
 * & Rubin 2012, Annals of Statistics 40:1263). The admissible plans are part of the result, as the test needs
 * exactly them. Refuses by name when fewer than 200 different plans are admissible. Draws × districts × quantities.
 */
export function planWaves(options: WavesOptions): WavePlan | Refusal {
  checkWaves(options)
  const { seed, draws = 4000, admissibleShare = 0.1 } = options
  const stream = randomStream(seed, 2)
  const quantities = options.balance.map(standardise)
  const found = new Map<string, { plan: Int32Array; imbalance: number }>()
  for (let draw = 0; draw < draws; draw++) {
    const plan = drawPlan(options.waves, stream)
    const key = plan.join(',')
    if (!found.has(key)) found.set(key, { plan, imbalance: imbalanceOf(plan, quantities, options) })
  }
  const ordered = [...found.values()].toSorted((a, b) => a.imbalance - b.imbalance)
  const count = Math.max(FEWEST_PLANS, Math.floor(admissibleShare * ordered.length))
  if (ordered.length < FEWEST_PLANS)
    return refuse('too-few-plans', { have: ordered.length, needed: FEWEST_PLANS })
  const admissible = ordered.slice(0, count).map(({ plan }) => plan)
  const chosen = stream.below(admissible.length)
  return { ok: true, waveOf: admissible[chosen]!, admissible, chosen }
}

function drawPlan(waves: readonly number[], stream: RandomStream): Int32Array {
  const plan = Int32Array.from(waves.flatMap((size, wave) => Array.from({ length: size }, () => wave)))
  stream.shuffle(plan)
  return plan
}

function standardise(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  return values.map(value => (deviation > 0 ? (value - mean) / deviation : 0))
}

/** Squared distances of wave means from the overall mean, and torn pairs, each in units of chance. */
function imbalanceOf(
  plan: Int32Array,
  quantities: readonly Float64Array[],
  { waves, together = [] }: WavesOptions,
): number {
  let imbalance = 0
  for (const values of quantities) {
    const sums = new Float64Array(waves.length)
    plan.forEach((wave, k) => (sums[wave]! += values[k]!))
    sums.forEach((sum, wave) => (imbalance += (sum * sum) / waves[wave]!))
  }
  const torn = together.filter(([a, b]) => plan[a] !== plan[b]).length
  return imbalance + (together.length > 0 ? (quantities.length * waves.length * torn) / together.length : 0)
}

function checkWaves({ districts, waves, balance }: WavesOptions): void {
  const total = waves.reduce((sum, size) => sum + size, 0)
  if (
    waves.length < 2 ||
    waves.some(size => !Number.isInteger(size) || size < 1) ||
    total !== districts.length
  )
    throw new RangeError('waves must be two or more whole sizes that sum to the number of districts')
  if (balance.some(row => row.length !== districts.length || !row.every(Number.isFinite)))
    throw new RangeError('balance needs one finite value per district in every row')
}
