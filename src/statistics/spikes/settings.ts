import type { CellMask, HolidayFamily } from '../panel.js'

export interface SpikeOptions {
  /** Judged days [from, to). */
  from: number
  to: number
  holidays: readonly HolidayFamily[]
  /** 1 = exposed or in a wash-out: judged, but left out of the baseline. */
  masked?: CellMask
  /** Largest share of each cell's count that one import batch brought, 0 to 1; for 'suspected bulk entry'. */
  largestBatchShare?: readonly Float64Array[]
  /** P-value below which a district-day is watched; default .01. */
  watch?: number
  /** False discovery rate at which a district-day is an alert; default .05. */
  alert?: number
  historyDays?: number
  guardDays?: number
  refitDays?: number
  leastDays?: number
  seasonalDays?: number
  leastMean?: number
}

export interface SpikeSettings {
  from: number
  to: number
  watch: number
  alert: number
  /** Days of history a baseline may use. */
  historyDays: number
  /** Days before the judged block that are left out of it. */
  guardDays: number
  refitDays: number
  /** Fewest days a baseline is learnt from. */
  leastDays: number
  /** From so many days on the baseline has a trend and annual harmonics. */
  seasonalDays: number
  /** Below this expected count a day only sums of seven days are judged. */
  leastMean: number
}

/** How often chance alone raises a sign: the p-value of a watched district-day, and the false discovery rate of alerts. */
export const spikeChances = { watch: 0.01, alert: 0.05 }

/** Options with the defaults of the method filled in. */
export function spikeSettings(options: SpikeOptions): SpikeSettings {
  return {
    from: options.from,
    to: options.to,
    watch: options.watch ?? spikeChances.watch,
    alert: options.alert ?? spikeChances.alert,
    historyDays: options.historyDays ?? 1095,
    guardDays: options.guardDays ?? 14,
    refitDays: options.refitDays ?? 28,
    leastDays: options.leastDays ?? 28,
    seasonalDays: options.seasonalDays ?? 500,
    leastMean: options.leastMean ?? 0.5,
  }
}

/** Longest sum judged is seven days: the six days before `from` are needed too. */
const LEAD = 6

/** First day for which an expectation is computed. */
export function firstDayOf({ from }: SpikeSettings): number {
  return Math.max(0, from - LEAD)
}

export interface BlockOfDays {
  /** Days [start, end) judged with one fit. */
  start: number
  end: number
  training: { from: number; to: number }
}

/** The stretches that are judged with one fit each. */
export function blocksOf(settings: SpikeSettings): BlockOfDays[] {
  const blocks: BlockOfDays[] = []
  for (let start = firstDayOf(settings); start < settings.to; start += settings.refitDays) {
    const to = Math.max(0, start - settings.guardDays)
    const training = { from: Math.max(0, to - settings.historyDays), to }
    blocks.push({ start, end: Math.min(settings.to, start + settings.refitDays), training })
  }
  return blocks
}
