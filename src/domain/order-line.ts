import { priceOn, type LineRate } from './line-price.js'
import type { Problem } from './problem.js'
import type { Day, Minute } from './time.js'
import { daysFrom, weekdayOf } from './time.js'

export const formats = [
  'spot',
  'adlib',
  'talk-show',
  'news-item',
  'running-text',
  'display',
  'advertorial',
  'banner',
  'social-post',
] as const
export type Format = (typeof formats)[number]

export const priceKinds = ['paid', 'negotiated', 'free'] as const
export type PriceKind = (typeof priceKinds)[number]

/** What is to be run how often between two days: expands into broadcasts. */
export interface OrderLine {
  id: string
  /** The same line in every version of an order; broadcasts hold on to it. */
  lineKey: string
  position: number
  format: Format
  firstDay: Day
  lastDay: Day
  /** 0 = Monday … 6 = Sunday. */
  weekdays: number[]
  fromMinute: Minute
  /** May pass 1,440: a daypart that crosses midnight. */
  toMinute: Minute
  runsPerDay: number
  seconds: number | null
  millimetres: number | null
  priceKind: PriceKind
  /** Agreed for one run; 0 where the outlet's rates say the price. */
  rupiah: number
  /** The outlet's rates on the line's days; null where a price was agreed. */
  rates: LineRate[] | null
  skipHolidays: boolean
  materials: { materialId: string; weight: number }[]
}

/** A line as it is written, before it has a place in an order and a price by the outlet's rates. */
export interface LinePlan extends Omit<OrderLine, 'id' | 'lineKey' | 'position' | 'rates'> {
  /** Priced by the outlet's rates instead of `rupiah`. */
  byRate?: boolean
}

/** What is wrong with a line by itself and within its campaign, by field; nothing when it may stand. */
export function lineProblems(
  line: LinePlan,
  campaign: { firstDay: Day; lastDay: Day },
): Record<string, Problem> {
  if (line.lastDay < line.firstDay) return { lastDay: { code: 'days-reversed' } }
  if (line.firstDay < campaign.firstDay || line.lastDay > campaign.lastDay) {
    return { firstDay: { code: 'flight-outside-campaign' } }
  }
  if (line.toMinute <= line.fromMinute) return { toMinute: { code: 'daypart-empty' } }
  const days = daysFrom(line.firstDay, line.lastDay)
  return days.some(day => line.weekdays.includes(weekdayOf(day)))
    ? {}
    : { weekdays: { code: 'no-weekday-in-flight' } }
}

/** One run as a line plans it: the how-manieth of its day, its share of the daypart, its material. */
export interface PlannedRun {
  lineKey: string
  day: Day
  ordinal: number
  fromMinute: Minute
  toMinute: Minute
  materialId: string
  rupiah: number
}

/** The days a line runs on: the chosen weekdays of its flight, without holidays where it says so. */
export function runDays(
  line: Pick<OrderLine, 'firstDay' | 'lastDay' | 'weekdays' | 'skipHolidays'>,
  holidays: ReadonlySet<Day>,
): Day[] {
  return daysFrom(line.firstDay, line.lastDay).filter(
    day => line.weekdays.includes(weekdayOf(day)) && !(line.skipHolidays && holidays.has(day)),
  )
}

/** Expands a line: on each of its days `runsPerDay` runs that share the daypart evenly and take turns in material. */
export function plannedRuns(line: OrderLine, holidays: ReadonlySet<Day>): PlannedRun[] {
  const rotation = rotationOf(line)
  return runDays(line, holidays).flatMap((day, before) =>
    Array.from({ length: line.runsPerDay }, (_, index) => ({
      lineKey: line.lineKey,
      day,
      ordinal: index + 1,
      ...shareOfDaypart(line, index),
      materialId: rotation[(before * line.runsPerDay + index) % rotation.length]!,
      rupiah: priceOn(line, day),
    })),
  )
}

/** Each material as often as its weight says, spread out: A A B with weights 2 and 1 becomes A B A. */
function rotationOf(line: OrderLine): string[] {
  const total = line.materials.reduce((sum, { weight }) => sum + weight, 0)
  const credit = line.materials.map(() => 0)
  return Array.from({ length: total }, () => {
    line.materials.forEach(({ weight }, i) => (credit[i]! += weight))
    const next = credit.indexOf(Math.max(...credit))
    credit[next]! -= total
    return line.materials[next]!.materialId
  })
}

function shareOfDaypart(line: OrderLine, index: number): { fromMinute: Minute; toMinute: Minute } {
  const width = (line.toMinute - line.fromMinute) / line.runsPerDay
  return {
    fromMinute: line.fromMinute + Math.round(index * width),
    toMinute: line.fromMinute + Math.round((index + 1) * width),
  }
}
