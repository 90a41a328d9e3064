import type { App } from '../../app.js'
import { paceBoard } from '../../domain/pace-board.js'
import { figureAlarms, wholeScope } from '../../domain/published-figure.js'
import { everywhere } from '../../domain/reporting-delay.js'
import { bucketsOfYear } from '../../domain/registration-table.js'
import { expectedDays } from '../../domain/registration-coverage.js'
import { sumOf } from '../../domain/sum.js'
import { addDays, instantAt, justBefore, lastDayOfMonth, type Day, type Instant } from '../../domain/time.js'
import type { StoredForecast } from '../../domain/year-end.js'
import type { PaceFilter, ShownPace } from '../../views/pace/shown.js'

/** Everything the board shows, as it is known now or was known at the end of a past day. */
export async function paceFacts(app: App, filter: PaceFilter): Promise<ShownPace> {
  const { store, clock } = app
  const { year, branchId } = filter
  const asOf = filter.asOf ? justBefore(instantAt(addDays(filter.asOf, 1), 0, clock.zone)) : null
  const [streams, districts, branches, targets, totals, figures, years] = await Promise.all([
    store.streams.list(),
    store.districts.list(),
    store.districts.branches(),
    store.targets.inForce(year, asOf ?? undefined),
    store.targets.totalsInForce(year, asOf ?? undefined),
    store.targets.publishedFigures(`${year}-01-01`, `${year}-12-31`),
    store.targets.years(),
  ])
  const { through, weeks, forecasts } = await countsOf(app, filter, asOf)
  const isShown = (streamId: string) => !filter.streamId || streamId === filter.streamId
  const ownTargets = targets.filter(target => isShown(target.streamId))
  const streamIds = streams
    .map(({ id }) => id)
    .filter(id => isShown(id) && [...targets, ...weeks].some(({ streamId }) => streamId === id))
  const realised = new Map<string, number>()
  for (const row of weeks.filter(({ streamId }) => isShown(streamId)))
    realised.set(row.districtCode, (realised.get(row.districtCode) ?? 0) + row.total)
  const inBranch = districts.filter(district => !branchId || district.branchId === branchId)
  const codes = new Set(inBranch.map(({ code }) => code))
  const rows = weeks.filter(row => isShown(row.streamId) && codes.has(row.districtCode))
  const board = paceBoard({
    branches,
    districts,
    branchId,
    totals,
    realised,
    streamIds,
    through,
    targets: ownTargets,
    forecasts: forecasts.filter(({ streamId }) => streamIds.includes(streamId)),
  })
  const expected = expectedDays(inBranch, `${year}-01-01`, through) * Math.max(1, streamIds.length)
  return {
    filter,
    board,
    through,
    streams,
    branches,
    years: [...new Set([...years, year, Number(clock.today().slice(0, 4))])].toSorted((a, b) => b - a),
    targets: ownTargets.filter(({ districtCode }) => codes.has(districtCode)),
    coverage: { reported: Math.min(expected, sumOf(rows.map(row => row.reportedDays))), expected },
    weeks: toDate(year, through, rows),
    forecastOf: forecasts[0] ? { day: forecasts[0].throughDay, backTests: forecasts[0].backTests } : null,
    figures: figures
      .filter(figure => figure.throughDay <= through && figure.scope === wholeScope)
      .map(figure => ({
        figure,
        isWhole: true,
        ours: null,
        alarms: figureAlarms(figure, { targets, others: figures }),
      })),
    delays: asOf
      ? []
      : (await store.forecasts.delays(everywhere)).filter(({ streamId }) => streamIds.includes(streamId)),
  }
}

interface Counts {
  through: Day
  weeks: { districtCode: string; streamId: string; bucket: Day; total: number; reportedDays: number }[]
  forecasts: StoredForecast[]
}

/** Counted up to the last complete day of the year, or of the month that is asked for. */
async function countsOf({ store, clock }: App, filter: PaceFilter, asOf: Instant | null): Promise<Counts> {
  const { year, month } = filter
  const wanted = lastDayOfMonth(`${year}-${String(month ?? 12).padStart(2, '0')}`)
  const known = { through: wanted, asOf: asOf ?? clock.now() }
  const [forecasts, reported] = await Promise.all([
    store.forecasts.yearEnds(year, known),
    store.registrations.reportedPeriod(asOf ?? undefined),
  ])
  const complete = forecasts[0]?.throughDay ?? reported?.to ?? clock.today()
  const isSettled = complete > wanted || (reported !== null && month !== null && reported.to > wanted)
  const through = isSettled || complete < `${year}-01-01` ? wanted : complete
  const starts = bucketsOfYear(year, 'week').map(week => week.start)
  const weeks = await store.registrations.bucketTotals({ starts, to: through, asOf: asOf ?? undefined })
  return { through, weeks, forecasts }
}

function toDate(year: number, through: Day, rows: Counts['weeks']): ShownPace['weeks'] {
  let sum = 0
  const byWeek = new Map<Day, number>()
  for (const { bucket, total } of rows) byWeek.set(bucket, (byWeek.get(bucket) ?? 0) + total)
  const weeks = rows.length === 0 ? [] : bucketsOfYear(year, 'week').filter(week => week.start <= through)
  return weeks.map(week => {
    sum += byWeek.get(week.start) ?? 0
    return { day: week.end < through ? week.end : through, toDate: sum }
  })
}
