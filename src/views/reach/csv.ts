/** The district table of the screen as rows for a file: the same figures, as numbers. */
import type { Heard } from '../../domain/reach.js'
import { subject, type ReachFacts, type Texts } from './page.js'

export function reachCsv(texts: Texts, facts: ReachFacts): (string | number)[][] {
  const { words } = texts
  const t = words.reach
  const percent = (share: number) => Math.round(share * 100)
  const tenths = (value: number) => Math.round(value * 10) / 10
  const range = ({ reach: { estimate, low, high } }: Heard) => [estimate, low, high].map(percent)
  const ranked = facts.reach.toSorted(
    (a, b) => b.heard.verified.reach.estimate - a.heard.verified.reach.estimate,
  )
  return [
    [t.mapTitle(subject(texts, facts))],
    [
      '',
      words.common.district,
      t.exposurePlanned,
      t.exposureVerified,
      t.exposureProven,
      `${t.reachPlanned} %`,
      `${t.reachVerified} %`,
      `${t.reachVerified} −20 %`,
      `${t.reachVerified} +20 %`,
      `${t.often} %`,
      t.frequency,
    ],
    ...ranked.map(({ districtCode, heard: { planned, verified, proven } }) => [
      districtCode,
      facts.districts.get(districtCode)?.name ?? districtCode,
      tenths(planned.exposure),
      tenths(verified.exposure),
      tenths(proven.exposure),
      percent(planned.reach.estimate),
      ...range(verified),
      percent(verified.often),
      tenths(verified.frequency),
    ]),
  ]
}
