import { tileMap } from '../charts/tile-map.js'
import type { ChartModel } from '../components/registry.js'
import { paths } from '../paths.js'
import type { ReachFacts, Texts } from './page.js'

/** Verified reach as tiles, with the same figures ranked beside them. */
export function reachMap(texts: Texts, { reach, districts }: ReachFacts, title: string): ChartModel {
  const { words, formats } = texts
  return tileMap(texts, {
    id: 'reach',
    title,
    measure: words.reach.mapMeasure,
    format: formats.percent,
    tiles: reach.flatMap(({ districtCode, heard }) => {
      const district = districts.get(districtCode)
      if (!district || district.tileColumn === null || district.tileRow === null) return []
      return {
        code: district.code,
        name: district.name,
        shortName: district.shortName,
        column: district.tileColumn,
        row: district.tileRow,
        value: heard.verified.reach.estimate,
        marks: heard.planned.exposure === 0 ? (['silent'] as const) : [],
        href: paths.district(district.code),
      }
    }),
  })
}
