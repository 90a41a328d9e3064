import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { addMinutes } from '../../src/domain/time.js'
import { dump } from '../support/dump.js'
import { putOnAir, weekAddress } from '../support/on-air.js'
import { startServer, type TestServer } from '../support/server.js'
import { linkIn, startMailServer, type MailServer } from '../support/smtp.js'

const t = words.id

describe('Somebody whose link has ended', () => {
  let mail: MailServer
  let server: TestServer
  beforeEach(async () => {
    mail = await startMailServer()
    server = await startServer({ env: { SMTP_URL: mail.url, GAUNG_PROXIES: '1' } })
    server.clock.set('2026-11-23T01:00:00.000Z')
  })
  afterEach(async () => {
    await server.stop()
    await mail.stop()
  })

  const newLinks = () => mail.letters.filter(({ subject }) => subject === t.newLink.mailSubject)

  const ask = async (email: string, from = '10.0.0.1') => {
    const clerk = server.visitor()
    clerk.address = from
    await clerk.open('/new-link')
    await clerk.submit(t.newLink.send, { email })
    return clerk
  }

  it('asks with the address on file and gets one that opens every week still waiting', async () => {
    await putOnAir(server.app, { runs: 3 })
    await putOnAir(server.app, { monday: '2026-11-09', runs: 2, number: 2 })
    const old = await weekAddress(server.app)
    server.clock.set(addMinutes(server.clock.now(), 91 * 24 * 60))
    const clerk = server.visitor()
    await clerk.open(old)
    expect(clerk.status).to.equal(404)
    await clerk.follow(t.newLink.askHere)
    await clerk.submit(t.newLink.send, { email: ' Wayan@Media.test ' })
    expect(clerk.text).to.include(t.newLink.sent)
    await server.runJobs()
    const letter = await mail.next('wayan@media.test')
    expect(letter.subject).to.equal(t.newLink.mailSubject)
    await clerk.open(linkIn(letter))
    expect(clerk.text).to.include(t.partner.count('3'))
    await clerk.follow(t.inbox.openWeek('9 Nov – 15 Nov 2026', '2'))
    await clerk.submit(t.partner.allRan('2'))
    expect(clerk.text).to.include(t.partner.doneSome('2'))
    await clerk.open(old)
    expect(clerk.status).to.equal(404)
  })

  it('is answered the same whether or not the address is known, and nothing is written for an unknown one', async () => {
    await putOnAir(server.app, { runs: 1 })
    await server.runJobs()
    const before = await dump(server.connection)
    const unknown = await ask('siapa@media.test')
    expect(await dump(server.connection)).to.deep.equal(before)
    const known = await ask('wayan@media.test')
    expect([known.status, known.path, known.find('main').textContent]).to.deep.equal([
      unknown.status,
      unknown.path,
      unknown.find('main').textContent,
    ])
    await server.runJobs()
    expect(newLinks().map(({ recipient }) => recipient)).to.deep.equal(['wayan@media.test'])
  })

  it('cannot be used to flood an inbox: one mail an hour, three tries of an address from one place', async () => {
    await putOnAir(server.app, { runs: 1 })
    const statuses: number[] = []
    for (let tries = 0; tries < 5; tries++) statuses.push((await ask('wayan@media.test')).status)
    expect(statuses).to.deep.equal([200, 200, 200, 429, 429])
    expect((await ask('wayan@media.test', '10.0.0.2')).status).to.equal(200)
    await server.runJobs()
    expect(newLinks()).to.have.lengthOf(1)
    const refused = await ask('bukan surel', '10.0.0.3')
    expect([refused.status, refused.text.includes(t.problems['not-an-email']())]).to.deep.equal([422, true])
  })
})
