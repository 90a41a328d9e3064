/** Warnings about the minutes of a plan: prayer, Ramadan's own programmes, the same material twice in one break. */
import { groupBy } from './group.js'
import { latestVersion } from './media-order.js'
import { plannedRuns, type OrderLine, type PlannedRun } from './order-line.js'
import { warning, type OrderWarning } from './order-warning.js'
import { prayers, prayerTimes, type Place, type Prayer } from './prayer-times.js'
import { daysFrom, weekdayOf, type Day, type Minute } from './time.js'
import type { WarningFacts } from './warn-order.js'

interface Slot {
  from: Minute
  to: Minute
}

/** Minutes that stations keep free or fill themselves; a custom of the trade, not a rule of law. */
const adhanMinutes = 10
const fridayMinutes = 45
const iftarMinutes = 30
const sahurFrom: Minute = 150
/** Breaks are about this far apart: two runs that begin nearer to each other may land in one. */
const breakMinutes = 15
/** A wide window leaves the station room to avoid a slot; a run is warned of when a quarter of its window is taken. */
const shareTaken = 0.25

export function warnOfTimes(facts: WarningFacts): OrderWarning[] {
  if (facts.outlet.medium !== 'radio' && facts.outlet.medium !== 'tv') return []
  return [...warnOfPrayers(facts), ...warnOfBreaks(facts)]
}

function warnOfPrayers(facts: WarningFacts): OrderWarning[] {
  const { order, holidays, ramadans, zone } = facts
  const place = placeOf(facts)
  if (!place) return []
  const fasting = new Set(ramadans.flatMap(({ firstDay, lastDay }) => daysFrom(firstDay, lastDay)))
  const times = remembered((day: Day) => prayerTimes(place, day, zone))
  return latestVersion(order).lines.flatMap(line => {
    const runs = plannedRuns(line, holidays)
    const prayed = runs.filter(run => isTaken(run, prayerSlots(times(run.day), run.day)))
    const fasted = runs.filter(run => fasting.has(run.day) && isTaken(run, ramadanSlots(times(run.day))))
    const values = { place: place.shortName, count: prayed.length }
    return [
      ...(prayed.length > 0 ? [warning('prayer-time', about(line), { days: daysOf(prayed), values })] : []),
      ...(fasted.length > 0
        ? [warning('ramadan', about(line), { days: daysOf(fasted), values: { count: fasted.length } })]
        : []),
    ]
  })
}

/** Where most of the outlet's listeners pray: its best covered district with a known place. */
function placeOf({ coverage, outlet, districts }: WarningFacts): (Place & { shortName: string }) | undefined {
  const own = coverage.filter(({ outletId }) => outletId === outlet.id).toSorted((a, b) => b.share - a.share)
  for (const { districtCode } of own) {
    const district = districts.find(({ code }) => code === districtCode)
    if (district?.latitude && district.longitude) {
      const { latitude, longitude, shortName } = district
      return { latitude, longitude, shortName }
    }
  }
  return undefined
}

function prayerSlots(times: Record<Prayer, Minute>, day: Day): Slot[] {
  const isFriday = weekdayOf(day) === 4
  return prayers.map(prayer => {
    const length = isFriday && prayer === 'dhuhr' ? fridayMinutes : adhanMinutes
    return { from: times[prayer], to: times[prayer] + length }
  })
}

/** Before dawn and around the breaking of the fast stations run programmes of their own. */
function ramadanSlots({ fajr, maghrib }: Record<Prayer, Minute>): Slot[] {
  return [
    { from: sahurFrom, to: fajr },
    { from: maghrib - iftarMinutes, to: maghrib + iftarMinutes },
  ]
}

/** Slots hold for the morning after as well, where a window crosses midnight; that is a minute off at most. */
function isTaken({ fromMinute, toMinute }: PlannedRun, slots: readonly Slot[]): boolean {
  const both = [...slots, ...slots.map(({ from, to }) => ({ from: from + 1440, to: to + 1440 }))]
  const minutes = both.map(slot => Math.min(slot.to, toMinute) - Math.max(slot.from, fromMinute))
  const taken = minutes.filter(count => count > 0).reduce((sum, count) => sum + count, 0)
  return taken > 0 && taken >= shareTaken * (toMinute - fromMinute)
}

/** One material at one outlet, in windows that overlap or begin within one break of each other. */
function warnOfBreaks({ order, orders, holidays }: WarningFacts): OrderWarning[] {
  const { lines } = latestVersion(order)
  const others = orders
    .filter(it => it.id !== order.id && it.outletId === order.outletId && !it.cancelledAt)
    .flatMap(it => latestVersion(it).lines)
  const runs = [...lines, ...others].flatMap(line => plannedRuns(line, holidays))
  const clashes = [...groupBy(runs, run => `${run.day} ${run.materialId}`).values()].flatMap(neighbours)
  return lines.flatMap(line => {
    const days = clashes.filter(run => run.lineKey === line.lineKey).map(({ day }) => day)
    return days.length > 0 ? [warning('same-break', about(line), { days })] : []
  })
}

/** The runs of one material on one day that stand too near to the one before them, with that one. */
export function neighbours<T extends Pick<PlannedRun, 'fromMinute' | 'toMinute'>>(runs: readonly T[]): T[] {
  const sorted = runs.toSorted((a, b) => a.fromMinute - b.fromMinute)
  const near = new Set<T>()
  for (const [index, run] of sorted.entries()) {
    const before = sorted[index - 1]
    const isNear =
      before && (run.fromMinute < before.toMinute || run.fromMinute - before.fromMinute < breakMinutes)
    if (isNear) near.add(before).add(run)
  }
  return [...near]
}

const about = (line: OrderLine) => ({ kind: 'line', id: line.lineKey }) as const

const daysOf = (runs: readonly PlannedRun[]) => runs.map(({ day }) => day)

function remembered<K, V>(of: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return key => {
    const value = known.get(key) ?? of(key)
    known.set(key, value)
    return value
  }
}
