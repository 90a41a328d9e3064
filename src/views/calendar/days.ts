import { weeksOf, type CalendarItem } from '../../domain/calendar.js'
import { deliveryColumns, type DeliveryStatus } from '../../domain/delivery.js'
import { weekdayOf, type Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { deliveryTones } from '../broadcasts/tags.js'
import type { TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import { daypartText } from '../orders/lines.js'
import type { LinkTo, Tag } from '../page.js'
import { paths, withQuery } from '../paths.js'
import type { CalendarQuery } from './filters.js'

/** One day: how many broadcasts stand where, and where there is room, which. */
export interface DayCell {
  day: LinkTo | null
  isToday: boolean
  tags: Tag[]
  items: { time: string; name: LinkTo; tag: Tag }[]
  more: string
}

interface Shown {
  query: CalendarQuery
  days: ReadonlyMap<Day, readonly CalendarItem[]>
  clashes: ReadonlySet<string>
  gaps: ReadonlySet<Day>
  today: Day
}

const noDay: DayCell = { day: null, isToday: false, tags: [], items: [], more: '' }
/** A week's day shows this many; all of them stand on the day's own page. */
const mostOfWeek = 12

/** Seven cells a week, so that weekdays stand under each other. */
export function monthWeeks(words: Words, formats: Formats, shown: Shown): DayCell[][] {
  const days = [...shown.days.keys()]
  return weeksOf({ first: days[0]!, last: days.at(-1)! }).map(week => {
    const cells = week.map(day => dayCell(words, formats, { ...shown, day, most: 0 }))
    const before = Array.from({ length: weekdayOf(week[0]!) }, () => noDay)
    const after = Array.from({ length: 6 - weekdayOf(week.at(-1)!) }, () => noDay)
    return [...before, ...cells, ...after]
  })
}

export function weekDays(words: Words, formats: Formats, shown: Shown): DayCell[] {
  return [...shown.days.keys()].map(day => dayCell(words, formats, { ...shown, day, most: mostOfWeek }))
}

function dayCell(
  words: Words,
  formats: Formats,
  { day, most, query, days, clashes, gaps, today }: Shown & { day: Day; most: number },
): DayCell {
  const t = words.calendar
  const items = days.get(day)!
  const clashing = items.filter(({ id }) => clashes.has(id)).length
  const label = most > 0 ? `${formats.weekdayShort(day)}, ${formats.dayShort(day)}` : formats.dayShort(day)
  return {
    day: { label, href: withQuery(paths.calendar, { ...query, view: 'day', on: day }) },
    isToday: day === today,
    tags: [
      ...stateTags(words, formats, items),
      ...(clashing > 0 ? [{ label: t.clash(formats.number(clashing)), tone: 'bad' } as const] : []),
      ...(gaps.has(day) ? [{ label: t.gap, tone: 'wait' } as const] : []),
    ],
    items: items.slice(0, most).map(item => ({
      time: daypartText(words, formats, item),
      name: { label: `${item.outletName}: ${item.materialCode}`, href: paths.broadcast(item.id) },
      tag: stateTag(words, item.status),
    })),
    more: most > 0 && items.length > most ? t.more(formats.number(items.length - most)) : '',
  }
}

/** `12 planned`, `3 did not run`: a word with each number. */
export function stateTags(words: Words, formats: Formats, items: readonly CalendarItem[]): Tag[] {
  const counts = new Map<DeliveryStatus, number>()
  for (const { status } of items) counts.set(status, (counts.get(status) ?? 0) + 1)
  return deliveryColumns
    .filter(status => counts.has(status))
    .map(status => ({
      label: `${formats.number(counts.get(status)!)} ${words.delivery.statusNames[status]}`,
      tone: deliveryTones[status],
    }))
}

function stateTag(words: Words, status: DeliveryStatus): Tag {
  return { label: words.delivery.statusNames[status], tone: deliveryTones[status] }
}

export function dayTable(
  words: Words,
  formats: Formats,
  given: { items: readonly CalendarItem[]; clashes: ReadonlySet<string>; caption: string },
): TableModel {
  const t = words.calendar
  return table(
    given.caption,
    [t.time, t.outlet, t.material, t.campaign, t.state],
    given.items.map(item => [
      { label: daypartText(words, formats, item), href: paths.broadcast(item.id) },
      item.outletName,
      given.clashes.has(item.id)
        ? { strong: `${item.materialCode} ${item.materialTitle}`, soft: t.clashItem, to: '' }
        : `${item.materialCode} ${item.materialTitle}`,
      item.campaignName,
      { tag: stateTag(words, item.status) },
    ]),
    { empty: t.none },
  )
}
