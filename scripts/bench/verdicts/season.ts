/**
 * A made-up season whose truth is known: fourteen districts, two streams, lots, holidays, field events, overlapping
 * campaigns and confirmations that are missing or thin. Nothing of the engine is used but its source of chance.
 */
import type { BroadcastState } from '../../../src/domain/broadcast.js'
import type { FieldEvent } from '../../../src/domain/field-event.js'
import type { Coverage } from '../../../src/domain/outlet.js'
import { addDays, daysFrom, weekdayOf, type Day } from '../../../src/domain/time.js'
import { randomStream, type RandomStream } from '../../../src/statistics/random.js'
import { drawBroadcasts } from './broadcasts.js'
import { districtCodes, type MadeCampaign } from './campaign.js'

export const streams = ['self', 'employer'] as const

export interface MadeSeason {
  districtCodes: string[]
  firstDay: Day
  lastDay: Day
  campaigns: MadeCampaign[]
  events: FieldEvent[]
  coverage: Coverage[]
  broadcasts: BroadcastState[]
  /** By stream, district and day: what was registered, and what would have been without campaigns (on average). */
  counts: Record<(typeof streams)[number], Float64Array[]>
  usual: Float64Array[]
  extra: Map<string, Float64Array[]>
}

const [firstDay, lastDay] = ['2010-01-01', '2011-12-31']
const days = daysFrom(firstDay, lastDay)
/** Lebaran and year ends: a dip before and during, some catching up after. */
const feasts = ['2010-09-10', '2011-08-30', '2010-12-31', '2011-12-31']

export function drawSeason(seed: number, number: number): MadeSeason {
  const chance = randomStream(seed, 4001, number)
  const campaigns = drawCampaigns(chance)
  const events = drawEvents(chance)
  const usual = drawUsual(chance)
  const extra = new Map(campaigns.map(campaign => [campaign.id, extraOf(campaign, usual)]))
  const pushed = usual.map((row, i) => row.map((mean, t) => mean * (1 + pushOf(events, i, t))))
  const self = pushed.map((row, i) =>
    row.map((mean, t) => {
      const more = campaigns.reduce((sum, { id }) => sum + extra.get(id)![i]![t]!, 0)
      return chance.negativeBinomial(mean + more, 25)
    }),
  )
  const employer = pushed.map(row => row.map(mean => drawLots(0.5 * mean, chance)))
  const { coverage, broadcasts } = drawBroadcasts(campaigns, chance)
  const counts = { self, employer }
  return { districtCodes, firstDay, lastDay, campaigns, events, coverage, broadcasts, counts, usual, extra }
}

/** One that works, on half of the districts for four weeks; three that do not. Any of them may overlap. */
function drawCampaigns(chance: RandomStream): MadeCampaign[] {
  const one = (id: string, size: number, { length, lift }: { length: number; lift: number }) => {
    const places = Int32Array.from(districtCodes.keys())
    chance.shuffle(places)
    const start = 365 + 20 + chance.below(250)
    const codes = Array.from(places.subarray(0, size), place => districtCodes[place]!)
    return { id, districtCodes: codes.toSorted(), firstDay: addDays(firstDay, start), days: length, lift }
  }
  const idle = [1, 2, 3].map(k =>
    one(`idle-${k}`, 2 + chance.below(4), { length: 14 + 7 * chance.below(3), lift: 0 }),
  )
  return [one('works', 7, { length: 28, lift: 0.3 }), ...idle]
}

function drawEvents(chance: RandomStream): FieldEvent[] {
  return Array.from({ length: 3 }, (_, k) => {
    const day = addDays(firstDay, 365 + chance.below(340))
    const codes = [districtCodes[chance.below(14)]!, districtCodes[chance.below(14)]!]
    return {
      id: `event-${k}`,
      kind: 'job-fair' as const,
      title: `Event ${k}`,
      firstDay: day,
      lastDay: addDays(day, 4),
      note: '',
      districtCodes: [...new Set(codes)],
      createdBy: '',
      createdAt: '',
      cancelledAt: null,
      version: 1,
    }
  })
}

function pushOf(events: readonly FieldEvent[], district: number, t: number): number {
  const day = days[t]!
  const touched = events.some(
    e => e.districtCodes.includes(districtCodes[district]!) && day >= e.firstDay && day <= e.lastDay,
  )
  return touched ? 0.4 : 0
}

/** Levels from a village to a city, a common path, paths of their own, weekdays, and feasts felt unequally. */
function drawUsual(chance: RandomStream): Float64Array[] {
  const common = path(0.97, 0.035, chance)
  return districtCodes.map(() => {
    const level = Math.exp(Math.log(9) + 0.7 * chance.normal())
    const own = path(0.93, 0.03, chance)
    const loading = 0.7 + 0.6 * chance.uniform()
    const dip = 0.3 + 0.5 * chance.uniform()
    const trend = 0.0003 * chance.normal()
    return Float64Array.from(days, (day, t) => {
      const week = weekdayOf(day) > 4 ? 0.45 : 1.2
      return level * week * Math.exp(loading * common[t]! + own[t]! + trend * t) * feast(day, dip)
    })
  })
}

function feast(day: Day, dip: number): number {
  for (const at of feasts) {
    if (day >= addDays(at, -3) && day <= addDays(at, 4)) return 1 - dip
    if (day > addDays(at, 4) && day <= addDays(at, 14)) return 1 + 0.2 * dip
  }
  return 1
}

function path(memory: number, deviation: number, chance: RandomStream): Float64Array {
  let at = 0
  return Float64Array.from(days, () => (at = memory * at + deviation * chance.normal()))
}

function extraOf(
  { districtCodes: codes, firstDay: from, days: length, lift }: MadeCampaign,
  usual: Float64Array[],
) {
  const to = addDays(from, length)
  return usual.map((row, i) =>
    row.map((mean, t) => {
      const on = codes.includes(districtCodes[i]!) && days[t]! >= from && days[t]! < to
      return on ? lift * mean : 0
    }),
  )
}

/** Firms enrol all their workers at once: rarely, and many. */
function drawLots(mean: number, chance: RandomStream): number {
  let sum = 0
  for (let lots = chance.poisson(mean / 12); lots > 0; lots--) sum += 1 + chance.negativeBinomial(11, 0.6)
  return sum
}
