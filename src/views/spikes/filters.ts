import { formBuilder, formWith } from '../components/fields.js'
import type { FiltersModel } from '../components/registry.js'
import { paths, withQuery } from '../paths.js'
import type { SpikeFilter, SpikesFacts } from './pages.js'
import type { Texts } from './texts.js'

export function filters({ words, formats }: Texts, facts: SpikesFacts, count: number): FiltersModel {
  const t = words.spikes
  const { filter, context } = facts
  const query = queryOf(filter)
  const until = facts.weeks.at(-1)!
  const form = formBuilder(words, formWith({ ...query, until }))
  const file = (kind: string) => withQuery(paths.spikesFile(kind), { ...query, until })
  const districts = [...context.districts.values()].map(({ code, shortName }) => [code, shortName] as const)
  const isPlain = !filter.districtCode && !filter.alertsOnly
  return {
    action: paths.spikes,
    label: t.title,
    fields: [
      form.select(
        'stream',
        words.districts.streamTabs,
        facts.streams.map(({ id, name }) => [id, name] as const),
      ),
      form.select('district', t.district, [['', t.allDistricts], ...districts]),
      form.select('level', t.levelFilter, [
        ['', t.everyLevel],
        ['alert', t.alertsOnly],
      ]),
      form.input('until', t.until, { kind: 'date' }),
    ],
    button: words.common.filter,
    clear: isPlain ? null : { label: words.common.clearFilter, href: paths.spikes },
    found: t.counted(formats.number(count)),
    exports: [
      { label: t.csv, href: file('csv') },
      { label: t.xlsx, href: file('xlsx') },
    ],
  }
}

/** The filter as it stands in the address, but for the period. */
export function queryOf({ streamId, districtCode, alertsOnly }: SpikeFilter): Record<string, string> {
  return { stream: streamId, district: districtCode, level: alertsOnly ? 'alert' : '' }
}
