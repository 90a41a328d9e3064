import { monitorEventLoopDelay } from 'node:perf_hooks'
import {
  combineJudgements,
  judgeSpikes,
  poolSpikeEffects,
  type DistrictJudgement,
  type Panel,
  type SpikeOptions,
} from '../../../../src/statistics/index.js'
import { randomStream } from '../../../../src/statistics/random.js'
import type { Pool } from '../pool.js'
import { seasonSeries } from '../series/season-series.js'

const DISTRICTS = 514
const SLICE = 32
const MEGABYTE = 1024 * 1024

export interface JudgeTask {
  panel: Panel
  options: SpikeOptions
  pooled: ReturnType<typeof poolSpikeEffects> | null
  firstDistrict: number
}

/** Pools what districts share, or judges a slice of them with it. */
export function runJudge({ panel, options, pooled, firstDistrict }: JudgeTask) {
  return pooled === null
    ? poolSpikeEffects(panel, options)
    : judgeSpikes(panel, options, { pooled, firstDistrict })
}

export interface TenYears {
  milliseconds: number
  /** Most memory of the whole process while it ran. */
  megabytes: number
  /** Longest time the page thread did not answer. */
  pause: number
}

/** Baselines and spikes of 514 districts with ten years behind them, shared among the workers. */
export async function judgeTenYears(
  pool: Pool,
  { seed, days, judged }: { seed: number; days: number; judged: number },
): Promise<TenYears> {
  const { counts, holidays } = seasonSeries({ districts: DISTRICTS, days }, randomStream(seed, 801))
  const known = counts.map(row => new Uint8Array(row.length).fill(1))
  const options = { from: days - judged, to: days, holidays: [{ name: 'holiday', days: holidays }] }
  const panel = { counts, known, firstWeekday: 0 }
  const delay = monitorEventLoopDelay({ resolution: 5 })
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50)
  delay.enable()
  const began = performance.now()
  const [pooled] = await pool.run<JudgeTask['pooled']>('judge', [
    { panel, options, pooled: null, firstDistrict: 0 },
  ])
  const slices = Array.from({ length: Math.ceil(DISTRICTS / SLICE) }, (_, k): JudgeTask => {
    const part = {
      ...panel,
      counts: counts.slice(k * SLICE, (k + 1) * SLICE),
      known: known.slice(k * SLICE, (k + 1) * SLICE),
    }
    return { panel: part, options, pooled: pooled!, firstDistrict: k * SLICE }
  })
  const judgements = (await pool.run<DistrictJudgement[]>('judge', slices)).flat()
  const milliseconds = performance.now() - began
  delay.disable()
  clearInterval(watch)
  combineJudgements(judgements, options)
  return { milliseconds, megabytes: most / MEGABYTE, pause: delay.max / 1e6 }
}
