import type { App } from '../../app.js'
import type { Spike } from '../../domain/analysis.js'
import type { District } from '../../domain/district.js'
import { keyBy } from '../../domain/group.js'
import { sumOf } from '../../domain/sum.js'
import { baselineOf } from './baseline.js'

/** Another district on the days of a spike: what came in and what would have been usual. */
export interface DistrictThen {
  district: District
  observed: number
  expected: number
}

/** Only days on which both are known count; districts with no such day are left out. */
export async function neighboursThen(
  app: App,
  spike: Spike,
  districts: readonly District[],
): Promise<DistrictThen[]> {
  const pairs = await app.store.districts.neighbours()
  const codes = new Set(
    pairs.filter(pair => pair.districtCode === spike.districtCode).map(pair => pair.neighbourCode),
  )
  const period = { from: spike.firstDay, to: spike.lastDay }
  const rows = await Promise.all(
    districts
      .filter(({ code }) => codes.has(code))
      .map(async district => {
        const of = { streamId: spike.streamId, districtCode: district.code }
        const [{ baseline }, counts] = await Promise.all([
          baselineOf(app, district.code, spike.streamId),
          app.store.registrations.list(period, of),
        ])
        const usual = keyBy(baseline, ({ day }) => day)
        const known = counts.filter(
          ({ count, spanDays, day }) => count !== null && spanDays === 1 && usual.has(day),
        )
        return {
          district,
          observed: sumOf(known.map(({ count }) => count ?? 0)),
          expected: sumOf(known.map(({ day }) => usual.get(day)!.expected)),
        }
      }),
  )
  return rows.filter(({ expected }) => expected > 0)
}
