import { media } from '../../domain/outlet.js'
import type { DistrictReach, Heard } from '../../domain/reach.js'
import { costPerThousand, roughly } from '../../domain/reach-cost.js'
import { sumOf } from '../../domain/sum.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import { paths, withQuery } from '../paths.js'
import type { CampaignReach, ReachFacts, Texts } from './page.js'

export function districtTable(texts: Texts, facts: ReachFacts): TableModel {
  const { words, formats } = texts
  const t = words.reach
  const rows = facts.reach.toSorted(
    (a, b) => b.heard.verified.reach.estimate - a.heard.verified.reach.estimate,
  )
  return table(
    t.districtsTitle,
    [
      words.common.district,
      numeric(t.exposurePlanned),
      numeric(t.exposureVerified),
      numeric(t.exposureProven),
      numeric(t.reachPlanned),
      numeric(t.reachVerified),
      numeric(t.often),
      numeric(t.frequency),
      t.loudest,
    ],
    rows.map(row => [
      {
        label: facts.districts.get(row.districtCode)?.shortName ?? row.districtCode,
        href: paths.district(row.districtCode),
      },
      formats.decimal(row.heard.planned.exposure),
      formats.decimal(row.heard.verified.exposure),
      formats.decimal(row.heard.proven.exposure),
      formats.percent(row.heard.planned.reach.estimate),
      reachText(texts, row.heard.verified),
      formats.percent(row.heard.verified.often),
      formats.decimal(row.heard.verified.frequency),
      loudest(texts, facts, row),
    ]),
    { empty: words.common.nothingYet, grid: true },
  )
}

function reachText({ words, formats }: Texts, { reach }: Heard): string {
  if (reach.estimate === 0) return formats.percent(0)
  return words.reach.range(
    formats.percent(reach.estimate),
    formats.percent(reach.low),
    formats.percent(reach.high),
  )
}

/** The campaign with the largest share of what was verified in the district. */
function loudest({ words, formats }: Texts, facts: ReachFacts, { byCampaign }: DistrictReach): string {
  const [first] = [...byCampaign].toSorted((a, b) => b[1] - a[1])
  if (!first) return words.reach.none
  const name = facts.campaigns.find(({ id }) => id === first[0])?.name ?? first[0]
  return words.reach.share(name, formats.percent(first[1] / sumOf(byCampaign.values())))
}

export function campaignTable({ words, formats }: Texts, { filter, byCampaign }: ReachFacts): TableModel {
  const t = words.reach
  const thousand = ({ cost, people }: CampaignReach) => {
    const range = costPerThousand(cost.spent, people)
    return range ? `${formats.rupiah(roughly(range.low))}–${formats.rupiah(roughly(range.high))}` : t.none
  }
  return table(
    t.campaignsTitle,
    [
      t.campaign,
      numeric(t.points),
      numeric(t.people),
      numeric(t.spent),
      numeric(t.perVerified),
      numeric(t.perThousand),
      numeric(t.freeValue),
    ],
    byCampaign.map(row => [
      { label: row.name, href: withQuery(paths.reach, { year: filter.year, campaign: row.id }) },
      formats.number(row.grossRatingPoints),
      `${formats.number(roughly(row.people.low))}–${formats.number(roughly(row.people.high))}`,
      formats.rupiah(row.cost.spent),
      row.cost.perVerifiedRun === null ? t.none : formats.rupiah(row.cost.perVerifiedRun),
      thousand(row),
      formats.rupiah(row.cost.freeValue),
    ]),
    { empty: words.common.nothingYet, grid: true },
  )
}

/** Share of voice of each medium, over all districts. */
export function mediumTable({ words, formats }: Texts, { reach }: ReachFacts): TableModel {
  const t = words.reach
  const of = (medium: (typeof media)[number]) => sumOf(reach.map(row => row.byMedium.get(medium) ?? 0))
  const total = sumOf(media.map(of))
  const rows = media.filter(medium => of(medium) > 0)
  return table(
    t.mediaTitle,
    [t.medium, numeric(t.exposureVerified), numeric(t.shareOfExposure)],
    rows.map(medium => [
      words.mediumNames[medium],
      formats.decimal(of(medium)),
      formats.percent(of(medium) / total),
    ]),
    { empty: words.common.nothingYet },
  )
}
