import { checkMask, checkPanel, checkSpan, type Panel } from '../panel.js'
import { calendarDesign } from './calendar-design.js'
import { combineJudgements, type SpikeReport } from './combine-judgements.js'
import { districtJudge, type DistrictJudgement } from './judge-district.js'
import { poolEffects, type PooledEffects } from './pooled-effects.js'
import { spikeSettings, type SpikeOptions } from './settings.js'

/**
 * Finds, per district, the days whose counts exceed what weekday, holidays, season and recent level allow, and tells
 * local spikes from shocks common to most districts. Method: README, "Baseline and spikes".
 *
 * Panel: districts × days of whole counts. Judged: days [from, to). Returns per district its status and, per judged
 * day, expected count, 98 % band, p-value and state; episodes; common shocks. Refuses malformed input with a
 * RangeError; a district or day that cannot be judged says why in its status or state.
 *
 * For many districts share the work: {@link poolSpikeEffects} once, {@link judgeSpikes} for slices of districts in
 * several workers, {@link combineJudgements} at the end; `findSpikes` is these three in a row.
 * About 1 ms per district and 28 judged days with three years of history.
 */
export function findSpikes(panel: Panel, options: SpikeOptions): SpikeReport {
  const pooled = poolSpikeEffects(panel, options)
  return combineJudgements(judgeSpikes(panel, options, { pooled }), options)
}

/** Holiday effects of all districts together, one set per block of judged days: what the slices share. */
export function poolSpikeEffects(panel: Panel, options: SpikeOptions): (PooledEffects | null)[] {
  const { days } = checkSpikeInput(panel, options)
  const design = calendarDesign(days, panel.firstWeekday, { holidays: options.holidays, seasonal: true })
  return poolEffects(panel, usableCells(panel, options), { design, settings: spikeSettings(options) })
}

/** Judges the districts of a panel, or of a slice of one; `firstDistrict` is the slice's place in the whole. */
export function judgeSpikes(
  panel: Panel,
  options: SpikeOptions,
  { pooled, firstDistrict = 0 }: { pooled: readonly (PooledEffects | null)[]; firstDistrict?: number },
): DistrictJudgement[] {
  const { days } = checkSpikeInput(panel, options)
  const usable = usableCells(panel, options)
  const { holidays } = options
  const judge = districtJudge({
    short: calendarDesign(days, panel.firstWeekday, { holidays, seasonal: false }),
    seasonal: calendarDesign(days, panel.firstWeekday, { holidays, seasonal: true }),
    pooled,
    settings: spikeSettings(options),
  })
  return panel.counts.map((counts, i) =>
    judge({ district: firstDistrict + i, counts, known: panel.known[i]!, usable: usable[i]! }),
  )
}

function checkSpikeInput(panel: Panel, options: SpikeOptions): { days: number } {
  const shape = checkPanel(panel)
  checkSpan(options.from, options.to, shape.days)
  if (options.masked !== undefined) checkMask(options.masked, shape, 'masked')
  return shape
}

function usableCells(panel: Panel, { masked }: SpikeOptions): Uint8Array[] {
  return panel.known.map((known, i) =>
    known.map((is, t) => (is !== 0 && (masked?.[i]?.[t] ?? 0) === 0 ? 1 : 0)),
  )
}
