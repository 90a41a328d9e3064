/** The answer in a sentence, and the three ways side by side. */
import type { District } from '../../domain/district.js'
import type { MeasuredAlternative, MeasuredPlan } from '../../domain/plan-measurement.js'
import { roughly } from '../../domain/reach-cost.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import { paths } from '../paths.js'
import { reasonText } from '../results/reasons.js'
import type { Texts } from './page.js'

export function answerOf(
  { words, formats }: Texts,
  plan: MeasuredPlan | null,
  worth: number,
): { answer: string; best: string } {
  if (!plan) return { answer: '', best: '' }
  const t = words.measurability
  const own = plan.alternatives.find(({ key }) => key === 'together')?.smallest ?? null
  const [best] = plan.alternatives
    .filter(({ smallest }) => smallest !== null)
    .toSorted((a, b) => a.smallest! - b.smallest!)
  const say = own !== null && own <= worth ? t.answerGood : t.answerBad
  return {
    answer: own === null ? t.answerNone : say(formats.percent(own), formats.percent(worth)),
    best: best ? t.best(t.names[best.key], t.from(formats.percent(best.smallest!))) : '',
  }
}

export function alternativeTable(texts: Texts, plan: MeasuredPlan): TableModel {
  const { words, formats } = texts
  const t = words.measurability
  return table(
    t.alternatives,
    [t.alternative, numeric(t.districts), t.smallest, numeric(t.people), numeric(t.cost)],
    plan.alternatives.map(way => [
      { strong: t.names[way.key], soft: t.explained[way.key], to: '' },
      formats.number(way.districtCodes.length),
      { strong: smallestText(texts, way), soft: powerText(texts, way), to: '' },
      way.people
        ? `${formats.number(roughly(way.people.low))}–${formats.number(roughly(way.people.high))}`
        : t.notPlanned,
      way.rupiah === null ? t.notPlanned : formats.rupiah(way.rupiah),
    ]),
    { empty: words.common.nothingYet },
  )
}

function smallestText(
  texts: Texts,
  {
    smallest,
    refusal,
    have,
    needed,
  }: Pick<MeasuredAlternative, 'smallest' | 'refusal'> & {
    have?: number | null
    needed?: number | null
  },
): string {
  const { words, formats } = texts
  const t = words.measurability
  if (smallest !== null) return t.from(formats.percent(smallest))
  if (refusal === null) return t.noneSeen
  const values = { have: have ?? 0, needed: needed ?? 0 }
  return reasonText(words, formats, { code: refusal, weight: 'limit', values })
}

/** The chance of a lift of about a fifth, where it was tried. */
function powerText({ words, formats }: Texts, { power }: MeasuredAlternative): string {
  const point = power.find(({ lift }) => Math.abs(lift - 0.2) < 1e-9)
  if (!point) return ''
  return words.measurability.power(formats.percent(point.lift), formats.percent(point.chance))
}

export function districtTable(
  texts: Texts,
  plan: MeasuredPlan,
  districts: ReadonlyMap<string, District>,
): TableModel {
  const { words } = texts
  const t = words.measurability
  return table(
    t.byDistrict,
    [words.common.district, t.smallest],
    plan.byDistrict
      .toSorted((a, b) => (a.smallest ?? Infinity) - (b.smallest ?? Infinity))
      .map(row => [
        {
          label: districts.get(row.districtCode)?.shortName ?? row.districtCode,
          href: paths.district(row.districtCode),
        },
        smallestText(texts, row),
      ]),
    { empty: words.common.nothingYet },
  )
}
