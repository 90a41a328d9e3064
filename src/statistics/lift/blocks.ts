import type { LiftData } from './lift-data.js'

/** The time before the window in blocks of a week, the last ending the day before it; the first may be shorter. */
export interface Blocks {
  count: number
  /** Days of each block. */
  days: Float64Array
  /** Registrations by district and block, filled where masked or not known. */
  totals: readonly Float64Array[]
  /** Share of each that was really counted. */
  counted: readonly Float64Array[]
}

const WEEK = 7

/** Cuts the days before the window into blocks. districts × days steps. */
export function weeklyBlocks({ daily, use, length }: LiftData): Blocks {
  const edge = daily[0]!.length - length
  const count = Math.ceil(edge / WEEK)
  const blockOf = (c: number) => count - 1 - Math.floor((edge - 1 - c) / WEEK)
  const days = new Float64Array(count)
  for (let c = 0; c < edge; c++) days[blockOf(c)]!++
  const totals = daily.map(() => new Float64Array(count))
  const counted = daily.map(() => new Float64Array(count))
  for (let i = 0; i < daily.length; i++) {
    for (let c = 0; c < edge; c++) {
      const w = blockOf(c)
      totals[i]![w]! += daily[i]![c]!
      counted[i]![w]! += use[i]![c]! / days[w]!
    }
  }
  return { count, days, totals, counted }
}

/** Mean registrations a day of each district over all blocks. */
export function meansOf({ totals, days }: Blocks): Float64Array {
  const all = days.reduce((sum, value) => sum + value, 0)
  return Float64Array.from(totals, row => row.reduce((sum, value) => sum + value, 0) / all)
}

/** How much the pool as a whole was above its own mean in each block: 0.1 = 10 % above. */
export function commonMovement({ totals, days, count }: Blocks, pool: readonly number[]): Float64Array {
  const movement = new Float64Array(count)
  let mean = 0
  for (const i of pool) for (let w = 0; w < count; w++) movement[w]! += totals[i]![w]!
  for (let w = 0; w < count; w++) mean += movement[w]!
  mean /= days.reduce((sum, value) => sum + value, 0)
  return movement.map((total, w) => (mean > 0 ? total / (mean * days[w]!) - 1 : 0))
}
