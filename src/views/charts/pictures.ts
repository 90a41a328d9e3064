/** Charts of a page as files: which there are, and the links that fetch them. */
import type { Words } from '../../language/words.js'
import type { ChartModel } from '../components/registry.js'
import { SafeHtml } from '../html.js'
import { withQuery } from '../paths.js'

/** Adds to a chart the links to itself as a file; `address` answers with the picture of the chart that is named. */
export function withPictures(
  { charts: t }: Words,
  chart: ChartModel,
  address: (kind: 'svg' | 'png') => string,
): ChartModel {
  const chartName = nameOf(chart)
  const link = (kind: 'svg' | 'png') => {
    const [path, query = ''] = address(kind).split('?') as [string, string?]
    const given = Object.fromEntries(new URLSearchParams(query))
    return { label: t.picture(kind.toUpperCase()), href: withQuery(path, { ...given, chart: chartName }) }
  }
  return { ...chart, pictures: [link('svg'), link('png')] }
}

/** Every chart of a page, in the order in which it stands there, by the id of its picture. */
export function chartsOf(page: object): Map<string, ChartModel> {
  const found = new Map<string, ChartModel>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof SafeHtml) return
    if (isChart(value)) found.set(nameOf(value), value)
    else for (const inner of Object.values(value)) look(inner)
  }
  look(page)
  return found
}

function isChart(value: object): value is ChartModel {
  return 'svg' in value && value.svg instanceof SafeHtml && 'key' in value && 'table' in value
}

function nameOf({ svg }: ChartModel): string {
  return /^<svg id="([^"]+)"/.exec(svg.toString())?.[1] ?? ''
}
