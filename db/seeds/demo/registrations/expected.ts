/** What each district can expect on each day in each stream, with and without what was planted. */
import type { Holiday, Ramadan } from '../../../../src/domain/holiday.js'
import { dayNumber, type Day } from '../../../../src/domain/time.js'
import { readTable } from '../tables.js'
import { chance } from '../season.js'
import { calendarFactors, type StreamId } from './calendar.js'

export interface Level {
  district: string
  /** Mean of a working day at the beginning of 2011. */
  mean: Record<StreamId, number>
  /** Growth in a year. */
  growth: number
}

export function readLevels(root: string): Level[] {
  const rows = readTable<'district' | 'self' | 'employer' | 'growth'>(root, 'registrations/levels')
  return rows.map(row => ({
    district: row.district,
    mean: { self: Number(row.self), employer: Number(row.employer) },
    growth: Number(row.growth),
  }))
}

/** Multiplies what would have come: a campaign that works, an inspection, an outage. */
export interface Push {
  district: string
  stream: StreamId
  firstDay: Day
  lastDay: Day
  /** Days after the last on which the effect fades out in a straight line. */
  fadingDays: number
  /** .4 is 40 % more, −.6 is 60 % less. */
  size: number
}

export interface Cell {
  level: Level
  stream: StreamId
  day: Day
}

export interface Expectation {
  /** Without anything planted. */
  usual(cell: Cell): number
  /** What the planted pushes make of it. */
  pushed(cell: Cell): number
}

/** Slow ups and downs of each district's own: each week keeps a part of the last one's deviation. */
const ownDrift = { sd: 0.02, kept: 0.6 }
const commonDrift = { sd: 0.05, kept: 0.5 }
/** How unequally deep Lebaran cuts into the districts. */
const lebaranSpread = 0.12

export function expectation(given: {
  levels: readonly Level[]
  pushes: readonly Push[]
  holidays: readonly Holiday[]
  ramadans: readonly Ramadan[]
  firstDay: Day
  lastDay: Day
}): Expectation {
  const calendar = calendarFactors(given.holidays, given.ramadans)
  const weekOf = (day: Day) => Math.floor((dayNumber(day) - dayNumber(given.firstDay)) / 7)
  const weeks = weekOf(given.lastDay) + 1
  const common = { self: drift(commonDrift, weeks, 0, 0), employer: drift(commonDrift, weeks, 0, 1) }
  const own = new Map(
    given.levels.map(({ district }, i) => [
      district,
      { self: drift(ownDrift, weeks, i + 1, 0), employer: drift(ownDrift, weeks, i + 1, 1) },
    ]),
  )
  const depth = new Map(
    given.levels.map(({ district }, i) => [district, 1 + lebaranSpread * chance('drift', i + 1, 2).normal()]),
  )
  const usual = ({ level, stream, day }: Cell) =>
    level.mean[stream] *
    (1 + level.growth) ** ((dayNumber(day) - dayNumber('2011-01-01')) / 365.25) *
    calendar.of(stream, day) *
    calendar.lebaran(day) ** depth.get(level.district)! *
    Math.exp(common[stream][weekOf(day)]! + own.get(level.district)![stream][weekOf(day)]!)
  const pushed = (cell: Cell) => {
    const factor = given.pushes.reduce((product, push) => product * pushFactor(push, cell), 1)
    return usual(cell) * factor
  }
  return { usual, pushed }
}

function pushFactor(push: Push, { level, stream, day }: Cell): number {
  if (push.district !== level.district || push.stream !== stream || day < push.firstDay) return 1
  const after = dayNumber(day) - dayNumber(push.lastDay)
  const left = after <= 0 ? 1 : Math.max(0, 1 - after / (push.fadingDays + 1))
  return 1 + push.size * left
}

function drift({ sd, kept }: typeof ownDrift, weeks: number, ...path: number[]): Float64Array {
  const stream = chance('drift', ...path)
  const fresh = sd * Math.sqrt(1 - kept * kept)
  const values = new Float64Array(weeks)
  for (let week = 0; week < weeks; week++)
    values[week] = (week === 0 ? sd : fresh) * stream.normal() + kept * (values[week - 1] ?? 0)
  return values
}
