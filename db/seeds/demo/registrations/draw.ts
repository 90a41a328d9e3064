/** Draws what really came: every cell from a stream of its own, so that a change in one moves no other. */
import { dayNumber, daysFrom, type Day } from '../../../../src/domain/time.js'
import type { RandomStream } from '../../../../src/statistics/random.js'
import { chance } from '../season.js'
import { readTable } from '../tables.js'
import type { StreamId } from './calendar.js'
import type { Expectation, Level } from './expected.js'

export interface Lot {
  size: number
  /** The how-manieth firm of its district. */
  firm: number
  weeksLate: number
}

export interface DrawnCell {
  district: string
  stream: StreamId
  day: Day
  /** How many of the day became known with the first, second, third and fourth weekly report. */
  known: number[]
  lots: Lot[]
}

/** Days of one district are a little more uneven than chance alone: negative binomial with this size. */
const evenness = 40
/** What is not in lots: one or two workers added by firms that are members already. */
const addedSingly = 0.35
/** Sizes of lots are log-normal: half have up to 6 workers, one in fifty over 40. */
const lotSize = { mean: 1.75, sd: 0.95, most: 150, average: 9.4 }
const firmsPerDistrict = 180
/** Shares of what comes in by the first report of a week and by the three after it. */
const reports = [0.84, 0.125, 0.025, 0.01]

export const latestReport = reports.length

export function drawCells(
  root: string,
  levels: readonly Level[],
  given: { expectation: Expectation; firstDay: Day; lastDay: Day },
): DrawnCell[] {
  const giants = readTable<'day' | 'district' | 'size'>(root, 'registrations/giants')
  const days = daysFrom(given.firstDay, given.lastDay)
  return levels.flatMap((level, row) =>
    days.flatMap(day => {
      const giant = giants.filter(found => found.day === day && found.district === level.district)
      return [
        drawSelf(given.expectation.pushed({ level, stream: 'self', day }), { row, level, day }),
        drawEmployer(
          given.expectation.pushed({ level, stream: 'employer', day }),
          { row, level, day },
          giant.map(g => Number(g.size)),
        ),
      ]
    }),
  )
}

interface Place {
  row: number
  level: Level
  day: Day
}

function drawSelf(mean: number, { row, level, day }: Place): DrawnCell {
  const count = chance('count', row, dayNumber(day)).negativeBinomial(mean, evenness)
  const known = spread(count, chance('late', row, dayNumber(day)))
  return { district: level.district, stream: 'self', day, known, lots: [] }
}

function drawEmployer(mean: number, { row, level, day }: Place, giants: number[]): DrawnCell {
  const stream = chance('lots', row, dayNumber(day))
  const singly = stream.negativeBinomial(mean * addedSingly, evenness)
  const lots = Array.from({ length: stream.poisson((mean * (1 - addedSingly)) / lotSize.average) }, () =>
    drawLot(stream),
  )
  for (const size of giants) lots.push({ ...drawLot(stream), size })
  const late = chance('late', row, dayNumber(day), 1)
  const known = spread(singly, late)
  for (const lot of lots) {
    lot.weeksLate = weeksLate(late)
    known[lot.weeksLate]! += lot.size
  }
  return { district: level.district, stream: 'employer', day, known, lots }
}

function drawLot(stream: RandomStream): Lot {
  const size = 1 + Math.floor(Math.exp(lotSize.mean + lotSize.sd * stream.normal()))
  return { size: Math.min(lotSize.most, size), firm: stream.below(firmsPerDistrict), weeksLate: 0 }
}

function spread(count: number, stream: RandomStream): number[] {
  const known = reports.map(() => 0)
  for (let one = 0; one < count; one++) known[weeksLate(stream)]!++
  return known
}

function weeksLate(stream: RandomStream): number {
  let left = stream.uniform()
  for (const [weeks, share] of reports.entries()) if ((left -= share) < 0) return weeks
  return reports.length - 1
}
