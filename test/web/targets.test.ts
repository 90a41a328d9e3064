import { expect } from 'chai'
import { seedRegistrations } from '../../src/operations/seed-registrations.js'
import { daysFrom } from '../../src/domain/time.js'
import { bayu as actor } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const file = (text: string, name = 'target.csv') => new File([text], name)
const months = Array.from({ length: 12 }, (_, i) => i + 1)

/** 46,906 workers in 2011, of one district here. */
const lampung = `kabupaten;bulan;BPU;PU\n${months.map(month => `Metro;${month};${month <= 10 ? 1000 : 1000};${month <= 10 ? 2909 : 2908}`).join('\n')}\nJumlah;;12.000;34.906\n`

describe('The pages of targets', () => {
  let office: TestServer
  let bayu: Visitor
  let hendra: Visitor
  let indah: Visitor

  before(async () => {
    office = await startServer()
    ;[bayu, hendra, indah] = await Promise.all([
      office.signedIn('bayu'),
      office.signedIn('hendra'),
      office.signedIn('indah'),
    ])
  })

  it('say that there are none yet', async () => {
    await bayu.open('/targets')
    expect(bayu.text).to.contain('Belum ada target yang berlaku untuk tahun ini.')
  })

  it('refuse a list with mistakes whole, and name each with its line', async () => {
    await bayu.follow('Ajukan target')
    await bayu.submit('Baca berkas', {
      year: '2011',
      reason: 'Rencana kerja',
      file: file('kabupaten;bulan;BPU\nMetro;13;5\nAtlantis;1;5\n'),
    })
    expect(bayu.status).to.equal(422)
    expect(bayu.text).to.contain('2 baris keliru.')
    expect(bayu.text).to.match(
      /2\s*13\s*Bulan tidak terbaca\..*3\s*Atlantis\s*Kabupaten\/kota tidak dikenal\./,
    )
    expect(bayu.find('[name=reason]').textContent, 'what was typed stays').to.equal('Rencana kerja')
    await bayu.submit('Baca berkas', {
      year: '2011',
      reason: 'Rencana kerja',
      file: file('kabupaten;bulan\nMetro;1\n'),
    })
    expect(bayu.text).to.contain('Kolom untuk target tidak ditemukan.')
    await bayu.submit('Baca berkas', { year: '11', reason: '' })
    expect(bayu.status).to.equal(422)
  })

  it('show what a new version changes, and keep it from counting until somebody else approves', async () => {
    await bayu.open('/targets/new')
    await bayu.submit('Baca berkas', { year: '2011', reason: 'Rencana kerja 2011', file: file(lampung) })
    expect(bayu.text).to.contain('Versi 1 tersimpan sebagai rancangan.')
    expect(bayu.text).to.contain('46.906')
    const version = bayu.path
    await bayu.submit('Kirim untuk disetujui')
    expect(bayu.text).to.contain('menunggu persetujuan')
    expect(bayu.all('form[action$="/approval"]'), 'no button for who wrote it').to.have.length(0)
    await indah.open('/targets?year=2011')
    expect(indah.text).to.contain('No targets are in force for this year yet.')
    await indah.open(version)
    await indah.submit('Approve targets')
    expect(indah.text).to.contain('The targets are in force.')
    expect(indah.text).to.contain('46,906')
  })

  it('refuse approval by who wrote them, twice, or of what an approved one replaced', async () => {
    const propose = async (reason: string) => {
      await bayu.open('/targets/new')
      await bayu.submit('Baca berkas', {
        year: '2012',
        reason,
        file: file('kabupaten;bulan;BPU\nMetro;1;5\n'),
      })
      const path = bayu.path
      await bayu.submit('Kirim untuk disetujui')
      return path
    }
    const [first, second] = [await propose('Satu'), await propose('Dua')]
    expect(
      (await bayu.send(`${first}/approval`, { method: 'POST' })).status,
      'a planner approves nothing',
    ).to.equal(403)
    await hendra.post(`${second}/approval`, {})
    expect(hendra.status).to.equal(200)
    await hendra.post(`${first}/approval`, {})
    expect(hendra.status, 'an older version').to.equal(409)
    await hendra.post(`${second}/approval`, {})
    expect(hendra.status, 'a second time').to.equal(409)
    await bayu.open(first)
    await bayu.submit('Buang rancangan')
    expect(bayu.text).to.contain('Versi itu dibuang.')
    expect((await bayu.send(first)).status).to.equal(404)
  })

  it('set what came in against the target up to the same day', async () => {
    const days = daysFrom('2011-01-01', '2011-10-31')
    const cells = days.map(day => ({
      districtCode: '18.72',
      streamId: 'self',
      day,
      spanDays: 1,
      state: 'reported' as const,
      count: 100,
    }))
    await seedRegistrations(office.app, actor, { name: 'musim', at: '2011-11-02T03:00:00.000Z', cells })
    await bayu.open('/targets?year=2011&stream=self')
    expect(bayu.text).to.contain('Realisasi sampai 31 Okt 2011')
    expect(bayu.text).to.match(/30\.400/)
    expect(bayu.text).to.match(/Laju 304\s?%/)
    expect(bayu.text).to.contain('Target setahun sudah tercapai')
    await bayu.open('/targets?year=2011')
    expect(bayu.text).to.match(/Laju 78\s?%/)
    expect(bayu.text).to.contain(
      'Sampai 31 Oktober 2011 tercatat 30.400 pendaftaran, target sampai hari itu 39.090.',
    )
  })

  it('doubt a published figure that is the pro-rata target, in a sentence of each language', async () => {
    await bayu.open('/targets/figures/new')
    await bayu.submit('Catat angka', {
      throughDay: '2011-10-31',
      amount: '39.088',
      source: 'https://antaranews.com/berita/286023',
    })
    expect(bayu.path).to.equal('/targets?year=2011')
    expect(bayu.text).to.contain(
      '39.088 sama sampai satuan terakhir dengan 46.906 × 10/12: mungkin target pro rata yang dicetak sebagai realisasi.',
    )
    await indah.open('/targets?year=2011')
    expect(indah.text).to.contain(
      '39,088 is 46,906 × 10/12 to the unit: it may be the pro-rata target printed as the realisation.',
    )
    expect(indah.text).to.contain('30,400')
  })

  it('refuse a figure without a source, of nowhere, or on no day', async () => {
    await bayu.open('/targets/figures/new')
    await bayu.submit('Catat angka', { throughDay: '2011-02-30', amount: 'banyak', source: '' })
    expect(bayu.status).to.equal(422)
    expect(bayu.all('main .error')).to.have.length(3)
    await bayu.post('/targets/figures/new', {
      throughDay: '2011-02-28',
      amount: '5',
      scope: '99.99',
      source: 'x',
      note: '',
    })
    expect(bayu.status).to.equal(422)
  })

  it('leave an audit event for every step', async () => {
    const events = await office.app.store.audit.list({}, { limit: 100 })
    const actions = new Set(events.map(event => event.action))
    for (const action of [
      'targets-proposed',
      'targets-submitted',
      'targets-approved',
      'targets-discarded',
      'published-figure-noted',
    ]) {
      expect(actions.has(action), action).to.equal(true)
    }
  })
})
