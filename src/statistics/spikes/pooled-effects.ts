import type { Panel } from '../panel.js'
import { baselineFitter, type Baseline, type BaselinePrior } from './baseline.js'
import type { CalendarDesign } from './calendar-design.js'
import { blocksOf, type SpikeSettings } from './settings.js'

/** Calendar effects for one block of judged days, from all districts together. */
export interface PooledEffects {
  /** Log effects by column of the seasonal design. */
  effects: Float64Array
  /** Days on which each column was other than 0 in the pooled series. */
  support: Int32Array
}

/** How far a district's own effects may differ from the pooled ones: standard deviations on the log scale. */
const DEVIATION = { weekday: 0.1, season: 0.15, trendPerYear: 0.15, during: 0.3, beside: 0.15 }
/** With fewer districts the pooled series is too much the district itself. */
const LEAST_DISTRICTS = 5

/**
 * Weekday, season and holiday effects of the sum over all districts, one set per block of judged days, learnt only
 * from days before the block; null where that is too short or there are fewer than five districts. They are the prior
 * mean for every district, so that one that never saw a holiday can still be judged on it.
 * One baseline fit per block.
 */
export function poolEffects(
  panel: Panel,
  usable: readonly Uint8Array[],
  { design, settings }: { design: CalendarDesign; settings: SpikeSettings },
): (PooledEffects | null)[] {
  const blocks = blocksOf(settings)
  if (panel.counts.length < LEAST_DISTRICTS) return blocks.map(() => null)
  const total = totalOf(panel, usable)
  const fit = baselineFitter(design)
  const prior = { mean: new Float64Array(design.order), precision: design.precision }
  let last: Baseline | undefined
  return blocks.map(({ training: { from, to } }) => {
    const days = total.usable.subarray(from, to).reduce((sum, used) => sum + used, 0)
    if (days < settings.leastDays) return null
    last = fit({ ...total, from, to }, prior, last)
    const { coefficients, support } = last
    return { effects: coefficients, support }
  })
}

/** Prior of a district's coefficients: the design's own, calendar effects centred on the pooled ones where seen. */
export function districtPrior(design: CalendarDesign, pooled: PooledEffects | null): BaselinePrior {
  const mean = new Float64Array(design.order)
  const precision = design.precision.slice()
  if (pooled === null) return { mean, precision }
  const shift = pooled.effects.length - design.order
  for (let j = 1; j < design.order; j++) {
    const k = j < 7 ? j : j + shift
    if (pooled.support[k] === 0) continue
    mean[j] = pooled.effects[k]!
    precision[j] = deviationOf(design, j) ** -2
  }
  return { mean, precision }
}

function deviationOf({ firstHoliday }: CalendarDesign, column: number): number {
  if (column < 7) return DEVIATION.weekday
  if (column >= firstHoliday) return (column - firstHoliday) % 3 === 1 ? DEVIATION.during : DEVIATION.beside
  return column === 7 ? DEVIATION.trendPerYear : DEVIATION.season
}

/** Sum over districts; what is missing on a day is made up by the others' share, below half a day is left out. */
function totalOf(panel: Panel, usable: readonly Uint8Array[]): { counts: Float64Array; usable: Uint8Array } {
  const means = panel.counts.map((counts, i) => meanOf(counts, usable[i]!))
  const all = means.reduce((sum, mean) => sum + mean, 0)
  const days = usable[0]!.length
  const counts = new Float64Array(days)
  const enough = new Uint8Array(days)
  for (let t = 0; t < days; t++) {
    let present = 0
    for (let i = 0; i < means.length; i++) {
      if (usable[i]![t] === 0) continue
      present += means[i]!
      counts[t]! += panel.counts[i]![t]!
    }
    if (!(present > all / 2)) continue
    enough[t] = 1
    counts[t]! *= all / present
  }
  return { counts, usable: enough }
}

function meanOf(counts: Float64Array, usable: Uint8Array): number {
  let sum = 0
  let days = 0
  for (let t = 0; t < counts.length; t++) {
    if (usable[t] === 0) continue
    sum += counts[t]!
    days++
  }
  return days === 0 ? 0 : sum / days
}
