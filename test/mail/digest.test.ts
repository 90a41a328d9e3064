import { expect } from 'chai'
import { hasNews, type Digest } from '../../src/domain/digest.js'
import { addMinutes } from '../../src/domain/time.js'
import { words } from '../../src/language/words.js'
import { sendDigests } from '../../src/operations/send-digests.js'
import { formats } from '../../src/views/formats.js'
import { digestMail } from '../../src/views/mail/digest.js'
import { putOnAir } from '../support/on-air.js'
import { people, storyBegins } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import { startMailServer, type MailServer } from '../support/smtp.js'

const t = words.id.digest
const quiet: Digest = {
  week: '2026-11-09',
  registrations: { count: 0, before: 12 },
  verdicts: [],
  alerts: [],
  broadcasts: { ran: 0, missed: 0, unanswered: 0 },
}

describe('The weekly digest', () => {
  let server: TestServer
  let mail: MailServer
  const want = (...who: (keyof typeof people)[]) =>
    server.app.store.write(async store => {
      for (const name of who) await store.digestWishes.save(people[name].id, true, storyBegins)
    })

  beforeEach(async () => {
    mail = await startMailServer()
    server = await startServer({ env: { SMTP_URL: mail.url, MAIL_FROM: 'Gaung <gaung@kantor.test>' } })
  })
  afterEach(async () => {
    await server.stop()
    await mail.stop()
  })

  const digests = () => mail.letters.filter(({ recipient }) => /hendra|indah|bayu/.test(recipient))

  it('goes once to everybody who wants it, in their language, as text and HTML, with what the week brought', async () => {
    await putOnAir(server.app, { monday: '2026-11-09' })
    expect(await sendDigests(server.app), 'nobody asked for it').to.equal(0)
    await want('hendra', 'indah')
    expect(await sendDigests(server.app)).to.equal(2)
    expect(await sendDigests(server.app), 'the same week again').to.equal(0)
    await server.runJobs()
    const [hendra, indah] = digests().toSorted((a, b) => (a.recipient < b.recipient ? -1 : 1))
    expect(digests()).to.have.length(2)
    expect(hendra!.subject).to.match(/^Ringkasan minggu/)
    expect(indah!.subject).to.match(/^Digest of the week/)
    for (const body of [hendra!.text, hendra!.html]) {
      expect(body).to.match(/Siaran: \d+ tayang/)
      expect(body).not.to.include('Kesimpulan').and.not.include('lonjakan')
      expect(body).to.include('/account')
    }
  })

  it('is not written for a week that brought nothing, and says only what changed', () => {
    expect(hasNews(quiet)).to.equal(false)
    const one: Digest = {
      ...quiet,
      verdicts: [{ campaignId: 'c', name: 'Rumah', kind: 'no-effect', before: 'cannot-judge' }],
    }
    expect(hasNews(one)).to.equal(true)
    const given = {
      user: { ...people.hendra, createdAt: '', deactivatedAt: null, version: 1 },
      officeName: 'x',
    }
    const addresses = { address: 'https://g.test/overview', stop: 'https://g.test/account' }
    const format = formats('id', 'Asia/Jakarta')
    const content = digestMail(words.id, format, { ...given, ...addresses, digest: one })
    const { verdicts } = words.id
    expect(content.paragraphs.slice(1)).to.deep.equal([
      t.verdictChanged({ name: 'Rumah', kind: verdicts['no-effect'], before: verdicts['cannot-judge'] }),
    ])
    expect(content.table).to.equal(null)
  })

  it('waits for the morning in quiet hours, and is not sent when the next one is due', async () => {
    await putOnAir(server.app, { monday: '2026-11-09' })
    await want('hendra')
    server.clock.set('2026-11-16T15:00:00.000Z')
    await sendDigests(server.app)
    await server.runJobs()
    expect(digests(), 'ten at night').to.have.length(0)
    const waiting = await server.app.store.outbox.list('waiting', { limit: 50, offset: 0 })
    const digest = waiting.find(({ kind }) => kind === 'digest')!
    expect(digest.dueAt).to.equal('2026-11-17T00:00:00.000Z')
    expect(digest.expiresAt).to.equal('2026-11-22T17:00:00.000Z')
  })

  it('is stopped and started by the one who gets it', async () => {
    await putOnAir(server.app, { monday: '2026-11-09' })
    await want('hendra', 'indah')
    const hendra = await server.signedIn('hendra')
    await hendra.open('/account')
    await hendra.submit(t.save, { wanted: 'no' })
    expect(hendra.text).to.include(t.saved)
    expect(hendra.find('[name=wanted] [selected]').getAttribute('value')).to.equal('no')
    const bayu = await server.signedIn('bayu')
    await bayu.open('/account')
    await bayu.submit(t.save, { wanted: 'yes' })
    await sendDigests(server.app)
    await server.runJobs()
    expect(digests().map(({ recipient }) => recipient)).to.have.members([
      people.indah.email,
      people.bayu.email,
    ])
    const [event] = await server.app.store.audit.list({ action: 'digest-chosen' }, { limit: 1 })
    expect(event).to.include({ subjectId: people.bayu.id })
  })

  it('is due every Monday morning by itself', async () => {
    await putOnAir(server.app)
    await want('hendra', 'indah')
    server.clock.set(addMinutes(storyBegins, 7 * 24 * 60))
    await server.runJobs()
    const all = await server.app.store.outbox.list('all', { limit: 200, offset: 0 })
    expect(all.filter(({ kind }) => kind === 'digest').length).to.be.at.least(2)
  })
})
