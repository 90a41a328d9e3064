import { expect } from 'chai'
import { createTables } from '../../src/files/tables.js'
import { take } from '../support/registration-sheets.js'
import { startServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

async function rowsOf(visitor: Visitor): Promise<string[][]> {
  const rows: string[][] = []
  const table = await createTables().open(visitor.bytes)
  for await (const batch of table.batches()) rows.push(...batch.map(row => row.cells))
  return rows.slice(2)
}

describe('Registrations around the split of Lampung Barat', () => {
  let maruli: Visitor

  before(async () => {
    const office = await startServer()
    const rows = [
      '2012-09-10;Lampung Barat;101;7',
      '2012-10-24;Lampung Barat;40;3',
      '2012-10-26;Lampung Barat;20;1',
      '2012-10-26;Pesisir Barat;11;2',
      '2012-11-05;Pesisir Barat;8;',
      '2012-11-05;Metro;5;5',
    ]
    await take(office.app, `tanggal;kabupaten;BPU;PU\n${rows.join('\n')}\n`)
    maruli = await office.signedIn('maruli')
  })

  it('can be seen on the map of each day, on the one before and on the one since', async () => {
    await maruli.open('/registrations?year=2012&stream=self')
    expect(maruli.all('select[name=map] option')).to.have.length(3)
    await maruli.open('/registrations?year=2012&stream=self&map=2012-10-24')
    expect(maruli.text).to.contain(
      'Sejak 25 Oktober 2012, 100% angka Pesisir Barat dihitung sebagai Lampung Barat',
    )
    await maruli.open('/registrations?year=2012&stream=self&map=2012-10-25')
    expect(maruli.text).to.contain(
      'Sebelum 25 Oktober 2012, 35% angka Lampung Barat dihitung sebagai Pesisir Barat: perkiraan',
    )
  })

  for (const by of ['month', 'week'])
    for (const stream of ['self', 'employer', 'all'])
      it(`add up to the same on every map, by ${by}, of ${stream}: registrations and what is reported`, async () => {
        const feet: string[][] = []
        const wests: string[] = []
        for (const map of ['', '2012-10-24', '2012-10-25']) {
          await maruli.open(`/registrations.csv?year=2012&by=${by}&stream=${stream}&map=${map}`)
          const rows = await rowsOf(maruli)
          feet.push(rows.at(-1)!)
          wests.push(rows.find(row => row[1] === 'Kabupaten Lampung Barat')!.at(-2)!)
        }
        expect(feet[1]).to.deep.equal(feet[0])
        expect(feet[2]).to.deep.equal(feet[0])
        expect(new Set(wests).size, 'but the districts differ').to.equal(3)
      })
})
