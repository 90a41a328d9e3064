import type { Campaign } from './campaign.js'
import type { District } from './district.js'
import type { Ramadan } from './holiday.js'
import { materialStatus, type Material } from './material.js'
import { firstRuns, isPastDeadline, materialDeadline, type DeadlineRule } from './material-deadline.js'
import { latestVersion, type MediaOrder } from './media-order.js'
import { orderedRupiah } from './order-cost.js'
import { runDays, type OrderLine } from './order-line.js'
import { warning, type OrderWarning } from './order-warning.js'
import type { Coverage, OffAir, Outlet } from './outlet.js'
import { quoteLine } from './line-price.js'
import type { Rate } from './rate.js'
import { sumOf } from './sum.js'
import type { Day } from './time.js'
import { warnOfTimes } from './warn-of-times.js'

/** Everything the warnings look at; `orders` are all of the campaign, `coverage` as it is known today. */
export interface WarningFacts {
  today: Day
  zone: string
  order: MediaOrder
  campaign: Campaign
  outlet: Outlet
  offAir: readonly OffAir[]
  rates: readonly Rate[]
  materials: ReadonlyMap<string, Material>
  orders: readonly MediaOrder[]
  coverage: readonly Coverage[]
  districts: readonly District[]
  holidays: ReadonlySet<Day>
  ramadans: readonly Ramadan[]
  /** Share of its people an outlet must reach before a district counts as covered. */
  threshold: number
  deadlines: DeadlineRule
}

/** All that speaks against sending the latest version of an order. */
export function warnOrder(facts: WarningFacts): OrderWarning[] {
  return [
    ...warnOfOutlet(facts),
    ...warnOfFlights(facts),
    ...warnOfMaterials(facts),
    ...warnOfTimes(facts),
    ...warnOfRates(facts),
    ...warnOfCampaign(facts),
  ]
}

/** The days a version has anything to run on. */
function daysOf({ order, holidays }: WarningFacts): Day[] {
  return latestVersion(order).lines.flatMap(line => runDays(line, holidays))
}

function warnOfOutlet(facts: WarningFacts): OrderWarning[] {
  const { outlet, offAir } = facts
  const about = { kind: 'outlet', id: outlet.id } as const
  const values = { outlet: outlet.name }
  const days = daysOf(facts)
  const silent = days.filter(day =>
    offAir.some(off => off.firstDay <= day && (off.lastDay === null || day <= off.lastDay)),
  )
  const lapsed = days.filter(day => outlet.licenceUntil !== null && outlet.licenceUntil < day)
  return [
    ...(outlet.retiredAt ? [warning('outlet-retired', about, { values })] : []),
    ...(outlet.verifiedAt ? [] : [warning('outlet-unverified', about, { values })]),
    ...(silent.length > 0 ? [warning('outlet-off-air', about, { days: silent, values })] : []),
    ...(lapsed.length > 0 ? [warning('licence-lapsed', about, { days: lapsed, values })] : []),
  ]
}

/** The budget's year is that of the campaign's first day. */
function warnOfFlights({ order, campaign, holidays }: WarningFacts): OrderWarning[] {
  const yearEnd = `${campaign.firstDay.slice(0, 4)}-12-31`
  return latestVersion(order).lines.flatMap(line => {
    const about = lineAbout(line)
    const days = runDays(line, holidays)
    const outside = days.filter(day => day < campaign.firstDay || day > campaign.lastDay)
    const late = days.filter(day => day > yearEnd)
    return [
      ...(outside.length > 0 ? [warning('flight-outside-campaign', about, { days: outside })] : []),
      ...(late.length > 0
        ? [warning('past-fiscal-year', about, { days: late, values: { year: yearEnd.slice(0, 4) } })]
        : []),
    ]
  })
}

/** Unchecked and withdrawn material stops an order; past its deadline the order is at risk. */
function warnOfMaterials({ order, materials, holidays, today, deadlines }: WarningFacts): OrderWarning[] {
  return [...firstRuns(latestVersion(order).lines, holidays)].flatMap(([id, first]) => {
    const material = materials.get(id)
    const status = material && materialStatus(material)
    if (!status || status === 'checked') return []
    const about = { kind: 'material', id } as const
    const values = { material: `${material.code} ${material.title}` }
    if (status === 'retired') return [warning('material-retired', about, { values })]
    const due = materialDeadline(deadlines, material.medium, first)
    const rule = isPastDeadline(due, today) ? 'material-late' : 'material-unchecked'
    return [warning(rule, about, { days: [due], values })]
  })
}

/** A line priced by rates that have changed since, or that no rate prices any more. */
function warnOfRates({ order, rates }: WarningFacts): OrderWarning[] {
  const outdated = latestVersion(order).lines.filter(line => {
    if (!line.rates) return false
    const quote = quoteLine(rates, line)
    return !quote.ok || JSON.stringify(quote.rates) !== JSON.stringify(line.rates)
  })
  return outdated.map(line => warning('rate-changed', lineAbout(line)))
}

function warnOfCampaign(facts: WarningFacts): OrderWarning[] {
  const { campaign, orders, holidays, coverage, districts, threshold } = facts
  const about = { kind: 'campaign', id: campaign.id } as const
  const over = sumOf(orders.map(order => orderedRupiah(order, holidays))) - campaign.budgetRupiah
  const ordered = new Set(orders.filter(order => !order.cancelledAt).map(({ outletId }) => outletId))
  const heard = new Set(
    coverage
      .filter(({ outletId, share }) => ordered.has(outletId) && share >= threshold)
      .map(({ districtCode }) => districtCode),
  )
  const silent = districts.filter(({ code }) => campaign.districtCodes.includes(code) && !heard.has(code))
  const names = silent.map(({ shortName }) => shortName).join(', ')
  return [
    ...(over > 0 ? [warning('budget-exceeded', about, { values: { over } })] : []),
    ...(silent.length > 0
      ? [warning('district-uncovered', about, { values: { districts: names, count: silent.length } })]
      : []),
  ]
}

function lineAbout(line: OrderLine): OrderWarning['about'] {
  return { kind: 'line', id: line.lineKey }
}
