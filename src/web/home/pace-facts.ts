import type { App } from '../../app.js'
import { wholeScope } from '../../domain/published-figure.js'
import { bucketsOfYear } from '../../domain/registration-table.js'
import { sumOf } from '../../domain/sum.js'
import type { PaceFacts } from '../../views/home/pace.js'

/** The year's targets, what came in by week, and what others printed about it. */
export async function paceFacts({ store, clock }: App): Promise<PaceFacts> {
  const last = await store.registrations.lastDay()
  const year = (last ?? clock.today()).slice(0, 4)
  const weeks = last === null ? [] : bucketsOfYear(Number(year), 'week').filter(week => week.start <= last)
  const [targets, totals, published] = await Promise.all([
    store.targets.inForce(Number(year)),
    store.registrations.bucketTotals({ starts: weeks.map(week => week.start), to: last ?? '' }),
    store.targets.publishedFigures(`${year}-01-01`, `${year}-12-31`),
  ])
  let toDate = 0
  const realised = weeks.map(week => {
    toDate += sumOf(totals.filter(row => row.bucket === week.start).map(row => row.total))
    return { day: week.end < last! ? week.end : last!, toDate }
  })
  return { year, last, targets, realised, published: published.filter(figure => figure.scope === wholeScope) }
}
