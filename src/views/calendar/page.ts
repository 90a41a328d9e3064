import {
  calendarViews,
  clashingIds,
  gapDays,
  itemsByDay,
  rangeOf,
  turned,
  type CalendarItem,
  type CalendarView,
  type DaysAround,
} from '../../domain/calendar.js'
import type { CalendarFeed } from '../../domain/calendar-feed.js'
import type { Coverage, Outlet } from '../../domain/outlet.js'
import type { District } from '../../domain/district.js'
import { monthOf, type Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { FormState, SummaryModel } from '../components/fields.js'
import { formBuilder } from '../components/fields.js'
import type { FiltersModel, TableModel, TabsModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { feedForm, feedTable, type FeedForm } from './feeds.js'
import { calendarFilters, type CalendarChoices, type CalendarQuery } from './filters.js'
import { gridTable } from './grid.js'
import { dayTable, monthWeeks, weekDays, type DayCell } from './days.js'
import { silentTable } from './silent.js'

export interface CalendarPage extends Page {
  lede: string
  summary: SummaryModel
  tabs: TabsModel
  filters: FiltersModel
  heading: string
  turn: { earlier: LinkTo; today: LinkTo; later: LinkTo }
  none: string
  /** A month: its weeks, each of seven cells, empty outside the month. */
  month: { caption: string; weekdays: string[]; weeks: DayCell[][] } | null
  week: DayCell[] | null
  table: TableModel | null
  silent: { title: string; lead: string; count: string; table: TableModel } | null
  feeds: { title: string; lead: string; table: TableModel; form: FeedForm }
}

export interface CalendarViews {
  'calendar/show': CalendarPage
  'calendar/day': DayCell
}

export interface CalendarFacts {
  query: CalendarQuery
  state: FormState
  choices: CalendarChoices
  today: Day
  /** Of whole weeks around the range. */
  items: readonly CalendarItem[]
  /** The nearest busy days outside the range; null where gaps mean nothing. */
  around: DaysAround | null
  coverage: readonly Coverage[]
  districts: readonly District[]
  threshold: number
  feeds: { feed: CalendarFeed; address: string }[]
  outlets: ReadonlyMap<string, Outlet>
}

export function calendarPage(words: Words, formats: Formats, facts: CalendarFacts): CalendarPage {
  const t = words.calendar
  const { query, state } = facts
  const { view, on } = query
  const range = rangeOf(view, on)
  const items = facts.items.filter(({ day }) => range.first <= day && day <= range.last)
  const days = itemsByDay(items, range)
  const gaps = facts.around ? gapDays(items, range, facts.around) : new Set<Day>()
  const shown = { query, days, clashes: clashingIds(items), gaps, today: facts.today }
  const month = formats.month(monthOf(on))
  return {
    title: t.title,
    trail: [],
    lede: t.lead,
    summary: formBuilder(words, state).summary,
    tabs: tabsOf(words, query),
    filters: calendarFilters(words, formats, { query, state, choices: facts.choices, count: items.length }),
    heading: headingOf(formats, view, on),
    turn: turnOf(words, query, facts.today),
    none: items.length === 0 ? t.none : '',
    month:
      view === 'month'
        ? {
            caption: t.monthCaption(month),
            weekdays: [...words.orders.weekdayNames],
            weeks: monthWeeks(words, formats, shown),
          }
        : null,
    week: view === 'week' ? weekDays(words, formats, shown) : null,
    table:
      view === 'day'
        ? dayTable(words, formats, { items, clashes: shown.clashes, caption: headingOf(formats, view, on) })
        : view === 'grid' && items.length > 0
          ? gridTable(words, formats, { items, range, query, caption: t.gridCaption(month) })
          : null,
    silent: view === 'day' ? null : silentTable(words, formats, { ...facts, range }),
    feeds: {
      title: t.feedsTitle,
      lead: t.feedsLead,
      table: feedTable(words, facts),
      form: feedForm(words, facts.choices.outlets),
    },
  }
}

function headingOf(formats: Formats, view: CalendarView, on: Day): string {
  if (view === 'day') return formats.dayWithWeekday(on)
  return view === 'week' ? formats.week(rangeOf(view, on).first) : formats.month(monthOf(on))
}

function tabsOf(words: Words, query: CalendarQuery): TabsModel {
  const t = words.calendar
  return {
    label: t.viewLabel,
    tabs: calendarViews.map(view => ({
      label: t.views[view],
      href: withQuery(paths.calendar, { ...query, view }),
      current: view === query.view,
      count: '',
    })),
  }
}

function turnOf(words: Words, query: CalendarQuery, today: Day): CalendarPage['turn'] {
  const t = words.calendar
  const to = (on: Day) => withQuery(paths.calendar, { ...query, on })
  return {
    earlier: { label: t.earlier, href: to(turned(query.view, query.on, -1)) },
    today: { label: t.today, href: to(today) },
    later: { label: t.later, href: to(turned(query.view, query.on, 1)) },
  }
}
