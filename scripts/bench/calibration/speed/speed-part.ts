import { estimateLift, judgeFlights, type Flight } from '../../../../src/statistics/index.js'
import { median } from '../../print.js'
import { generators } from '../panels/generators.js'
import { panelsOf, type TestPanel } from '../panels/test-panel.js'
import type { Part } from '../part.js'
import { figure, type CalibrationFigure, type CalibrationSetting, type Gate } from '../results.js'
import { judgeTenYears } from './ten-years.js'

const TEN_YEARS = 3650

/** Times on this machine, one thread unless said otherwise; medians. */
export const speedPart: Part = async ({ pool, sizes, seed }) => {
  const small = timeLift({ districts: 14, days: 120, before: 90, seed, rounds: 100 })
  const half = timeLift({ districts: 257, days: 730, before: 700, seed, rounds: 5 })
  const large = timeLift({ districts: 514, days: 730, before: 700, seed, rounds: 5 })
  const shorter = timeLift({ districts: 514, days: 365, before: 335, seed, rounds: 5 })
  const found = [
    time('lift', small, { districts: 14, days: 120 }, { atMost: 4 }),
    time('lift', large, { districts: 514, days: 730 }, { atMost: 1000 }),
    grows('lift-by-districts', large / half, { districts: 514, days: 730 }),
    grows('lift-by-days', large / shorter, { districts: 514, days: 730 }),
    time('season', timeSeason(seed), { districts: 14, days: 400 }, { atMost: 1000 }),
  ]
  const few = await judgeTenYears(pool, { seed, days: 1825, judged: sizes.judgedDays })
  const many = await judgeTenYears(pool, { seed, days: TEN_YEARS, judged: sizes.judgedDays })
  const size = { districts: 514, days: TEN_YEARS }
  return [
    ...found,
    time('spikes-two-workers', many.milliseconds, size),
    time('page-thread-pause', many.pause, size, { atMost: 100 }),
    figure({ ...setting('spikes-two-workers', size), measure: 'megabytes' }, many.megabytes, { trials: 1 }),
    grows('spikes-by-days', many.milliseconds / few.milliseconds, size),
  ]
}

type Size = { districts: number; days: number }

function setting(data: string, size: Size): Omit<CalibrationSetting, 'measure'> {
  return { part: 'speed', data, method: 'gaung', ...size }
}

function time(data: string, milliseconds: number, size: Size, gate: Gate | null = null): CalibrationFigure {
  return figure({ ...setting(data, size), measure: 'milliseconds' }, milliseconds, { trials: 1, gate })
}

/** Exponent of growth when the size doubles: 1 = twice as long. */
function grows(data: string, ratio: number, size: Size): CalibrationFigure {
  return figure({ ...setting(data, size), measure: 'growth' }, Math.log2(ratio), {
    trials: 1,
    gate: { atMost: 1.3 },
  })
}

interface LiftTiming extends Size {
  before: number
  seed: number
  rounds: number
}

/** Rounds before those that are timed, as many times over. */
const WARM_UP = 1

function timeLift({ districts, days, before, seed, rounds }: LiftTiming): number {
  const from = days - 30
  const exposed = Math.max(3, Math.round(districts / 13))
  const request = { districts, exposed, days, from }
  const times = Array.from({ length: WARM_UP * rounds + rounds }, (_, round) => {
    const [panel] = panelsOf(generators.hard, request, { lifts: [0.2], path: [seed, 811, round] })
    return timeOne(panel!, before)
  })
  return median(times.slice(WARM_UP * rounds))
}

function timeOne({ counts, exposed, window }: TestPanel, before: number): number {
  const known = counts.map(row => new Uint8Array(row.length).fill(1))
  const panel = { counts, known, firstWeekday: 0 }
  const began = performance.now()
  estimateLift(panel, { exposed, window, before, checks: false })
  return performance.now() - began
}

const FLIGHTS = 12

/** Twelve flights over a year of fourteen districts, with all checks. */
function timeSeason(seed: number): number {
  const request = { districts: 14, exposed: 3, days: 400, from: 370 }
  const [{ counts }] = panelsOf(generators.hard, request, { lifts: [0], path: [seed, 812] }) as [TestPanel]
  const known = counts.map(row => new Uint8Array(row.length).fill(1))
  const flights = Array.from({ length: FLIGHTS }, (_, f): Flight => {
    const from = 95 + 24 * f
    return { districts: [f % 14, (f + 5) % 14, (f + 9) % 14], from, to: from + 14, carryOver: 14, washOut: 7 }
  })
  const began = performance.now()
  judgeFlights({ counts, known, firstWeekday: 0 }, flights)
  return performance.now() - began
}
