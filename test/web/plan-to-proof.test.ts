import { expect } from 'chai'
import { sendWeekLinks } from '../../src/operations/send-week-links.js'
import { startMailServer, linkIn, type MailServer } from '../support/smtp.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'
import { contacts, outlets } from '../support/people.js'

describe('From plan to proof', () => {
  let office: TestServer
  let mail: MailServer
  let bayu: Visitor
  let sari: Visitor
  let hendra: Visitor
  let partner: Visitor

  before(async () => {
    mail = await startMailServer()
    office = await startServer({ env: { SMTP_URL: mail.url } })
    bayu = await office.signedIn('bayu')
    sari = await office.signedIn('sari')
    hendra = await office.signedIn('hendra')
    partner = office.visitor()
  })

  it('lets a planner plan a campaign, and somebody else approve it', async () => {
    await bayu.open('/campaigns/new')
    await bayu.submit('Simpan dan lanjut', {
      name: 'Rumah Pekerja',
      objective: 'Pedagang pasar mendaftar sendiri.',
      firstDay: '2026-11-16',
      lastDay: '2026-12-13',
    })
    await bayu.submit('Simpan dan lanjut', { streamIds: ['self'], districtCodes: ['18.71'] })
    await bayu.submit('Simpan dan lanjut', { messageIds: ['housing-down-payment'] })
    await bayu.submit('Simpan dan lanjut', { paidRupiah: '12.000.000' })
    expect(bayu.status).to.equal(200)
    expect(bayu.text).to.contain('Kampanye tersimpan.')
    await bayu.submit('Ajukan persetujuan')
    expect(bayu.text).to.contain('menunggu persetujuan')
    await bayu.post(`${bayu.path}/approval`, {})
    expect(bayu.status).to.equal(403)
    await hendra.open('/campaigns')
    await hendra.follow('Rumah Pekerja')
    await hendra.submit('Setujui kampanye')
    expect(hendra.text).to.contain('Kampanye disetujui.')
  })

  it('lets material run only once a second person has checked it', async () => {
    await bayu.open('/campaigns')
    await bayu.follow('Rumah Pekerja')
    await bayu.follow('Tambah materi')
    await bayu.submit('Simpan', {
      title: 'Uang muka rumah',
      medium: 'radio',
      seconds: '30',
      script: 'Peserta aktif sedikitnya satu tahun dapat meminjam uang muka perumahan.',
    })
    expect(bayu.text).to.contain('belum diperiksa')
    await bayu.post(`${bayu.path}/check`, {})
    expect(bayu.status).to.equal(403)
    await sari.open(bayu.path.replace(/\/check$/, ''))
    await sari.submit('Mark as correct')
    expect(sari.text).to.contain('may run')
  })

  it('expands an order into broadcasts when a second person approves it, and sends it by mail', async () => {
    await bayu.open('/campaigns')
    await bayu.follow('Rumah Pekerja')
    await bayu.follow('Pesan siaran')
    await bayu.submit('Buat order', { outletId: outlets.gema.id })
    await bayu.follow('Tambah baris')
    await bayu.submit('Simpan', {
      firstDay: '2026-11-16',
      lastDay: '2026-11-29',
      weekdays: ['0', '2', '4'],
      fromMinute: '06.15',
      toMinute: '09.45',
      runsPerDay: '2',
      rupiah: '150.000',
    })
    expect(bayu.text).to.contain('Baris tersimpan.')
    await bayu.submit('Ajukan persetujuan')
    const order = bayu.path
    await sari.open(order)
    await sari.submit('Approve the order')
    expect(sari.text).to.contain('06:15–08:00')
    await bayu.open(order)
    await bayu.submit('Kirim order')
    expect(bayu.text).to.contain('menunggu jawaban media')
    const letter = await mailTo(contacts.wayan.email)
    expect(letter.subject).to.contain('MO-2026-0001')
    expect(letter.attachments.map(attachment => attachment.mimeType)).to.include('text/calendar')
    await partner.open(linkIn(letter))
    expect(partner.text).to.contain('Radio Gema Saburai')
    await partner.submit('Terima order')
    expect(partner.text).to.contain('sudah Anda terima')
    await bayu.open(order)
    expect(bayu.text).to.contain('Diterima lewat tautan')
  })

  it('asks the outlet once a week what ran, and keeps every answer', async () => {
    office.clock.set('2026-11-23T01:00:00.000Z')
    await sendWeekLinks(office.app)
    const letter = await mailTo(contacts.wayan.email, 'Konfirmasi siaran')
    await partner.open(linkIn(letter))
    expect(partner.text).to.contain('6 siaran menunggu jawaban Anda')
    const week = partner.path
    await partner.submit('Semua 6 tayang')
    expect(partner.text).to.contain('6 jawaban tersimpan')
    await partner.open(week)
    await partner.follow('Perbaiki jawaban')
    const first = partner.all('input[name=id]')[0]!.getAttribute('value')!
    await partner.submit('Lanjut', { id: [first] })
    await partner.submit('Simpan jawaban', { [`what-${first}`]: 'did-not-run' })
    expect(partner.status).to.equal(422)
    await partner.submit('Simpan jawaban', { [`reason-${first}`]: 'technical' })
    expect(partner.text).to.contain('1 jawaban tersimpan')
    expect(partner.text).to.contain('tidak tayang')
  })

  it('lets staff verify what they did not enter themselves', async () => {
    await hendra.open('/verification')
    expect(hendra.all('input[name=id]')).to.have.lengthOf(6)
    const ids = hendra.all('input[name=id]').map(box => box.getAttribute('value')!)
    await hendra.submit('Verifikasi yang dicentang', { id: ids.slice(1) })
    expect(hendra.text).to.contain('5 siaran terverifikasi.')
    await bayu.open('/campaigns')
    await bayu.follow('Rumah Pekerja')
    await bayu.follow('Penayangan')
    expect(bayu.text).to.contain('terverifikasi')
  })

  async function mailTo(recipient: string, subject = '') {
    for (let tries = 0; tries < 100; tries++) {
      const found = mail.letters.findLast(
        letter => letter.recipient === recipient && letter.subject.includes(subject),
      )
      if (found) return found
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    throw new Error(`no mail to ${recipient}`)
  }
})
