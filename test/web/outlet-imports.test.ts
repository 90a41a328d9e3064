import { expect } from 'chai'
import { writeWorkbook } from '../../src/files/xlsx/write-workbook.js'
import { contacts, outlets } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

describe('Importing outlets', () => {
  let office: TestServer
  let bayu: Visitor

  beforeEach(async () => {
    office = await startServer()
    bayu = await office.signedIn('bayu')
    await bayu.open('/outlets')
    await bayu.follow('Impor dari berkas')
  })
  afterEach(() => office.stop())

  const csv = (text: string, name = 'media.csv') => new File([text], name, { type: 'text/csv' })

  it('shows first, then takes over as a whole, and takes back as a whole', async () => {
    const before = await office.app.store.outlets.list()
    await bayu.submit('Baca berkas', {
      file: csv(
        'Nama media,Jenis,Kota\nRadio Baru,Radio,Metro\nRadio Gema Saburai,Radio,Metro\nTV X,Radio TV,Metro\n',
      ),
    })
    expect(bayu.text).to.contain('3 baris dibaca: 2 dapat diimpor, 1 ditolak.').and.contain('kota: Metro')
    expect(await office.app.store.outlets.list()).to.deep.equal(before)
    await bayu.submit('Impor 2 baris')
    expect(bayu.status).to.equal(422)
    await bayu.submit('Impor 2 baris', { leaveOut: 'yes' })
    expect(bayu.text).to.contain('2 baris diimpor.')
    expect(await office.app.store.outlets.find(outlets.gema.id)).to.include({ city: 'Metro' })
    expect(await office.app.store.outlets.findByName('Radio Baru')).to.include({
      medium: 'radio',
      verifiedAt: null,
    })
    await bayu.follow('Batalkan impor')
    await bayu.submit('Batalkan impor')
    expect(bayu.text).to.contain('Impor dibatalkan.')
    const after = await office.app.store.outlets.list()
    expect(after.map(({ version: _, ...outlet }) => outlet)).to.deep.equal(
      before.map(({ version: _, ...outlet }) => outlet),
    )
  })

  it('takes coverage with its source and date from a workbook, and puts earlier figures back', async () => {
    const rows = [
      ['Radio Gema Saburai', 'Bandar Lampung', 55],
      ['Radio Gema Saburai', 'Pringsewu', 12.5],
    ]
    const bytes = writeWorkbook([
      {
        name: 'Jangkauan',
        above: [['Survei 2026']],
        headings: ['Nama media', 'Kabupaten', 'Jangkauan'],
        rows,
      },
    ])
    const file = new File([new Uint8Array(bytes)], 'jangkauan.xlsx')
    await bayu.submit('Baca berkas', { file, source: '', asOf: '2026-01-01' })
    expect(bayu.text).to.contain('Sumber angka tidak tertulis')
    await bayu.submit('Buang berkas')
    await bayu.submit('Baca berkas', { file, source: 'Survei 2026', asOf: '2026-01-01' })
    expect(bayu.text).to.contain('42 % menjadi 55 %')
    await bayu.submit('Impor 2 baris')
    const shares = async () => {
      const kept = await office.app.store.outlets.coverage(outlets.gema.id)
      return kept.map(row => [row.districtCode, row.share, row.source])
    }
    expect(await shares()).to.deep.equal([
      ['18.10', 0.125, 'Survei 2026'],
      ['18.71', 0.55, 'Survei 2026'],
    ])
    await bayu.follow('Batalkan impor')
    await bayu.submit('Batalkan impor')
    expect(await shares()).to.deep.equal([['18.71', 0.42, 'Survei kantor 2026']])
  })

  it('is not undone once somebody has built on it, and the same file is not taken twice', async () => {
    const file = csv('Nama media,Jenis\nRadio Baru,Radio\n')
    await bayu.submit('Baca berkas', { file })
    await bayu.submit('Impor 1 baris')
    const path = bayu.path
    await bayu.open('/outlet-imports')
    await bayu.submit('Baca berkas', { file })
    expect(bayu.status).to.equal(422)
    const { id } = (await office.app.store.outlets.findByName('Radio Baru'))!
    await bayu.open(`/outlets/${id}/contacts`)
    await bayu.submit('Simpan', { name: 'Dian', email: contacts.dian.email })
    await bayu.open(`${path}/undo`)
    await bayu.submit('Batalkan impor')
    expect(bayu.status).to.equal(409)
    expect(await office.app.store.outlets.find(id)).to.include({ name: 'Radio Baru' })
  })

  it('counts nothing when outlets changed between the look and the decision', async () => {
    await bayu.submit('Baca berkas', { file: csv('Nama media,Jenis\nRadio Baru,Radio\n') })
    const ratna = await office.signedIn('ratna')
    await ratna.open('/outlets/new')
    await ratna.submit('Simpan', { name: 'Radio Baru', medium: 'radio', city: 'Metro' })
    await bayu.submit('Impor 1 baris')
    expect(bayu.status).to.equal(409)
  })
})
