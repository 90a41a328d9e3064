import type { District } from '../../domain/district.js'
import type { EventSuggestion } from '../../domain/field-event-suggestions.js'
import type { TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import { paths, withQuery } from '../paths.js'
import type { Texts } from './pages.js'

export interface SuggestionsPart {
  title: string
  lede: string
  table: TableModel
}

/** Nothing to suggest, nothing to show. */
export function suggestionsPart(
  { words, formats }: Texts,
  suggestions: readonly EventSuggestion[],
  districts: readonly District[],
): SuggestionsPart | null {
  if (suggestions.length === 0) return null
  const t = words.fieldEvents
  const names = new Map(districts.map(({ code, shortName }) => [code, shortName]))
  return {
    title: t.suggestTitle,
    lede: t.suggestLead,
    table: table(
      t.suggestTitle,
      [t.days, words.common.district, t.suggestWhy, t.add],
      suggestions.map(suggestion => {
        const { kind, districtCode, firstDay, lastDay, because } = suggestion
        const why =
          'lot' in because
            ? t.suggestLot(formats.number(because.lot))
            : t.suggestSpike(formats.number(because.spike))
        const name = names.get(districtCode) ?? districtCode
        const values = { kind, firstDay, lastDay, district: districtCode }
        return [
          formats.days(firstDay, lastDay),
          { label: name, href: paths.district(districtCode) },
          why,
          { label: t.suggestNote(name), href: withQuery(paths.newFieldEvent, values) },
        ]
      }),
      { empty: words.common.none },
    ),
  }
}
