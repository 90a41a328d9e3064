import { readNumbers } from '../panels/given-files.js'

export interface GivenSeries {
  counts: Float64Array[]
  holidays: number[]
  /** Seven-day spikes: series, first day, size in percent and the additional registrations. */
  spikes: { series: number; from: number; percent: number; more: number[] }[]
}

/** The given daily series with their holidays and spikes; null where they are not here. */
export function givenSeries(folder: string): GivenSeries | null {
  const base = readNumbers(folder, 'series/base.csv.gz')
  const spikes = readNumbers(folder, 'series/inc.csv.gz')
  const holidays = readNumbers(folder, 'series/holidays.csv')
  if (base === null || spikes === null || holidays === null) return null
  return {
    counts: base.map(([, , ...counts]) => Float64Array.from(counts)),
    holidays: holidays.map(([, day]) => day! - 1),
    spikes: spikes.map(([series, percent, day, ...more]) => {
      return { series: series! - 1, from: day! - 1, percent: percent!, more }
    }),
  }
}

/** First weekday of the given series: 1 January 2021 was a Friday. */
export const GIVEN_WEEKDAY = 4
