import { heardByWeek, wholeWeeks, type CalendarItem, type CalendarRange } from '../../domain/calendar.js'
import type { District } from '../../domain/district.js'
import type { Coverage } from '../../domain/outlet.js'
import { daysFrom, weekdayOf } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { CalendarPage } from './page.js'

/** District by week: how many broadcasts reached it, or the word for none. */
export function silentTable(
  words: Words,
  formats: Formats,
  given: {
    items: readonly CalendarItem[]
    range: CalendarRange
    districts: readonly District[]
    coverage: readonly Coverage[]
    threshold: number
  },
): CalendarPage['silent'] {
  const t = words.calendar
  const { first, last } = wholeWeeks(given.range)
  const weeks = daysFrom(first, last).filter(day => weekdayOf(day) === 0)
  const heard = heardByWeek(given.items, { ...given, weeks })
  const counts = given.districts.map(({ code }) => heard.get(code) ?? weeks.map(() => 0))
  const silent = counts.filter(of => of.includes(0)).length
  return {
    title: t.districtsTitle,
    lead: t.districtsLead,
    count: t.silentCount(formats.number(silent)),
    table: table(
      t.districtsTitle,
      [words.common.district, ...weeks.map(monday => formats.week(monday))],
      given.districts.map(({ shortName }, index) => [
        shortName,
        ...counts[index]!.map(count =>
          count > 0 ? formats.number(count) : { tag: { label: t.silent, tone: 'wait' as const } },
        ),
      ]),
      { empty: words.common.nothingYet, grid: true },
    ),
  }
}
