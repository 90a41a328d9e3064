import { may } from '../../domain/access.js'
import type { District } from '../../domain/district.js'
import { paceOn } from '../../domain/pace.js'
import { figureAlarms, wholeScope, type PublishedFigure } from '../../domain/published-figure.js'
import { expectedDays } from '../../domain/registration-coverage.js'
import { bucketsOfYear } from '../../domain/registration-table.js'
import { sumOf } from '../../domain/sum.js'
import type { Target } from '../../domain/target.js'
import { targetTable } from '../../domain/target-table.js'
import type { Day } from '../../domain/time.js'
import type { PaceFacts } from '../../views/targets/pace-part.js'
import type { ShownFigure } from '../../views/targets/figures.js'
import { targetsPage, type ShownTargets, type TargetFilter } from '../../views/targets/targets-page.js'
import { show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { query } from '../visit.js'

export const boardRoutes: Route[] = [
  { method: 'get', path: '/targets', access: 'readResults', handle: showBoard },
]

async function showBoard(visit: StaffVisit): Promise<void> {
  const { store } = visit.app
  const { filter, years } = await filterOf(visit)
  const [streams, districts, users, versions, all, weeks] = await Promise.all([
    store.streams.list(),
    store.districts.list(),
    store.users.list(),
    store.targets.versions(filter.year),
    store.targets.inForce(filter.year),
    realisedByWeek(visit, filter),
  ])
  const targets = all.filter(target => !filter.streamId || target.streamId === filter.streamId)
  const streamCount = filter.streamId ? 1 : streams.length
  const facts = paceFacts({ filter, targets, districts, weeks, streamCount })
  const shown: ShownTargets = {
    filter,
    years,
    streams,
    table: targetTable({
      year: filter.year,
      targets,
      districts,
      realised: byDistrict(weeks.rows),
      through: weeks.through,
    }),
    pace: facts,
    versions: { versions, users: new Map(users.map(({ id, name }) => [id, name])) },
    figures: await shownFigures(visit, { year: filter.year, targets: all }),
    districts: new Map(districts.map(({ code, shortName }) => [code, shortName])),
    mayWrite: may(visit.user.role, 'writeTargets'),
  }
  show(visit, 'targets/show', targetsPage(visit, shown))
}

/** The year with targets that is nearest to what is reported, unless another is asked for. */
async function filterOf(visit: StaffVisit): Promise<{ filter: TargetFilter; years: number[] }> {
  const { store, clock } = visit.app
  const [known, streams] = await Promise.all([store.targets.years(), store.streams.list()])
  const now = Number(clock.today().slice(0, 4))
  const wanted = query(visit, 'year')
  const year = /^(?:19|20)\d{2}$/.test(wanted) ? Number(wanted) : (known.find(one => one <= now) ?? now)
  const streamId = streams.find(stream => stream.id === query(visit, 'stream'))?.id ?? ''
  const years = [...new Set([...known, now, year])].toSorted((a, b) => b - a)
  return { filter: { year, streamId }, years }
}

interface WeekRow {
  districtCode: string
  bucket: Day
  total: number
  reportedDays: number
}

interface Weeks {
  year: number
  rows: readonly WeekRow[]
  /** The last day of the year that is reported. */
  through: Day | null
}

async function realisedByWeek(
  { app: { store } }: StaffVisit,
  { year, streamId }: TargetFilter,
): Promise<Weeks> {
  const to = `${year}-12-31`
  const starts = bucketsOfYear(year, 'week').map(week => week.start)
  const [rows, through] = await Promise.all([
    store.registrations.bucketTotals({ starts, to, streamId: streamId || undefined }),
    store.registrations.lastReportedDay({ from: `${year}-01-01`, to }, streamId || undefined),
  ])
  return { year, rows, through }
}

function byDistrict(rows: readonly WeekRow[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(row.districtCode, (sums.get(row.districtCode) ?? 0) + row.total)
  return sums
}

interface Known {
  filter: TargetFilter
  targets: readonly Target[]
  districts: readonly District[]
  weeks: Weeks
  streamCount: number
}

function paceFacts({
  filter,
  targets,
  districts,
  weeks: { rows, through },
  streamCount,
}: Known): PaceFacts | null {
  if (through === null) return null
  const expected = expectedDays(districts, `${filter.year}-01-01`, through) * streamCount
  const reported = Math.min(expected, sumOf(rows.map(row => row.reportedDays)))
  let toDate = 0
  const weeks = bucketsOfYear(filter.year, 'week').filter(week => week.start <= through)
  return {
    through,
    pace: paceOn(through, targets, sumOf(rows.map(row => row.total))),
    coverage: { reported, expected },
    weeks: weeks.map(week => {
      toDate += sumOf(rows.filter(row => row.bucket === week.start).map(row => row.total))
      return { day: week.end < through ? week.end : through, toDate }
    }),
  }
}

/** Published figures are of all streams together, whatever stream the board shows. */
async function shownFigures(
  { app: { store } }: StaffVisit,
  { year, targets }: { year: number; targets: readonly Target[] },
): Promise<ShownFigure[]> {
  const figures = await store.targets.publishedFigures(`${year}-01-01`, `${year}-12-31`)
  const ofScope = ({ scope }: PublishedFigure) =>
    targets.filter(target => scope === wholeScope || target.districtCode === scope)
  return Promise.all(
    figures.map(async figure => {
      const counted = await store.registrations.bucketTotals({
        starts: [`${year}-01-01`],
        to: figure.throughDay,
      })
      const own = counted.filter(row => figure.scope === wholeScope || row.districtCode === figure.scope)
      return {
        figure,
        isWhole: figure.scope === wholeScope,
        alarms: figureAlarms(figure, { targets: ofScope(figure), others: figures }),
        ours: own.some(row => row.reportedDays > 0) ? sumOf(own.map(row => row.total)) : null,
      }
    }),
  )
}
