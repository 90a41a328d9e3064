import type { RandomStream } from '../../../../src/statistics/random.js'
import { drawCounts } from '../panels/test-panel.js'
import { grid, logSizes, wave, weekday } from '../panels/paths.js'

/** Years of daily registrations with season, trend, common and own waves, and a holiday that wanders through the year. */
export interface SeasonSeries {
  means: Float64Array[]
  counts: Float64Array[]
  /** Days of the holidays. */
  holidays: number[]
}

const FIRST_HOLIDAY = 130
const HOLIDAY_DAYS = 10
const LUNAR_YEAR = 354
const YEAR = 365.25

export function seasonSeries(
  { districts, days }: { districts: number; days: number },
  stream: RandomStream,
): SeasonSeries {
  const sizes = logSizes(districts, stream)
  const common = wave(days, { memory: 0.97, deviation: 0.08 }, stream)
  const own = Array.from(sizes, () => wave(days, { memory: 0.95, deviation: 0.07 }, stream))
  const depth = sizes.map(() => 0.4 + 0.8 * stream.uniform())
  const trend = sizes.map(() => 0.08 * stream.normal())
  const season = sizes.map(() => 0.15 * stream.uniform())
  const phase = sizes.map(() => 2 * Math.PI * stream.uniform())
  const holidays: number[] = []
  for (let first = FIRST_HOLIDAY; first < days; first += LUNAR_YEAR)
    for (let t = first; t < Math.min(days, first + HOLIDAY_DAYS); t++) holidays.push(t)
  const isHoliday = new Set(holidays)
  const means = grid({ districts, days }, (i, t) => {
    const slow = trend[i]! * (t / YEAR) + season[i]! * Math.sin((2 * Math.PI * t) / YEAR + phase[i]!)
    return Math.exp(
      sizes[i]! + weekday(t) + slow + common[t]! + own[i]![t]! - (isHoliday.has(t) ? depth[i]! : 0),
    )
  })
  return { means, counts: drawCounts(means, stream), holidays }
}
