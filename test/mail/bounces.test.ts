import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { sendWeekLinks } from '../../src/operations/send-week-links.js'
import { putOnAir } from '../support/on-air.js'
import { contacts } from '../support/people.js'
import { startServer } from '../support/server.js'
import { startMailServer } from '../support/smtp.js'

describe('A mail that comes back', () => {
  it('marks the contact, once, and puts the task on the desk until the address is mended', async () => {
    const mail = await startMailServer()
    const server = await startServer({ env: { SMTP_URL: mail.url } })
    server.clock.set('2026-11-23T01:00:00.000Z')
    await putOnAir(server.app, { runs: 1 })
    mail.answer(550)
    await sendWeekLinks(server.app)
    await server.runJobs()
    const { store } = server.app
    const wayan = (await store.contacts.find(contacts.wayan.id))!
    expect(wayan.staleAt).to.equal(server.clock.now())
    const events = await store.audit.after(0, 1000)
    expect(events.filter(({ action }) => action === 'contact-bounced')).to.have.lengthOf(1)
    const bayu = await server.signedIn('bayu')
    await bayu.open('/')
    expect(bayu.text).to.include(words.id.home.tasks['contact-stale'])
    await bayu.follow(wayan.name)
    await bayu.submit(words.id.common.save, { email: 'wayan.baru@media.test' })
    await bayu.open('/')
    expect(bayu.text).not.to.include(words.id.home.tasks['contact-stale'])
    await server.stop()
    await mail.stop()
  })

  it('for a while only, or to nobody of an outlet, marks nobody', async () => {
    const mail = await startMailServer()
    const server = await startServer({ env: { SMTP_URL: mail.url } })
    server.clock.set('2026-11-23T01:00:00.000Z')
    await putOnAir(server.app, { runs: 1 })
    mail.answer(451)
    await sendWeekLinks(server.app)
    await server.runJobs()
    expect((await server.app.store.contacts.find(contacts.wayan.id))!.staleAt).to.equal(null)
    await server.stop()
    await mail.stop()
  })

  it('can be told by hand, and the task ends when the address works again or a new one is saved', async () => {
    const server = await startServer()
    const t = words.id.outlets
    const bayu = await server.signedIn('bayu')
    const onDesk = async () => {
      await bayu.open('/')
      return bayu.text.includes(words.id.home.tasks['contact-stale'])
    }
    const mark = async (button: string) => {
      await bayu.open(`/contacts/${contacts.wayan.id}`)
      await bayu.submit(button)
    }
    await mark(t.markStale)
    expect(bayu.text).to.include(t.markedStale).and.include(`Surat ke ${contacts.wayan.email} tidak sampai`)
    expect(await onDesk()).to.equal(true)
    await bayu.post(`/contacts/${contacts.wayan.id}/stale-address`, {})
    expect(bayu.status, 'marked already').to.equal(409)
    await mark(t.markWorking)
    expect(await onDesk()).to.equal(false)
    await mark(t.markStale)
    await bayu.submit(words.id.common.save, { name: 'Wayan S.' })
    expect(await onDesk(), 'the old address').to.equal(true)
    await bayu.open(`/contacts/${contacts.wayan.id}`)
    await bayu.submit(words.id.common.save, { email: 'wayan.baru@media.test' })
    expect(await onDesk()).to.equal(false)
    const events = await server.app.store.audit.list({}, { limit: 10 })
    expect(events.filter(({ action }) => action === 'contact-marked-stale')).to.have.lengthOf(2)
    await server.stop()
  })
})
