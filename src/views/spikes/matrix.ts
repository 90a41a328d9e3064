import type { Spike } from '../../domain/analysis.js'
import { groupBy } from '../../domain/group.js'
import { sumOf } from '../../domain/sum.js'
import { mondayOf, type Day } from '../../domain/time.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Cell } from '../page.js'
import { paths, withQuery } from '../paths.js'
import type { SpikesFacts } from './pages.js'
import { spikePath } from './paths.js'
import type { Texts } from './texts.js'

/** More rows than a screen or two are no overview. */
const mostRows = 40

/** Districts down, weeks across: a spike stands in the week it began, or in the first one shown. */
export function matrix(
  { words, formats }: Texts,
  facts: SpikesFacts,
  local: readonly Spike[],
): { matrix: TableModel; matrixHint: string } {
  const t = words.spikes
  const common = facts.spikes.filter(({ scope }) => scope === 'common')
  const districts = [...groupBy(local, ({ districtCode }) => districtCode ?? '')]
    .map(([code, spikes]) => ({ code, spikes, excess: sumOf(spikes.map(({ excess }) => excess)) }))
    .toSorted((a, b) => b.excess - a.excess)
  const rows = districts.slice(0, mostRows).map(({ code, spikes }) => [
    {
      label: facts.context.districts.get(code)?.shortName ?? code,
      href: withQuery(paths.spikes, { stream: facts.filter.streamId, district: code }),
    },
    ...weekCells({ words, formats }, facts.weeks, spikes),
  ])
  const shared = [t.manyDistricts, ...weekCells({ words, formats }, facts.weeks, common)]
  const isCut = districts.length > mostRows
  const more = isCut ? ` ${t.matrixMore(formats.number(mostRows), formats.number(districts.length))}` : ''
  return {
    matrix: table(
      t.matrixTitle,
      [t.district, ...facts.weeks.map(week => numeric(formats.dayShort(week)))],
      [...(common.length > 0 ? [shared] : []), ...rows],
      { empty: t.none, grid: true },
    ),
    matrixHint: `${t.matrixHint}${more}`,
  }
}

function weekCells({ formats }: Texts, weeks: readonly Day[], spikes: readonly Spike[]): Cell[] {
  const byWeek = groupBy(spikes, spike => [mondayOf(spike.firstDay), weeks[0]!].toSorted()[1]!)
  return weeks.map(week => {
    const found = (byWeek.get(week) ?? []).toSorted((a, b) => b.excess - a.excess)
    const [largest] = found
    if (!largest) return ''
    const figure = formats.number(sumOf(found.map(({ excess }) => excess)))
    return { label: `${signOf(found)}\u00a0${figure}`, href: spikePath(largest) }
  })
}

function signOf(spikes: readonly Spike[]): string {
  if (spikes.some(({ scope }) => scope === 'common')) return '●'
  if (spikes.some(({ kind }) => kind === 'level-shift')) return '▬'
  return spikes.some(({ level }) => level === 'alert') ? '▲' : '△'
}
