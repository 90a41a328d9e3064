import type { Spike } from '../../domain/analysis.js'
import type { Day } from '../../domain/time.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Cell } from '../page.js'
import { paths, withQuery } from '../paths.js'
import type { SpikeContext, SpikesFacts } from './pages.js'
import { spikePath } from './paths.js'
import type { Texts } from './texts.js'

export interface Noted {
  districtCode: string | null
  firstDay: Day
  lastDay: Day
}

export function commonTable({ words, formats }: Texts, facts: SpikesFacts): TableModel {
  const t = words.spikes
  const of = formats.number(facts.searchedDistricts ?? 0)
  return table(
    t.commonTitle,
    [t.when, numeric(t.observed), numeric(t.expected), numeric(t.excess), t.sameTime],
    facts.spikes
      .filter(({ scope }) => scope === 'common')
      .map(spike => [
        { label: formats.days(spike.firstDay, spike.lastDay), href: spikePath(spike) },
        formats.number(spike.observed),
        formats.number(spike.expected),
        formats.number(spike.excess),
        sameTimeText(words, facts.context, {
          spike,
          first: t.districtsOf(formats.number(facts.members.get(spike.id) ?? 0), of),
        }),
      ]),
    { empty: t.none },
  )
}

export function spikeTable(
  texts: Texts,
  spikes: readonly Spike[],
  context: SpikeContext,
  options: { empty: string; showsDistrict: boolean; noted: readonly Noted[] },
): TableModel {
  const { words, formats } = texts
  const t = words.spikes
  const district = (spike: Spike): Cell => {
    const code = spike.districtCode ?? ''
    return {
      label: context.districts.get(code)?.shortName ?? code,
      href: withQuery(paths.district(code), { stream: spike.streamId }),
    }
  }
  return table(
    t.localTitle,
    [
      ...(options.showsDistrict ? [t.district] : []),
      t.when,
      numeric(t.observed),
      numeric(t.expected),
      numeric(t.excess),
      t.level,
      t.kind,
      t.sameTime,
    ],
    spikes.map(spike => [
      ...(options.showsDistrict ? [district(spike)] : []),
      { label: formats.days(spike.firstDay, spike.lastDay), href: spikePath(spike) },
      formats.number(spike.observed),
      formats.number(spike.expected),
      t.excessRange(formats.number(spike.low), formats.number(spike.high)),
      { tag: { label: t.levels[spike.level], tone: spike.level === 'alert' ? 'bad' : 'wait' } },
      t.kinds[spike.kind],
      sameTimeText(words, context, { spike, first: isNoted(spike, options.noted) ? t.hasNote : '' }),
    ]),
    { empty: options.empty },
  )
}

function isNoted({ districtCode, firstDay, lastDay }: Spike, noted: readonly Noted[]): boolean {
  return noted.some(
    note => note.districtCode === districtCode && note.firstDay <= lastDay && note.lastDay >= firstDay,
  )
}

function sameTimeText(
  words: Texts['words'],
  { sameTime }: SpikeContext,
  { spike, first }: { spike: Spike; first: string },
): string {
  const items = [first, ...(sameTime.get(spike.id) ?? [])].filter(Boolean)
  return items.length > 0 ? items.join('; ') : words.spikes.nothingKnown
}
