import type { District } from '../../domain/district.js'
import type { Words } from '../../language/words.js'
import { tileMap } from '../charts/tile-map.js'
import type { TileMark } from '../charts/tiles/input.js'
import type { ChartModel, PageHeadModel, TableModel, TabsModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'
import { captionOf, exportLinks, figuresTable } from './figures.js'
import { choiceTabs } from './tabs.js'
import { wholeChart, type ShownWhole } from './whole.js'

export interface DistrictsPage extends Page {
  head: PageHeadModel
  mapTitle: string
  map: ChartModel
  streams: TabsModel
  periods: TabsModel
  chart: ChartModel | null
  figuresTitle: string
  figures: TableModel
  exports: LinkTo[]
}

export interface DistrictRow {
  district: District
  /** Self-enrolled registrations of the period per 10,000 people; null where either is not known. */
  rate: number | null
  marks: TileMark[]
}

export function districtsPage(
  words: Words,
  formats: Formats,
  given: ShownWhole & { districts: DistrictRow[]; mapPeriod: string; updated: string },
): DistrictsPage {
  const t = words.districts
  return {
    title: t.title,
    trail: [],
    head: { title: t.title, lede: t.lead, tag: null, updated: given.updated, links: [], actions: [] },
    mapTitle: t.mapTitle(given.mapPeriod),
    map: districtMap(words, formats, given.districts, t.mapTitle(given.mapPeriod)),
    ...choiceTabs(words, paths.districts, given),
    chart: given.counts.length > 0 ? wholeChart(words, formats, given) : null,
    figuresTitle: t.figuresTitle,
    figures: figuresTable({ words, formats }, given.figures, captionOf(words, formats, given)),
    exports: exportLinks(words, given, paths.districtsFigures),
  }
}

export function districtMap(
  words: Words,
  formats: Formats,
  rows: readonly DistrictRow[],
  title: string,
): ChartModel {
  const placed = rows.filter(({ district }) => district.tileColumn !== null && district.tileRow !== null)
  return tileMap(
    { words, formats },
    {
      id: 'districts',
      title,
      measure: words.districts.mapMeasure,
      format: formats.decimal,
      tiles: placed.map(({ district, rate, marks }) => ({
        code: district.code,
        name: district.name,
        shortName: district.shortName,
        column: district.tileColumn!,
        row: district.tileRow!,
        value: rate,
        marks,
        href: paths.district(district.code),
      })),
    },
  )
}
