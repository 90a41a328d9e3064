import { expect } from 'chai'
import { addDays, daysFrom } from '../../src/domain/time.js'
import { createTables } from '../../src/files/tables.js'
import { people } from '../support/people.js'
import { take } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'
import { textOf, type Visitor } from '../support/visitor.js'

const last = '2026-11-08'
const first = addDays(last, -90)

/** The figures below the picture, row by row. */
function figuresOf(visitor: Visitor): string[][] {
  const table = visitor.all('main table').find(one => textOf(one).includes('52'))!
  return table.querySelectorAll('tr').map(row => row.querySelectorAll('th, td').map(textOf))
}

async function fileRows(visitor: Visitor): Promise<string[][]> {
  const rows: string[][] = []
  const table = await createTables().open(visitor.bytes)
  for await (const batch of table.batches()) rows.push(...batch.map(row => row.cells))
  return rows
}

const number = (text: string) => {
  const plain = text.replace(/[.,%+]/g, '').replace(/^–$/, '')
  return plain === '' ? '' : plain
}

describe('The pages of districts', () => {
  let office: TestServer
  let maruli: Visitor

  before(async () => {
    office = await startServer()
    const days = [...daysFrom(addDays(first, -364), addDays(last, -364)), ...daysFrom(first, last)]
    const rows = days.flatMap(day => {
      const many = day < '2026-01-01' ? 4 : 5
      return [`${day};Metro;${many};2`, `${day};Mesuji;${many * 2};3`]
    })
    await take(office.app, `tanggal;kabupaten;BPU;PU\n${rows.join('\n')}\n`)
    const lots = ['2026-10-06;Metro;PT Satu;40', '2026-10-20;Metro;CV Dua;1250']
    await take(office.app, `tanggal;kabupaten;perusahaan;tenaga kerja\n${lots.join('\n')}\n`, {
      lots: 'inside',
    })
    maruli = await office.signedIn('maruli')
  })

  it('show every district with its rate, its growth and its lots, streams apart or together', async () => {
    await maruli.open('/districts?period=quarter')
    const metro = figuresOf(maruli).find(row => row[0] === 'Metro')!
    expect(metro.slice(1)).to.deep.equal(['455', '31,3', '364', '+25%', '100%'])
    await maruli.follow('Semua jalur')
    expect(
      figuresOf(maruli)
        .find(row => row[0] === 'Metro')!
        .slice(1),
    ).to.deep.equal(['637', '43,8', '546', '+17%', '2', '1.290', '100%'])
    expect(figuresOf(maruli).at(-1)!.slice(0, 4)).to.deep.equal(['Jumlah', '1.820', '2,3', '1.547'])
  })

  it('mark lots in the picture of a district, with all streams together and without a baseline', async () => {
    await maruli.open('/districts/18.72?period=quarter&stream=all')
    expect(maruli.html).to.contain('event-lot')
    expect(maruli.text).to.contain('1.250 orang')
    expect(maruli.text).to.contain('Batas wajar dihitung per jalur')
    expect(figuresOf(maruli)).to.have.length(15)
    expect(figuresOf(maruli).at(-1)!.slice(1, 4)).to.deep.equal(['637', '43,8', '546'])
  })

  for (const [page, what] of [
    ['/districts?period=quarter&stream=all', 'every district'],
    ['/districts/18.72?period=half', 'a district'],
  ] as const) {
    it(`send exactly the figures of ${what} as a workbook and as text`, async () => {
      for (const kind of ['XLSX', 'CSV']) {
        await maruli.open(page)
        const screen = figuresOf(maruli)
        await maruli.follow(`Unduh ${kind}`)
        const [, headings, ...rows] = await fileRows(maruli)
        expect(headings).to.deep.equal(screen[0])
        expect(rows.map(row => number(row[1]!))).to.deep.equal(screen.slice(1).map(row => number(row[1]!)))
        expect(rows.map(row => number(row[3]!))).to.deep.equal(screen.slice(1).map(row => number(row[3]!)))
        expect(rows.map(row => number(row[5]!))).to.deep.equal(screen.slice(1).map(row => number(row[5]!)))
      }
    })
  }

  it('open in English too, and for a district nobody knows with a page that says so', async () => {
    const sari = await office.signedIn('sari')
    expect(people.sari.language).to.equal('en')
    await sari.open('/districts?stream=all')
    expect(sari.text).to.contain('52 weeks earlier')
    await sari.open('/districts/99.99')
    expect(sari.status).to.equal(404)
  })
})
