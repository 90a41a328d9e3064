import { expect } from 'chai'
import { sendWeekLinks } from '../../src/operations/send-week-links.js'
import { contacts, outlets } from '../support/people.js'
import { anOrderOfGema } from '../support/planned.js'
import { startServer, type TestServer } from '../support/server.js'
import { linkIn, startMailServer, type MailServer } from '../support/smtp.js'
import type { Visitor } from '../support/visitor.js'

describe('An outlet', () => {
  let office: TestServer
  let bayu: Visitor
  let ratna: Visitor
  const gema = `/outlets/${outlets.gema.id}`

  before(async () => {
    office = await startServer()
    bayu = await office.signedIn('bayu')
    ratna = await office.signedIn('ratna')
  })
  after(() => office.stop())

  it('has rates with their days: a new one ends the old the day before, and no day has two', async () => {
    await bayu.open(`${gema}/rates`)
    const rate = { format: 'spot', seconds: '30', rupiah: '150.000', validFrom: '2026-01-01' }
    await bayu.submit('Simpan', rate)
    await bayu.submit('Simpan', { ...rate, rupiah: '175.000', validFrom: '2026-12-01' })
    const kept = await office.app.store.rates.listOf(outlets.gema.id)
    expect(kept.map(({ rupiah, validFrom, validTo }) => [rupiah, validFrom, validTo])).to.deep.equal([
      [175_000, '2026-12-01', null],
      [150_000, '2026-01-01', '2026-11-30'],
    ])
    await bayu.submit('Simpan', { ...rate, validFrom: '2026-06-01' })
    expect(bayu.status).to.equal(422)
    expect(bayu.text).to.contain('Sudah ada tarif untuk bentuk dan panjang ini')
    expect(bayu.find('#rupiah').getAttribute('value')).to.equal('150.000')
    await bayu.submit('Hapus', {}, { near: '175.000' })
    expect(await office.app.store.rates.listOf(outlets.gema.id)).to.have.lengthOf(1)
  })

  it('is off air for days that are noted, ended and taken back', async () => {
    await bayu.open(`${gema}/off-air`)
    await bayu.submit('Simpan', { firstDay: '2026-11-10', reason: 'Menara tersambar petir' })
    await bayu.open(gema)
    expect(bayu.text).to.contain('Sedang tidak mengudara: Menara tersambar petir')
    await bayu.open(`${gema}/off-air`)
    await bayu.submit('Sudah mengudara lagi')
    expect(await office.app.store.outlets.offAir(outlets.gema.id)).to.have.nested.property(
      '[0].lastDay',
      '2026-11-15',
    )
    await bayu.open(gema)
    expect(bayu.text).not.to.contain('Sedang tidak mengudara')
    await bayu.open(`${gema}/off-air`)
    await bayu.submit('Simpan', { firstDay: '2026-12-10', lastDay: '2026-12-01', reason: 'x' })
    expect(bayu.status).to.equal(422)
    await bayu.submit('Hapus')
    expect(await office.app.store.outlets.offAir(outlets.gema.id)).to.deep.equal([])
  })

  it('loses its verification when its licence changes, and its place in new orders when it is retired', async () => {
    await ratna.open(`${gema}/edit`)
    await ratna.submit('Simpan', { city: 'Metro' })
    expect(ratna.text).to.contain('terverifikasi').and.not.contain('belum diverifikasi')
    await ratna.open(`${gema}/edit`)
    await ratna.submit('Simpan', { licence: 'ISR 99/2026' })
    expect(ratna.text).to.contain('belum diverifikasi')
    await ratna.submit('Nyatakan terverifikasi')
    await ratna.submit('Jangan dipakai lagi')
    expect(ratna.text).to.contain('tidak dipakai lagi')
    await ratna.submit('Pakai lagi')
    expect(ratna.text).to.contain('terverifikasi')
  })

  it('says at once which others belong to the same owner, however it is written', async () => {
    await ratna.open(`/outlets/${outlets.pesisir.id}/edit`)
    await ratna.submit('Simpan', { ownerGroup: 'PT Siger Media, Tbk.' })
    await ratna.open(`/outlets/${outlets.warta.id}/edit`)
    await ratna.submit('Simpan', { ownerGroup: 'siger media grup' })
    expect(ratna.text).to.contain('Satu pemilik dengan Radio Pesisir Selatan')
  })

  it('keeps coverage to the tenth of a per cent, with its source and date', async () => {
    await bayu.open(`${gema}/coverage`)
    const source = { source: 'Survei', asOf: '2026-11-01' }
    await bayu.submit('Simpan', { ...source, 'share-18.71': '42,5', 'share-18.01': '100,5' })
    expect(bayu.status).to.equal(422)
    await bayu.submit('Simpan', { 'share-18.01': '7.25' })
    const kept = await office.app.store.outlets.coverage(outlets.gema.id)
    expect(kept.filter(figure => figure.asOf === '2026-11-01').map(figure => figure.share)).to.deep.equal([
      0.0725, 0.425,
    ])
    await bayu.open(`${gema}/coverage`)
    expect(bayu.find('[name="share-18.71"]').getAttribute('value')).to.equal('42,5')
  })
})

describe('A contact who leaves', () => {
  let office: TestServer
  let mail: MailServer
  let bayu: Visitor
  const wayan = `/contacts/${contacts.wayan.id}`

  before(async () => {
    mail = await startMailServer()
    office = await startServer({ env: { SMTP_URL: mail.url } })
    bayu = await office.signedIn('bayu')
  })
  after(() => office.stop())

  it('hands over open orders and weeks: old links end, the successor gets new ones', async () => {
    await anOrderOfGema(office)
    office.clock.set('2026-11-23T01:00:00.000Z')
    await sendWeekLinks(office.app)
    const order = linkIn(await mail.next(contacts.wayan.email))
    const week = linkIn(await mail.next(contacts.wayan.email))

    await bayu.open(`${wayan}/hand-over`)
    await bayu.submit('Serahkan kepada orang lain', { name: 'Nyoman Adi', email: '', noSuccessor: 'yes' })
    expect(bayu.status).to.equal(422)
    await bayu.submit('Serahkan kepada orang lain', {
      name: 'Nyoman Adi',
      email: 'nyoman@media.test',
      noSuccessor: [],
    })
    expect(bayu.text).to.contain('Tidak melayani media mana pun sekarang')

    const old = office.visitor()
    expect((await old.open(order)).status).to.equal(404)
    expect((await old.open(week)).status).to.equal(404)
    const nyoman = office.visitor()
    await nyoman.open(linkIn(await mail.next('nyoman@media.test')))
    expect(nyoman.text).to.contain('Radio Gema Saburai')
    await nyoman.open(linkIn(await mail.next('nyoman@media.test')))
    expect(nyoman.status).to.equal(200)
    expect(
      await office.app.store.contacts.listOfOutlet(outlets.pesisir.id, '2026-11-23'),
    ).to.have.nested.property('[0].email', 'nyoman@media.test')
  })

  it('is changed under one address only', async () => {
    await bayu.open(wayan)
    await bayu.submit('Simpan', { email: contacts.dian.email })
    expect(bayu.status).to.equal(422)
    await bayu.submit('Simpan', { email: 'wayan.baru@media.test' })
    expect(bayu.text).to.contain('Narahubung tersimpan')
  })
})
