import { expect } from 'chai'
import { mailStatus } from '../../src/domain/mail.js'
import { addMinutes } from '../../src/domain/time.js'
import { words } from '../../src/language/words.js'
import { requestPasswordReset } from '../../src/operations/request-password-reset.js'
import { dump } from '../support/dump.js'
import { people, storyBegins } from '../support/people.js'
import { runScript } from '../support/run.js'
import { startServer, type TestServer } from '../support/server.js'
import { linkIn, startMailServer, type MailServer } from '../support/smtp.js'

const { bayu, sari } = people

describe('A mail', () => {
  let server: TestServer
  let mail: MailServer
  beforeEach(async () => {
    mail = await startMailServer()
    server = await startServer({ env: { SMTP_URL: mail.url, MAIL_FROM: 'Gaung <gaung@kantor.test>' } })
  })
  afterEach(async () => {
    await server.stop()
    await mail.stop()
  })

  const ask = (email = bayu.email) => requestPasswordReset(server.app, email)
  const row = async () => (await server.app.store.outbox.list('all', { limit: 1, offset: 0 }))[0]!
  const after = async (minutes: number) => {
    server.clock.set(addMinutes(storyBegins, minutes))
    await server.runJobs()
  }

  it('leaves as soon as what causes it is done', async () => {
    await ask()
    await server.runJobs()
    expect(mail.letters).to.have.length(1)
    expect(mailStatus(await row())).to.equal('sent')
  })

  it('is text and HTML in the language of who gets it, from one address, under the number of its row', async () => {
    await ask(sari.email)
    await server.runJobs()
    const [letter] = mail.letters
    expect(letter).to.include({ recipient: sari.email, subject: words.en.mails.resetSubject })
    expect(letter!.from).to.include({ address: 'gaung@kantor.test' })
    expect(letter!.messageId).to.equal(`<${(await row()).id}@kantor.test>`)
    expect(letter!.text).to.include(words.en.mails.resetText)
    expect(letter!.html).to.include(words.en.mails.resetText).and.include('lang="en"')
    const header = letter!.headers.find(({ key }) => key === 'auto-submitted')
    expect(header?.value).to.equal('auto-generated')
  })

  it('holds a link that opens; the database holds none', async () => {
    await ask()
    await server.runJobs()
    const path = linkIn(mail.letters[0]!)
    expect(mail.letters[0]!.text).to.include(server.url + path)
    expect(mail.letters[0]!.html).to.include(server.url + path)
    expect((await server.visitor().open(path)).status).to.equal(200)
    const token = path.split('/').at(-1)!
    const kept = JSON.stringify(await dump(server.connection))
    expect(kept).not.to.include(token)
    expect((await row()).bodyText).to.include('/password-reset/link:')
  })

  it('is sent exactly once, though two processes deliver', async () => {
    const { databaseUrl, dataFolder, secret } = server.app.config
    const quiet = { ...server.app, wake: () => {} }
    const wanted = Object.values(people).map(({ email }) => email)
    for (const email of wanted) await requestPasswordReset(quiet, email)
    await server.connection.writer.updateTable('outbox').set({ expiresAt: null }).execute()
    const env = {
      DATABASE_URL: databaseUrl,
      GAUNG_DATA: dataFolder,
      GAUNG_SECRET: secret,
      SMTP_URL: mail.url,
    }
    await Promise.all([1, 2].map(() => runScript('job', ['deliver-mail'], env)))
    expect(mail.letters.map(letter => letter.recipient).toSorted()).to.deep.equal(wanted.toSorted())
  })

  it('that the server cannot take now is tried again, later each time', async () => {
    mail.answer(451)
    await ask()
    await server.runJobs()
    expect(mailStatus(await row())).to.equal('retrying')
    expect(await row()).to.include({ attempts: 1, dueAt: addMinutes(storyBegins, 2) })
    await after(1)
    expect((await row()).attempts).to.equal(1)
    await after(2)
    expect(await row()).to.include({ attempts: 2, dueAt: addMinutes(storyBegins, 6) })
    expect((await row()).lastError).to.include('451')
    mail.answer()
    await after(6)
    expect([mailStatus(await row()), mail.letters.length]).to.deep.equal(['sent', 1])
  })

  it('that the server will never take has failed at once, and staff can see why', async () => {
    mail.answer(550)
    await ask()
    await server.runJobs()
    expect(mailStatus(await row())).to.equal('failed')
    expect((await row()).lastError).to.include('550')
    expect((await server.app.store.outbox.counts()).failed).to.equal(1)
    mail.answer()
    await after(60)
    expect(mail.letters).to.deep.equal([])
  })

  it('waits while the server is down', async () => {
    await mail.stop()
    await ask()
    await server.runJobs()
    expect(mailStatus(await row())).to.equal('retrying')
    expect((await server.app.store.jobs.list()).every(job => job.lastError === null)).to.equal(true)
  })

  it('is given up after twelve attempts', async () => {
    mail.answer(451)
    await ask()
    // Its link ends after two hours, and twelve attempts take a day: the link is made to last.
    const { writer } = server.connection
    await writer.updateTable('outbox').set({ expiresAt: null }).execute()
    let minutes = 0
    for (let attempt = 1; attempt <= 12; attempt++) {
      await after(minutes)
      expect((await row()).attempts).to.equal(attempt)
      minutes += 240
    }
    expect(mailStatus(await row())).to.equal('failed')
  })

  it('about something that is gone has failed, and says so', async () => {
    await ask()
    await server.connection.writer
      .updateTable('outbox')
      .set({ payload: '{"userId":"x","linkId":"y"}' })
      .execute()
    await server.runJobs()
    expect(mailStatus(await row())).to.equal('failed')
    expect((await row()).lastError).to.equal('what this mail is about is gone')
  })

  it('that has outlived its link is not sent', async () => {
    mail.answer(451)
    await ask()
    await server.runJobs()
    mail.answer()
    await after(121)
    expect([mailStatus(await row()), mail.letters.length]).to.deep.equal(['dropped', 0])
  })

  it('that cannot be made keeps no other from being sent', async () => {
    const { store, newId } = server.app
    const times = { createdAt: storyBegins, dueAt: addMinutes(storyBegins, -5), expiresAt: null }
    const broken = {
      recipient: 'no address',
      language: 'id',
      kind: 'password-reset',
      payload: {},
      subjectId: 'x',
    } as const
    await store.write(tx => tx.outbox.add({ id: newId(), dedupeKey: 'broken', ...broken, ...times }))
    await ask()
    await server.runJobs()
    expect(mail.letters.map(({ recipient }) => recipient)).to.deep.equal([bayu.email])
  })
})

describe('Without a mail server', () => {
  it('mails are kept for the mailbox page', async () => {
    const server = await startServer()
    await requestPasswordReset(server.app, bayu.email)
    await server.runJobs()
    const [kept] = await server.app.store.outbox.list('all', { limit: 1, offset: 0 })
    expect(kept!.bodyText).to.include(words.id.mails.resetText)
    await server.stop()
  })
})
