import type { Spike } from '../../domain/analysis.js'
import type { District } from '../../domain/district.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import { paths } from '../paths.js'
import { spikePath } from './paths.js'
import type { Texts } from './texts.js'

/** A district on the days of a spike: what came in and what would have been usual. */
export interface DistrictThen {
  district: District
  observed: number
  expected: number
}

export function districtsThen({ words, formats }: Texts, rows: readonly DistrictThen[]): TableModel {
  const t = words.spikes
  return table(
    t.neighboursTitle,
    [t.district, numeric(t.observed), numeric(t.expected), numeric(t.ratio)],
    rows.map(({ district, observed, expected }) => [
      { label: district.shortName, href: paths.district(district.code) },
      formats.number(observed),
      formats.number(expected),
      formats.signedPercent(observed / expected - 1),
    ]),
    { empty: t.neighboursNone },
  )
}

export function membersTable(
  { words, formats }: Texts,
  { members, districts }: { members: readonly Spike[]; districts: ReadonlyMap<string, District> },
): TableModel {
  const t = words.spikes
  return table(
    t.membersTitle,
    [t.district, numeric(t.observed), numeric(t.expected), numeric(t.excess)],
    members.map(spike => [
      { label: districts.get(spike.districtCode ?? '')?.shortName ?? '', href: spikePath(spike) },
      formats.number(spike.observed),
      formats.number(spike.expected),
      t.excessRange(formats.number(spike.low), formats.number(spike.high)),
    ]),
    { empty: t.none },
  )
}
