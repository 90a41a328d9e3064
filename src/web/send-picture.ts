/** A chart of a page as a file, drawn by the builder that draws the page. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pictureStyle } from '../views/charts/picture-style.js'
import { chartsOf } from '../views/charts/pictures.js'
import { standalone } from '../views/charts/standalone.js'
import type { Page } from '../views/page.js'
import { chartStyles } from './assets.js'
import { redirect } from './respond.js'
import type { StaffVisit } from './visit.js'
import { query } from './visit.js'

/** The chart that `?chart=` names, or the page's first; back to the page where it has none. */
export async function sendPicture(
  visit: StaffVisit,
  kind: 'svg' | 'png',
  { page, back }: { page: Page; back: string },
): Promise<void> {
  const charts = chartsOf(page)
  const wanted = query(visit, 'chart')
  const [name, chart] = charts.has(wanted) ? [wanted, charts.get(wanted)!] : ([...charts][0] ?? [])
  if (!name || !chart) return redirect(visit, back)
  const { officeName } = await visit.app.store.settings.all()
  const { clock, config } = visit.app
  const source = visit.words.charts.pictureSource(officeName, visit.formats.instant(clock.now()))
  const marked = config.demo ? `${source}. ${visit.words.common.demoBand}` : source
  const svg = standalone(chart, { style: styleOf(config.root), source: marked })
  visit.res.type(kind).attachment(`gaung-${name}.${kind}`)
  visit.res.send(kind === 'svg' ? svg : await visit.app.drawPng(svg))
}

let style: string | undefined

function styleOf(root: string): string {
  const sheet = (name: string) => readFileSync(path.join(root, 'views/assets', `${name}.css`), 'utf8')
  return (style ??= pictureStyle(sheet('tokens'), chartStyles.map(sheet)))
}
