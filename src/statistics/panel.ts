/** Counts of one stream of one kind: one row per district, one column per day. */
export interface Panel {
  /** Whole numbers ≥ 0; ignored where `known` is 0. */
  counts: readonly Float64Array[]
  /** 1 = reported and complete; 0 = not known (nothing is ever filled in). */
  known: readonly Uint8Array[]
  /** Weekday of day 0: 0 = Monday … 6 = Sunday. */
  firstWeekday: number
}

/** Cells of a panel: 1 = in, 0 = out; same shape as the panel. */
export type CellMask = readonly Uint8Array[]

/** Days with an effect of their own that comes back, such as Ramadan or Lebaran. */
export interface HolidayFamily {
  name: string
  /** Indexes of its days on the panel's axis; those outside (−400 … days + 400) are allowed and used for edges. */
  days: readonly number[]
  /** Days before and after a block of holidays that have an effect of their own; default: by the block's length. */
  before?: number
  after?: number
}

export interface Shape {
  districts: number
  days: number
}

/**
 * Shape of a panel, after checking that it is one: rows of equal length, whole counts ≥ 0 wherever known, a weekday
 * from 0 to 6. Refuses anything else with a RangeError naming the district and day. districts × days steps.
 */
export function checkPanel(panel: Panel): Shape {
  const districts = panel.counts.length
  const days = panel.counts[0]?.length ?? 0
  if (districts === 0 || days === 0) throw new RangeError('a panel needs at least one district and one day')
  if (panel.known.length !== districts)
    throw new RangeError('a panel needs as many rows of known as of counts')
  if (!(Number.isInteger(panel.firstWeekday) && panel.firstWeekday >= 0 && panel.firstWeekday <= 6))
    throw new RangeError(`firstWeekday must be 0 (Monday) to 6, got ${panel.firstWeekday}`)
  for (let i = 0; i < districts; i++) checkRow(panel.counts[i]!, panel.known[i]!, { district: i, days })
  return { districts, days }
}

function checkRow(
  counts: Float64Array,
  known: Uint8Array,
  { district, days }: { district: number; days: number },
) {
  if (counts.length !== days || known.length !== days)
    throw new RangeError(
      `district ${district} has ${counts.length} days and ${known.length} known, not ${days}`,
    )
  for (let t = 0; t < days; t++) {
    const count = counts[t]!
    if (known[t] !== 0 && !(count >= 0 && Number.isInteger(count)))
      throw new RangeError(`district ${district} day ${t}: ${count} is not a whole number of at least 0`)
  }
}

/** Refuses, with a RangeError, a mask whose shape is not that of the panel. */
export function checkMask(mask: CellMask, shape: Shape, name: string): void {
  if (mask.length !== shape.districts || mask.some(row => row.length !== shape.days))
    throw new RangeError(`${name} must have ${shape.districts} rows of ${shape.days} days`)
}

/** Refuses, with a RangeError, district indexes that are repeated or not in the panel. */
export function checkDistricts(indexes: readonly number[], shape: Shape, name: string): void {
  const seen = new Set<number>()
  for (const i of indexes) {
    if (!Number.isInteger(i) || i < 0 || i >= shape.districts || seen.has(i))
      throw new RangeError(`${name}: ${i} is repeated or not a district of the panel`)
    seen.add(i)
  }
}

/** Refuses, with a RangeError, a span of days [from, to) that is empty, not whole or outside the panel. */
export function checkSpan(from: number, to: number, days: number): void {
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to > days || from >= to)
    throw new RangeError(`[${from}, ${to}) is not a span of days within 0 … ${days}`)
}

/** A mask with nothing in it. */
export function emptyMask(shape: Shape): Uint8Array[] {
  return Array.from({ length: shape.districts }, () => new Uint8Array(shape.days))
}
