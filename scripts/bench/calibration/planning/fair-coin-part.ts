import { planWaves, randomisationTest } from '../../../../src/statistics/index.js'
import { randomStream } from '../../../../src/statistics/random.js'
import { generators } from '../panels/generators.js'
import type { Part } from '../part.js'
import { share } from '../results.js'

const REQUEST = { districts: 14, exposed: 1, days: 120, from: 60 }
const DISTRICTS = Array.from({ length: REQUEST.districts }, (_, i) => i)
const STARTS = [60, 90]
const LIFT = 0.3
const PLANS_A_PANEL = 50

export interface CoinTask {
  seed: number
  panel: number
  plans: number
}

/** P-values of plans drawn by fair coin on one panel, without and with an effect from each district's start on. */
export function runCoin({ seed, panel, plans }: CoinTask): { idle: number[]; worked: number[] } {
  const stream = randomStream(seed, 301, panel)
  const { means, counts } = generators.hard(REQUEST, stream)
  const size = counts.map(row => Math.log(row.slice(0, 60).reduce((sum, count) => sum + count, 1)))
  const answer = { idle: [] as number[], worked: [] as number[] }
  for (let draw = 0; draw < plans; draw++) {
    const plan = planWaves({
      districts: DISTRICTS,
      waves: [7, 7],
      balance: [Float64Array.from(size)],
      seed: panel * plans + draw,
      draws: 500,
      admissibleShare: 0.4,
    })
    if (!plan.ok) throw new Error(`refused: ${plan.refusal}`)
    const raised = counts.map((row, i) =>
      row.map((count, t) =>
        t >= STARTS[plan.waveOf[i]!]! && t < 90 ? count + stream.poisson(LIFT * means[i]![t]!) : count,
      ),
    )
    answer.idle.push(pOf(counts, plan))
    answer.worked.push(pOf(raised, plan))
  }
  return answer
}

function pOf(
  counts: Float64Array[],
  { admissible, chosen }: { admissible: Int32Array[]; chosen: number },
): number {
  const known = counts.map(row => new Uint8Array(row.length).fill(1))
  const result = randomisationTest(
    { counts, known, firstWeekday: 0 },
    { districts: DISTRICTS, starts: STARTS, from: 0, to: 90, admissible, chosen },
  )
  if (!result.ok) throw new Error(`refused: ${result.refusal}`)
  return result.p
}

/** The test of starts drawn by fair coin never says yes too often, whatever the data. */
export const fairCoinPart: Part = async ({ pool, sizes, seed }) => {
  const tasks = Array.from({ length: Math.ceil(sizes.coinPlans / PLANS_A_PANEL) }, (_, panel) => {
    return { seed, panel, plans: PLANS_A_PANEL }
  })
  const answers = await pool.run<{ idle: number[]; worked: number[] }>('coin', tasks)
  const idle = answers.flatMap(answer => answer.idle.map(p => p <= 0.05))
  const worked = answers.flatMap(answer => answer.worked.map(p => p <= 0.05))
  const setting = { part: 'fair-coin', data: 'hard', method: 'gaung', districts: 14, exposed: 7 } as const
  const noise = 2 * Math.sqrt((0.05 * 0.95) / idle.length)
  return [
    share({ ...setting, measure: 'false-positives', lift: 0 }, idle, { atMost: 0.05 + noise }),
    share({ ...setting, measure: 'power', lift: LIFT }, worked),
  ]
}
