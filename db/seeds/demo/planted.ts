/** What was planted for a campaign, in the terms of a verdict: its lift over districts and days, from the means themselves. */
import type { Holiday, Ramadan } from '../../../src/domain/holiday.js'
import { addDays, daysFrom, type Day } from '../../../src/domain/time.js'
import { allPushes, pushesOfTruth, readTruths } from './pushes.js'
import type { StreamId } from './registrations/calendar.js'
import { expectation, readLevels } from './registrations/expected.js'
import { season } from './season.js'

export interface Judged {
  campaign: string
  stream: StreamId
  districts: readonly string[]
  firstDay: Day
  lastDay: Day
}

/** Share by which what was expected with the campaign exceeds what was expected had it not been. */
export function plantedLift(
  root: string,
  { campaign, stream, districts, firstDay, lastDay }: Judged,
  calendar: { holidays: readonly Holiday[]; ramadans: readonly Ramadan[] },
): number {
  const all = allPushes(root)
  const own = JSON.stringify
  const planted = new Set(
    readTruths(root)
      .filter(truth => truth.campaign === campaign)
      .flatMap(pushesOfTruth)
      .map(push => own(push)),
  )
  const levels = readLevels(root)
  const days = { firstDay: season.historyFrom, lastDay: addDays(season.today, -1) }
  const expected = (pushes: typeof all) => {
    const means = expectation({ levels, pushes, ...calendar, ...days })
    const exposed = levels.filter(({ district }) => districts.includes(district))
    return exposed
      .flatMap(level => daysFrom(firstDay, lastDay).map(day => means.pushed({ level, stream, day })))
      .reduce((sum, mean) => sum + mean, 0)
  }
  return expected(all) / expected(all.filter(push => !planted.has(own(push)))) - 1
}
