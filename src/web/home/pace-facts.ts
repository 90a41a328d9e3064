import type { App } from '../../app.js'
import { wholeScope } from '../../domain/published-figure.js'
import { addDays, daysFrom, weekdayOf } from '../../domain/time.js'
import type { PaceFacts } from '../../views/home/pace.js'

/** The year's targets, what came in by week, and what others printed about it. */
export async function paceFacts({ store, clock }: App): Promise<PaceFacts> {
  const last = await store.registrations.lastDay()
  const year = (last ?? clock.today()).slice(0, 4)
  const first = `${year}-01-01`
  const to = last ?? first
  const starts = daysFrom(first, to).filter(day => day === first || weekdayOf(day) === 0)
  const [targets, weeks, published] = await Promise.all([
    store.targets.inForce(Number(year)),
    store.registrations.bucketTotals({ starts, to }),
    store.targets.publishedFigures(first, `${year}-12-31`),
  ])
  let toDate = 0
  const realised = starts.map((start, index) => {
    const end = starts[index + 1] ? addDays(starts[index + 1]!, -1) : to
    toDate += weeks.filter(week => week.bucket === start).reduce((sum, week) => sum + week.total, 0)
    return { day: end, toDate }
  })
  const whole = published.filter(figure => figure.scope === wholeScope)
  return { year, last, targets, realised: last ? realised : [], published: whole }
}
