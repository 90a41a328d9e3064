import type { AuditEvent } from '../../domain/audit.js'
import type { District } from '../../domain/district.js'
import { existsOn } from '../../domain/district.js'
import { fieldEventStatus, type FieldEvent, type FieldEventStatus } from '../../domain/field-event.js'
import type { EventSuggestion } from '../../domain/field-event-suggestions.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { formBuilder, formWith } from '../components/fields.js'
import type {
  FactsModel,
  FiltersModel,
  PageHeadModel,
  TableModel,
  TimelineModel,
} from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page, Tag } from '../page.js'
import { paths } from '../paths.js'
import type { FieldEventImportPage } from './import.js'
import { suggestionsPart, type SuggestionsPart } from './suggestions.js'

export interface FieldEventsPage extends Page {
  head: PageHeadModel
  suggestions: SuggestionsPart | null
  filters: FiltersModel
  table: TableModel
}

export interface FieldEventPage extends Page {
  head: PageHeadModel
  facts: FactsModel
  note: string
  historyTitle: string
  history: TimelineModel
}

export interface FieldEventViews {
  'field-events/list': FieldEventsPage
  'field-events/show': FieldEventPage
  'field-events/import': FieldEventImportPage
}

export interface Texts {
  words: Words
  formats: Formats
}

const tones: Record<FieldEventStatus, Tag['tone']> = {
  planned: 'wait',
  'under-way': 'info',
  over: 'plain',
  cancelled: 'bad',
}

export interface EventList {
  events: readonly FieldEvent[]
  districts: readonly District[]
  year: number
  years: readonly number[]
  today: Day
  mayKeep: boolean
  suggestions: readonly EventSuggestion[]
}

export function fieldEventsPage(texts: Texts, list: EventList): FieldEventsPage {
  const { words, formats } = texts
  const t = words.fieldEvents
  const form = formBuilder(words, formWith({ year: String(list.year) }))
  const add: PageHeadModel['links'] = [
    { label: t.add, href: paths.newFieldEvent, tone: 'primary' },
    { label: words.fieldEventImports.link, href: paths.fieldEventImports, tone: 'plain' },
  ]
  return {
    title: t.title,
    trail: [],
    head: {
      title: t.title,
      lede: t.lead,
      tag: null,
      updated: '',
      links: list.mayKeep ? add : [],
      actions: [],
    },
    suggestions: suggestionsPart(texts, list.suggestions, list.districts),
    filters: {
      action: paths.fieldEvents,
      label: t.title,
      fields: [
        form.select(
          'year',
          t.year,
          list.years.map(year => [String(year), String(year)]),
        ),
      ],
      button: t.show,
      clear: null,
      found: t.count(formats.number(list.events.length)),
      exports: [],
    },
    table: eventsTable(texts, list),
  }
}

function eventsTable(texts: Texts, { events, districts, today }: EventList): TableModel {
  const { words, formats } = texts
  const t = words.fieldEvents
  return table(
    t.title,
    [t.name, t.days, t.districts, words.common.state],
    events.map(event => [
      { strong: event.title, soft: t.kindNames[event.kind], to: paths.fieldEvent(event.id) },
      formats.days(event.firstDay, event.lastDay),
      whereOf(texts, event, districts),
      { tag: statusTag(words, event, today) },
    ]),
    { empty: t.none },
  )
}

export interface ShownEvent {
  event: FieldEvent
  districts: readonly District[]
  history: readonly AuditEvent[]
  today: Day
  mayKeep: boolean
}

export function fieldEventPage(
  texts: Texts,
  { event, districts, history, today, mayKeep }: ShownEvent,
): FieldEventPage {
  const { words, formats } = texts
  const t = words.fieldEvents
  const cancel: (LinkTo & { tone: 'plain' })[] = [
    { label: t.cancel, href: paths.fieldEventCancellation(event.id), tone: 'plain' },
  ]
  return {
    title: event.title,
    trail: [{ label: t.title, href: paths.fieldEvents }],
    head: {
      title: event.title,
      lede: t.kindNames[event.kind],
      tag: statusTag(words, event, today),
      updated: '',
      links: mayKeep && !event.cancelledAt ? cancel : [],
      actions: [],
    },
    facts: {
      facts: [
        { label: t.days, value: formats.days(event.firstDay, event.lastDay) },
        { label: t.districts, value: whereOf(texts, event, districts) },
      ],
    },
    note: event.note,
    historyTitle: t.history,
    history: {
      label: t.history,
      entries: history.map(change => entryOf(texts, change)),
      empty: t.historyNone,
    },
  }
}

function entryOf({ words, formats }: Texts, change: AuditEvent): TimelineModel['entries'][number] {
  const reason = change.after?.['reason']
  return {
    when: formats.instant(change.at),
    title: words.fieldEvents.actionNames[change.action] ?? change.action,
    who: change.actorName,
    text: typeof reason === 'string' ? reason : '',
    tone: change.action === 'field-event-cancelled' ? 'bad' : 'good',
  }
}

function statusTag(words: Words, event: FieldEvent, today: Day): Tag {
  const status = fieldEventStatus(event, today)
  return { label: words.fieldEvents.statusNames[status], tone: tones[status] }
}

export function whereOf(
  { words, formats }: Texts,
  event: Pick<FieldEvent, 'firstDay' | 'districtCodes'>,
  districts: readonly District[],
): string {
  const there = districts.filter(district => existsOn(district, event.firstDay))
  if (there.length > 0 && there.every(district => event.districtCodes.includes(district.code)))
    return words.fieldEvents.allDistricts
  const names = new Map(districts.map(district => [district.code, district.shortName]))
  return formats.list(event.districtCodes.map(code => names.get(code) ?? code))
}
