import {
  captionOf,
  columnsOf,
  figureRows,
  type FigureCell,
  type ShownFigures,
} from '../../views/districts/figures.js'
import type { StreamChoice } from '../../views/districts/tabs.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { askedPeriod } from './asked.js'
import { figuresByDistrict, figuresByTime } from './figures.js'

export async function sendDistricts(visit: StaffVisit): Promise<void> {
  const asked = await askedPeriod(visit)
  const districts = await visit.app.store.districts.list()
  send(visit, await figuresByDistrict(visit, { ...asked, districts }), { asked, name: '' })
}

export async function sendDistrict(visit: StaffVisit): Promise<void> {
  const asked = await askedPeriod(visit)
  const district = found(await visit.app.store.districts.find(param(visit, 'code')), 'district')
  const shown = await figuresByTime(visit, { ...asked, districts: [district] })
  send(visit, shown, { asked, name: district.shortName })
}

/** Exactly the table of the page, as a workbook or as text, whatever the address ends in. */
function send(
  visit: StaffVisit,
  shown: ShownFigures,
  { asked, name }: { asked: StreamChoice & { first: string; last: string }; name: string },
): void {
  const { words, formats, app, res, req } = visit
  const title = [captionOf(words, formats, asked), name].filter(Boolean).join(', ')
  const nameParts = [words.districts.figuresFile, name.toLowerCase().replaceAll(' ', '-'), asked.last]
  const headings = columnsOf(words, shown)
  const rows = figureRows(visit, shown)
  if (req.path.endsWith('.xlsx')) {
    const sheet = { name: words.districts.figuresTitle, above: [[{ bold: title }]], headings, rows }
    res.attachment(`${nameParts.filter(Boolean).join('-')}.xlsx`).send(app.tables.xlsx([sheet]))
    return
  }
  const text = (cell: FigureCell) =>
    typeof cell === 'object' && cell !== null ? formats.percent(cell.share) : (cell ?? '')
  const lines = [[title], headings, ...rows.map(row => row.map(text))]
  const file = app.tables.csv(lines, visit.language === 'id' ? ';' : ',')
  res
    .attachment(`${nameParts.filter(Boolean).join('-')}.csv`)
    .type('csv')
    .send(file)
}
