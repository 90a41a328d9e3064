import { expect } from 'chai'
import { sheet } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const file = (text: string | Buffer) => new File([text], 'pendaftaran.csv')

describe('The preview of an import', () => {
  let office: TestServer
  let bayu: Visitor
  let sari: Visitor

  before(async () => {
    office = await startServer()
    bayu = await office.signedIn('bayu')
    sari = await office.signedIn('sari')
  })

  it('asks what unknown names mean, and remembers it for the next file', async () => {
    const text =
      'tanggal;kabupaten;jalur;jumlah\n20/10/2026;Kotabumi;BPU;3\n20/10/2026;Atlantis;BPU;4\n20/10/2026;Metro;Magang;7\n'
    await bayu.open('/registrations/imports')
    await bayu.submit('Baca berkas', { file: file(text) })
    expect(bayu.text).to.contain('Nama yang belum dikenal')
    await bayu.submit('Simpan arti nama', {
      'district-0': '18.03',
      'district-1': 'left-out',
      'stream-0': 'employer',
    })
    expect(bayu.text).to.match(
      /Baris dibaca\s*3\s*Dipakai\s*2\s*Ditolak\s*0\s*Dilewati atas pilihan Anda\s*1/,
    )
    await bayu.submit('Buang pratinjau')
    await bayu.submit('Baca berkas', { file: file('tanggal;kabupaten;BPU\n21/10/2026;KOTABUMI;5\n') })
    expect(bayu.text).to.contain('Hitung 1 sel')
    await bayu.submit('Buang pratinjau')
  })

  it('holds the count back until faulty rows may be left out, and says which', async () => {
    await bayu.open('/registrations/imports')
    await bayu.submit('Baca berkas', {
      file: file('tanggal;kabupaten;BPU\n25/10/2026;Metro;5\n26/10/2026;Metro;-5\n'),
    })
    expect(bayu.text).to.contain('3 BPU -5 Jumlah negatif.')
    await bayu.submit('Hitung 1 sel')
    expect(bayu.status).to.equal(422)
    expect(bayu.text).to.contain('1 baris keliru.')
    await bayu.submit('Hitung 1 sel', { leaveOut: 'yes' })
    expect(bayu.text).to.contain('1 sel dihitung.')
  })

  it('asks for the order of dates instead of guessing it', async () => {
    await sari.open('/registrations/imports')
    await sari.submit('Read the file', { file: file(sheet('07-unsure-dates.csv')) })
    expect(sari.text).to.contain('The dates can be read in two ways. Which is right?')
    expect(sari.all('input[name=dayOrder][checked]')).to.have.length(0)
    await sari.submit('Read again')
    expect(sari.text, 'no answer, no guess').to.contain('The dates can be read in two ways')
    await sari.submit('Read again', { dayOrder: 'day-month' })
    expect(sari.text).to.contain('Count 3 cells')
    await sari.submit('Discard preview')
  })

  it('asks what a list of employer lots is of the counts, shows no firm, and counts it as answered', async () => {
    await bayu.open('/registrations/imports')
    await bayu.submit('Baca berkas', { file: file(sheet('17-firms.csv')) })
    expect(bayu.text).to.contain('Apakah tenaga kerja dalam daftar ini sudah termasuk dalam jumlah harian?')
    expect(bayu.all('input[name=lots][checked]'), 'nothing is guessed').to.have.length(0)
    expect(bayu.html).to.not.contain('Sumber Rejeki').and.not.contain('Maju Jaya')
    await bayu.submit('Baca lagi', { dayOrder: 'day-month', lots: 'alone' })
    expect(bayu.text).to.match(/Pendaftaran perusahaan baru\s*3/)
    expect(bayu.text).to.match(/Tenaga kerja, baru atau berubah\s*139/)
    await bayu.submit('Hitung 6 sel')
    expect(bayu.text).to.contain('6 sel dihitung.')
    await bayu.open('/registrations?stream=employer')
    expect(bayu.text).to.contain('139')
  })
})
