import type { CalendarItem, CalendarRange } from '../../domain/calendar.js'
import { groupBy } from '../../domain/group.js'
import { daysFrom } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import { paths, withQuery } from '../paths.js'
import type { CalendarQuery } from './filters.js'

/** A row per outlet, a column per day: how many broadcasts, each leading to the day. */
export function gridTable(
  words: Words,
  formats: Formats,
  given: { items: readonly CalendarItem[]; range: CalendarRange; query: CalendarQuery; caption: string },
): TableModel {
  const days = daysFrom(given.range.first, given.range.last)
  const outlets = [...groupBy(given.items, item => item.outletId).values()]
  const sorted = outlets.toSorted((a, b) => a[0]!.outletName.localeCompare(b[0]!.outletName))
  const rows = sorted.map(items => {
    const byDay = groupBy(items, item => item.day)
    const { outletId: outlet, outletName } = items[0]!
    const cells = days.map(on => {
      const count = byDay.get(on)?.length ?? 0
      const href = withQuery(paths.calendar, { ...given.query, outlet, view: 'day', on })
      return count > 0 ? { label: formats.number(count), href } : '·'
    })
    return [outletName, ...cells, formats.number(items.length)]
  })
  return table(
    given.caption,
    [
      words.calendar.outlet,
      ...days.map(day => numeric(String(Number(day.slice(8))))),
      numeric(words.common.total),
    ],
    rows,
    { empty: words.calendar.none, grid: true },
  )
}
