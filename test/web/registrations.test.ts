import { expect } from 'chai'
import type { HTMLElement } from 'node-html-parser'
import { addMinutes } from '../../src/domain/time.js'
import { createTables } from '../../src/files/tables.js'
import { sheet } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'
import { textOf, type Visitor } from '../support/visitor.js'

const file = (text: string | Buffer, name = 'pendaftaran.csv') => new File([text], name)
const october =
  'tanggal;kabupaten;BPU;PU\n13/10/2026;Metro;4;9\n14/10/2026;Metro;0;2\n14/10/2026;Bandarlampung;11;\n'

/** Cells of the page's first table, row by row; what stands in two lines is read with a space between. */
function tableOf(visitor: Visitor): string[][] {
  const rows = visitor.find('main table').querySelectorAll('tr')
  return rows.map(row => row.querySelectorAll('th, td').map(cellText))
}

function cellText(cell: HTMLElement): string {
  const lines = cell.querySelectorAll('.two-lines > *')
  return lines.length > 0 ? lines.map(textOf).join(' ') : textOf(cell)
}

async function csvOf(visitor: Visitor): Promise<string[][]> {
  const rows: string[][] = []
  const table = await createTables().open(visitor.bytes)
  for await (const batch of table.batches()) rows.push(...batch.map(row => row.cells))
  return rows
}

describe('The pages of registrations', () => {
  let office: TestServer
  let bayu: Visitor
  let sari: Visitor

  before(async () => {
    office = await startServer()
    bayu = await office.signedIn('bayu')
    sari = await office.signedIn('sari')
  })

  it('begin with what to do', async () => {
    await bayu.open('/registrations')
    expect(bayu.text).to.contain('Belum ada pendaftaran. Impor berkas pertama')
  })

  it('refuse a form without a file, and a file with names, on the same page', async () => {
    await bayu.open('/registrations')
    await bayu.submit('Baca berkas')
    expect(bayu.status).to.equal(422)
    expect(bayu.text).to.contain('Pilih berkas.')
    await bayu.submit('Baca berkas', { file: file(sheet('10-names.csv')) })
    expect(bayu.status).to.equal(422)
    expect(bayu.text).to.contain('Kolom nama tampak berisi nama orang. Gaung tidak menyimpan nama')
    expect(bayu.html).to.not.contain('Nurhaliza')
  })

  it('show how a file is read and what it would change before anything counts', async () => {
    await bayu.open('/registrations/imports')
    await bayu.submit('Baca berkas', { file: file(october) })
    expect(bayu.text).to.contain('Belum ada yang dihitung')
    expect(bayu.text).to.contain('titik koma')
    expect(bayu.text).to.contain('hari/bulan/tahun')
    expect(bayu.text).to.match(/Baris dibaca\s*3\s*Dipakai\s*3\s*Ditolak\s*0/)
    const path = bayu.path
    await bayu.open('/registrations')
    expect(bayu.text).to.contain('Belum ada pendaftaran')
    await bayu.open(path)
    expect(bayu.text, 'the preview is still there').to.contain('Hitung 6 sel')
  })

  it('count it when told, and then show it with what is reported of it', async () => {
    await bayu.submit('Hitung 6 sel')
    expect(bayu.text).to.contain('6 sel dihitung.')
    await bayu.open('/registrations')
    const metro = tableOf(bayu).find(row => row[0] === 'Metro')!
    expect(metro[10]).to.equal('4')
    expect(metro.slice(-2)).to.deep.equal(['4', '100%'])
    const south = tableOf(bayu).find(row => row[0] === 'Lampung Selatan')!
    expect(south.slice(-2), 'nothing reported is no zero').to.deep.equal(['–', '0%'])
    expect(tableOf(bayu).at(-1)!.slice(-2)).to.deep.equal(['15 10%', '10%'])
    expect(bayu.text).to.contain(
      '10% hari-wilayah dilaporkan (3 dari 30). Laporan dihitung dari 13 Oktober 2026 sampai 14 Oktober 2026.',
    )
  })

  it('send exactly the figures of the screen as a file, in each language', async () => {
    for (const [visitor, link, separator] of [
      [bayu, 'Unduh CSV', ';'],
      [sari, 'Download CSV', ','],
    ] as const) {
      await visitor.open('/registrations?stream=employer&by=week')
      const screen = tableOf(visitor)
      await visitor.follow(link)
      expect(visitor.headers.get('content-disposition')).to.match(
        /attachment; filename="?gaung-registrations-2026-week.csv/,
      )
      expect(visitor.bytes.toString()).to.contain(separator)
      const [, headings, ...rows] = await csvOf(visitor)
      expect(headings!.filter((_, i) => i === 1 || (i > 1 && i % 2 === 0))).to.deep.equal(
        screen[0]!.slice(0, -1),
      )
      const figures = rows.map(row =>
        row
          .slice(2)
          .filter((_, i) => i % 2 === 0)
          .filter(cell => cell !== ''),
      )
      const shown = screen.slice(1).map(row =>
        row
          .slice(1, -1)
          .map(cell => cell.split(' ')[0]!)
          .filter(cell => /^\d/.test(cell)),
      )
      expect(figures).to.deep.equal(shown)
    }
  })

  it('show a corrected file as a change, and ask before it is undone', async () => {
    office.clock.set(addMinutes(office.clock.now(), 60))
    await sari.open('/registrations/imports')
    await sari.submit('Read the file', { file: file(october.replace('4;9', '5;9'), 'corrected.csv') })
    expect(sari.text).to.match(/13 Oct 2026 Metro Self-enrolled \(BPU\) 4 5/)
    await sari.submit('Count 1 cells')
    const path = sari.path
    await sari.open('/registrations')
    expect(
      tableOf(sari)
        .find(row => row[0] === 'Metro')!
        .at(-2),
    ).to.equal('5')
    await sari.open(path)
    await sari.follow('Undo import')
    expect(sari.text).to.contain('The total goes back from 27 to 26.')
    office.clock.set(addMinutes(office.clock.now(), 60))
    await sari.submit('Undo import')
    expect(sari.text).to.contain('undone')
    await sari.open('/registrations')
    expect(
      tableOf(sari)
        .find(row => row[0] === 'Metro')!
        .at(-2),
    ).to.equal('4')
  })

  it('give the same bytes as of a past moment after everything that came later', async () => {
    const then = office.clock.now()
    const path = `/registrations.csv?year=2026&stream=all&by=month&asOf=${then}`
    const before = (await bayu.open(path)).bytes
    for (let day = 1; day <= 9; day++) {
      office.clock.set(addMinutes(office.clock.now(), 5))
      await bayu.open('/registrations/imports')
      await bayu.submit('Baca berkas', {
        file: file(`tanggal;kabupaten;BPU\n2026-10-${day + 10};Metro;${day}\n`),
      })
      await bayu.submit('Hitung 1 sel')
    }
    expect((await bayu.open(path)).bytes.equals(before)).to.equal(true)
    expect((await bayu.open('/registrations.csv?stream=all')).bytes.equals(before)).to.equal(false)
    await bayu.open('/registrations?asOf=2026-11-15')
    expect(bayu.text).to.contain('Pada saat itu belum ada pendaftaran yang diketahui.')
    await bayu.open('/registrations?asOf=kemarin')
    expect(bayu.status).to.equal(200)
  })

  it('refuse the file that was counted already', async () => {
    await bayu.open('/registrations')
    await bayu.submit('Baca berkas', { file: file(october, 'lagi.csv') })
    expect(bayu.status).to.equal(422)
    expect(bayu.text).to.contain('sudah diimpor sebagai pendaftaran.csv')
  })

  it('show everybody what is known, and let nobody else change it', async () => {
    for (const person of ['maruli', 'hendra'] as const) {
      const visitor = await office.signedIn(person)
      await visitor.open('/registrations')
      expect(visitor.status).to.equal(200)
      expect(visitor.all('input[type=file]')).to.have.length(0)
      await visitor.open('/registrations/imports')
      const refused = await visitor.send('/registrations/imports', { method: 'POST', body: new FormData() })
      expect(refused.status).to.equal(403)
    }
  })
})
