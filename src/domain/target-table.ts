/** Targets of a year by district and month, beside what came in; and what a new version changes of them. */
import type { District } from './district.js'
import { groupBy } from './group.js'
import { targetSteps, targetThrough } from './pace.js'
import { sumOf } from './sum.js'
import type { Target } from './target.js'
import type { Day, Month } from './time.js'

export interface TargetRow {
  district: District | null
  /** Null where the version says nothing of a month. */
  months: (number | null)[]
  total: number
  toDate: number
  realised: number
  /** Realisation against target to date; null while nothing was to be reached. */
  share: number | null
}

export interface TargetTable {
  months: Month[]
  rows: TargetRow[]
  sum: TargetRow
  /** What is to be reached by the end of each month. */
  steps: number[]
}

export interface TargetTableFacts {
  year: number
  targets: readonly Target[]
  districts: readonly District[]
  /** Registrations of the year by district. */
  realised: ReadonlyMap<string, number>
  /** The last day that is reported; null when nothing of the year is. */
  through: Day | null
}

export function targetTable({ year, targets, districts, realised, through }: TargetTableFacts): TargetTable {
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
  const byDistrict = groupBy(targets, target => target.districtCode)
  const row = (district: District | null, own: readonly Target[], came: number): TargetRow => {
    const toDate = through === null ? 0 : targetThrough(own, through)
    return {
      district,
      months: months.map(month => sumOrNull(own.filter(target => target.month === month))),
      total: sumOf(own.map(target => target.amount)),
      toDate,
      realised: came,
      share: toDate > 0 ? came / toDate : null,
    }
  }
  const there = districts.filter(({ code }) => byDistrict.has(code) || (realised.get(code) ?? 0) > 0)
  const rows = there.map(district =>
    row(district, byDistrict.get(district.code) ?? [], realised.get(district.code) ?? 0),
  )
  const steps = new Map(targetSteps(targets).map(step => [step.month, step.toDate]))
  return {
    months,
    rows,
    sum: row(null, targets, sumOf(realised.values())),
    steps: filledSteps(months, steps),
  }
}

function sumOrNull(targets: readonly Target[]): number | null {
  return targets.length === 0 ? null : sumOf(targets.map(target => target.amount))
}

/** A month without a target adds nothing. */
function filledSteps(months: readonly Month[], known: ReadonlyMap<Month, number>): number[] {
  let toDate = 0
  return months.map(month => (toDate = known.get(month) ?? toDate))
}

export interface TargetChange {
  districtCode: string
  streamId: string
  month: Month
  before: number | null
  after: number | null
}

export function targetChanges(before: readonly Target[], after: readonly Target[]): TargetChange[] {
  const old = new Map(before.map(target => [placeOf(target), target]))
  const fresh = new Map(after.map(target => [placeOf(target), target]))
  const places = [...new Set([...old.keys(), ...fresh.keys()])].toSorted()
  return places.flatMap(place => {
    const [was, is] = [old.get(place), fresh.get(place)]
    const { districtCode, streamId, month } = (is ?? was)!
    return was?.amount === is?.amount
      ? []
      : [{ districtCode, streamId, month, before: was?.amount ?? null, after: is?.amount ?? null }]
  })
}

function placeOf({ districtCode, streamId, month }: Target): string {
  return `${districtCode} ${streamId} ${month}`
}
