import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Invalid } from '../domain/errors.js'
import type { TargetVersion } from '../domain/target.js'
import { evenMonths, splitTarget, type SplitBasis, type Weights } from '../domain/target-split.js'
import { keepTargetVersion } from './propose-targets.js'

export interface TargetSplit {
  year: number
  streamId: string
  amount: number
  basis: SplitBasis
  reason: string
}

/** Divides one target among the districts as a new version; other streams keep the targets in force. */
export async function splitTargets(app: App, actor: UserActor, split: TargetSplit): Promise<TargetVersion> {
  const { store } = app
  const { year, streamId, basis, reason } = split
  if (!(await store.streams.list()).some(({ id }) => id === streamId))
    throw new Invalid({ streamId: { code: 'not-a-choice' } })
  const weights = basis === 'population' ? await byPopulation(app, year) : await byLastYear(app, split)
  const others = (await store.targets.inForce(year)).filter(target => target.streamId !== streamId)
  const targets = [...others, ...splitTarget(split, weights)]
  return keepTargetVersion(app, actor, { year, reason, targets, from: { basis, streamId } })
}

async function byPopulation({ store }: App, year: number): Promise<Weights> {
  const districts = await store.districts.listOn(`${year}-12-31`)
  if (districts.some(({ population }) => !population))
    throw new Invalid({ basis: { code: 'people-unknown' } })
  return {
    districts: new Map(districts.map(({ code, population }) => [code, population!])),
    months: evenMonths(year),
  }
}

/** What came in the year before, district by district; the months weigh what they weighed in all districts. */
async function byLastYear({ store }: App, { year, streamId }: TargetSplit): Promise<Weights> {
  const before = year - 1
  const totals = await store.registrations.monthTotals({ from: `${before}-01-01`, to: `${before}-12-31` })
  const own = totals.filter(total => total.streamId === streamId && total.total > 0)
  const months = evenMonths(year).map(() => 0)
  const districts = new Map<string, number>()
  for (const { districtCode, month, total } of own) {
    districts.set(districtCode, (districts.get(districtCode) ?? 0) + total)
    months[Number(month.slice(5)) - 1]! += total
  }
  if (months.includes(0)) throw new Invalid({ basis: { code: 'last-year-unknown' } })
  return { districts: new Map([...districts].toSorted(([a], [b]) => (a < b ? -1 : 1))), months }
}
