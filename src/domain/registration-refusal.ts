/** Why a row of a sheet is not taken: told with its line, its column and what stands there. */
export const refusalReasons = [
  'day-missing',
  'day-unreadable',
  'weekday-wrong',
  'day-unsure',
  'day-in-future',
  'day-too-early',
  'district-missing',
  'district-unknown',
  'district-not-then',
  'stream-missing',
  'stream-unknown',
  'dash-unclear',
  'count-negative',
  'count-fraction',
  'count-unreadable',
  'count-impossible',
  'firm-missing',
  'size-missing',
  'one-day-needed',
  'conflicting',
  'inside-span',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

export interface Refusal {
  line: number
  column: string
  text: string
  reason: RefusalReason
  /** A line, a day or a number the sentence needs. */
  detail: string | number | null
  /** The heading of the count, where one line of the file holds several rows. */
  place?: string
}

/** One row may be refused for several cells; it is one row. A line of a wide sheet holds a row per place. */
export function refusedLines(refusals: readonly Refusal[]): number {
  return new Set(refusals.map(({ line, place = '' }) => `${line} ${place}`)).size
}
