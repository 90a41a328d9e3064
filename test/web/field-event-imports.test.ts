import { expect } from 'chai'
import { writeWorkbook } from '../../src/files/xlsx/write-workbook.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const headings = 'Judul;Jenis;Hari pertama;Hari terakhir;Kabupaten/kota;Catatan'
const csv = (...rows: string[]) =>
  new File([`${[headings, ...rows].join('\n')}\n`], 'kegiatan.csv', { type: 'text/csv' })

describe('Importing field events', () => {
  let office: TestServer
  let bayu: Visitor
  const diary = () => office.app.store.fieldEvents.between('2000-01-01', '2030-12-31')

  beforeEach(async () => {
    office = await startServer()
    bayu = await office.signedIn('bayu')
    await bayu.open('/field-events')
    await bayu.follow('Impor dari berkas')
  })
  afterEach(() => office.stop())

  it('shows what a file holds, then notes all of it, each event with its file and line', async () => {
    const file = csv(
      'Sidak pabrik nanas;Pemeriksaan bersama;12 Okt 2026;14 Okt 2026;Lampung Tengah, Kota Metro;Bersama dinas',
      'Server mati;Gangguan sistem;2026-10-20;;semua;',
    )
    await bayu.submit('Baca berkas', { file })
    expect(bayu.text).to.contain('2 baris dibaca: 2 baru, 0 sudah tercatat, 0 keliru.')
    expect(bayu.text).to.contain('Lampung Tengah dan Metro').and.contain('Semua kabupaten/kota')
    expect(await diary(), 'nothing is noted by looking').to.deep.equal([])
    await bayu.submit('Catat 2 kegiatan')
    expect(bayu.text).to.contain('2 kegiatan tercatat.').and.contain('Sidak pabrik nanas')
    const [sidak, server] = await diary()
    expect(sidak).to.include({ kind: 'joint-inspection', lastDay: '2026-10-14', note: 'Bersama dinas' })
    expect(sidak!.districtCodes).to.deep.equal(['18.02', '18.72'])
    expect(server).to.include({ kind: 'outage', firstDay: '2026-10-20', lastDay: '2026-10-20' })
    expect(server!.districtCodes).to.have.length(15)
    const [added] = await office.app.store.audit.list({ subjectId: sidak!.id }, { limit: 1 })
    expect(added!.after).to.include({ line: 2 }).and.to.have.property('sha256')
  })

  it('takes nothing of a file with mistakes, and tells each with its line and reason', async () => {
    const file = csv(
      'Bursa kerja;Bursa kerja;2026-10-12;;Metro;',
      ';Bursa kerja;2026-10-12;;Metro;',
      'A;Pasar malam;2026-10-12;;Metro;',
      'B;Lainnya;kapan saja;;Metro;',
      'C;Lainnya;03/10/2026;;Metro;',
      'D;Lainnya;2026-10-12;2026-10-10;Metro;',
      'E;Lainnya;2026-10-12;;;',
      'F;Lainnya;2026-10-12;;Metro, Jakarta;',
      'G;Lainnya;2 Jan 1990;;Pesisir Barat;',
      'bursa  KERJA;Bursa kerja;2026-10-12;2026-10-12;Metro;',
    )
    await bayu.submit('Baca berkas', { file })
    expect(bayu.text).to.contain('10 baris dibaca: 1 baru, 0 sudah tercatat, 9 keliru.')
    const told = bayu
      .all('section.section')[0]!
      .querySelectorAll('tbody tr')
      .map(row => row.textContent.trim().split(/\s+/)[0])
    expect(told).to.deep.equal(['3', '4', '5', '6', '7', '8', '9', '10', '11'])
    const reasons = bayu.text
    for (const reason of [
      'Judul kosong',
      'Jenis tidak dikenal',
      'Tanggal tidak terbaca',
      'dapat berarti dua hari',
      'Hari terakhir sebelum hari pertama',
      'Kabupaten/kota kosong',
      'Kabupaten/kota tidak dikenal',
      'tidak ada pada hari itu',
      'Sama dengan baris 2',
    ])
      expect(reasons).to.contain(reason)
    await bayu.post(bayu.path, { seen: '1' })
    expect(bayu.status, 'not by going around the page either').to.equal(409)
    expect(await diary()).to.deep.equal([])
  })

  it('takes a workbook, reads 03/10 once another day shows the order, and adds what is new', async () => {
    const workbook = (...rows: string[][]) => {
      const bytes = writeWorkbook([
        {
          name: 'Diary',
          above: [['Field events 2026']],
          headings: ['Event', 'Kind', 'First day', 'Districts'],
          rows,
        },
      ])
      return new File([new Uint8Array(bytes)], 'diary.xlsx')
    }
    const fair = ['Fair', 'Job fair', '03/10/2026', 'Metro']
    const rule = ['Rule', 'Change of policy', '25/10/2026', 'all']
    await bayu.submit('Baca berkas', { file: workbook(fair, rule) })
    await bayu.submit('Catat 2 kegiatan')
    expect((await diary()).map(event => event.firstDay)).to.deep.equal(['2026-10-03', '2026-10-25'])
    await bayu.open('/field-events/import')
    await bayu.submit('Baca berkas', {
      file: workbook(fair, rule, ['Drive', 'Employer drive', '26/10/2026', 'Metro']),
    })
    expect(bayu.text).to.contain('1 baru, 2 sudah tercatat')
    await bayu.submit('Catat 1 kegiatan')
    await bayu.open('/field-events/import')
    await bayu.submit('Baca berkas', { file: workbook(['Fair', 'Job fair', '3 Oct 2026', 'Mesuji']) })
    expect(bayu.text).to.contain('Sudah tercatat untuk wilayah lain')
    expect(await diary()).to.have.length(3)
  })

  it('notes nothing twice, refuses other files, and is not for readers', async () => {
    await bayu.submit('Baca berkas', { file: csv('Fair;Bursa kerja;2026-10-12;;Metro;') })
    const { path } = bayu
    await bayu.post(path, { seen: '1' })
    await bayu.post(path, { seen: '1' })
    expect(bayu.status).to.equal(409)
    expect(await diary()).to.have.length(1)
    await bayu.open('/field-events/import')
    await bayu.submit('Baca berkas', { file: new File(['Judul;Jenis;Wilayah\nA;B;C\n'], 'x.csv') })
    expect(bayu.status).to.equal(422)
    expect(bayu.text).to.contain('Kolom untuk hari pertama tidak ditemukan.')
    await bayu.submit('Baca berkas', { file: csv('Fair;Lainnya;2026-10-12;;Metro;1871054507900001') })
    expect(bayu.text).to.contain('tampak berisi NIK')
    const { sha256 } = await office.app.files.keep(Buffer.from(`${headings}\nX;Lainnya;2026-10-12;;Metro;\n`))
    expect((await bayu.send(`/field-events/import/${sha256}`)).status, 'kept for something else').to.equal(
      404,
    )
    const maruli = await office.signedIn('maruli')
    expect((await maruli.send(path)).status).to.equal(403)
    const indah = await office.signedIn('indah')
    await indah.open(path)
    expect(indah.text).to.contain('All the events of this file are noted already.')
  })
})
