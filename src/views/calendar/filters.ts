import type { CalendarView } from '../../domain/calendar.js'
import { deliveryColumns } from '../../domain/delivery.js'
import { media } from '../../domain/outlet.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { formBuilder, type FormState } from '../components/fields.js'
import type { FiltersModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import { paths, withQuery } from '../paths.js'

/** The calendar as it stands in the address; empty parts are no condition. */
export type CalendarQuery = {
  view: CalendarView
  on: Day
  campaign: string
  outlet: string
  medium: string
  state: string
}

export interface CalendarChoices {
  campaigns: readonly { id: string; name: string }[]
  outlets: readonly { id: string; name: string }[]
}

export function calendarFilters(
  words: Words,
  formats: Formats,
  given: { query: CalendarQuery; state: FormState; choices: CalendarChoices; count: number },
): FiltersModel {
  const { calendar: t, common } = words
  const { query, state, choices, count } = given
  const form = formBuilder(words, state)
  const select = (
    name: 'campaign' | 'outlet' | 'medium' | 'state',
    pairs: readonly (readonly [string, string])[],
  ) => form.select(name, t[name], [['', common.all], ...pairs], { value: query[name] })
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => [id, name] as const)
  const { view, on } = query
  const isFiltered = Boolean(query.campaign || query.outlet || query.medium || query.state)
  return {
    action: paths.calendar,
    label: t.title,
    fields: [
      form.select(
        'view',
        t.viewLabel,
        (['month', 'week', 'day', 'grid'] as const).map(name => [name, t.views[name]] as const),
        { value: view },
      ),
      form.input('on', t.on, { kind: 'date', value: on, optional: true }),
      select('campaign', named(choices.campaigns)),
      select('outlet', named(choices.outlets)),
      select(
        'medium',
        media.map(medium => [medium, words.mediumNames[medium]] as const),
      ),
      select(
        'state',
        deliveryColumns.map(status => [status, words.delivery.statusNames[status]] as const),
      ),
    ],
    button: t.show,
    clear: isFiltered ? { label: common.clearFilter, href: withQuery(paths.calendar, { view, on }) } : null,
    found: t.found(formats.number(count)),
    exports: [],
  }
}
