import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import type { Visitor } from '../support/visitor.js'
import { textOf } from '../support/visitor.js'
import { enter, theDemo } from './season.js'

/** A spreadsheet shows no mark that keeps a formula from being one, and no difference between spaces. */
const plain = (cell: string) => cell.replace(/^'(?=[+−=@-])/, '').replaceAll('\u00a0', ' ')

describe('The report of a campaign, on the demo season', function () {
  this.timeout(300_000)
  let manager: Visitor
  let id: string
  before(async () => {
    const { app } = await theDemo()
    id = (await app.store.campaigns.list()).find(({ name }) => name.startsWith('Pekerja Mandiri'))!.id
    manager = await enter(await theDemo(), 'manager')
  })

  it('is reached from the result, and says the verdict, the range and what ran', async () => {
    await manager.open(paths.campaignResult(id))
    await manager.follow(words.id.report.open)
    expect(manager.path).to.equal(paths.campaignReport(id))
    expect(manager.text).to.include(words.id.verdicts.strong).and.include(words.id.report.proven)
    expect(manager.all('svg').length).to.be.above(0)
  })

  it('is given as files that hold what the screen shows', async () => {
    await manager.open(paths.campaignReport(id))
    const rowsOf = (table: ReturnType<Visitor['find']>) => [
      table.querySelectorAll('thead th').map(textOf),
      ...table.querySelectorAll('tbody tr').map(row => row.querySelectorAll('th, td').map(textOf)),
    ]
    const shown = manager.all('main table').filter(table => !table.closest('details'))
    const [verdicts, delivery] = shown.map(rowsOf)
    const { tables } = (await theDemo()).app
    const read = async (kind: string) => {
      const answer = await manager.send(paths.campaignReportFile(id, kind))
      const sheets = await tables.sheets(new Uint8Array(await answer.arrayBuffer()))
      const rows: string[][] = []
      for (const sheet of sheets)
        for await (const batch of sheet.batches())
          rows.push(...batch.map(({ cells }) => cells.filter(Boolean).map(plain)))
      return rows
    }
    for (const kind of ['csv', 'xlsx'])
      expect(await read(kind), kind).to.include.deep.members([...verdicts!, ...delivery!])
  })

  it('gives its charts as files that are drawn', async () => {
    const svg = await manager.send(`${paths.campaignPicture(id, 'svg')}?chart=verdict-self`)
    expect(svg.headers.get('content-type')).to.match(/svg/)
    expect(await svg.text()).to.include(words.id.charts.key.counterfactual)
    const png = await manager.send(`${paths.campaignPicture(id, 'png')}?chart=placebo-self`)
    expect(
      Buffer.from(await png.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).to.equal('PNG')
  })
})
