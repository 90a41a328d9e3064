import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { addMinutes } from '../../src/domain/time.js'
import { postMail } from '../../src/operations/post-mail.js'
import { requestPasswordReset } from '../../src/operations/request-password-reset.js'
import { paths } from '../../src/views/paths.js'
import { people, storyBegins } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import { startMailServer, type MailServer } from '../support/smtp.js'
import { textOf, type Visitor } from '../support/visitor.js'

const t = words.id.system
const { bayu } = people

describe('The mailbox without a mail server', () => {
  let server: TestServer
  let ratna: Visitor
  before(async () => {
    server = await startServer()
    ratna = await server.signedIn('ratna')
    await ratna.open(paths.mailbox)
    expect(ratna.text).to.include(t.mailEmpty)
  })
  after(() => server.stop())

  it('shows what waits, and that nothing is sent', async () => {
    const dueAt = addMinutes(storyBegins, 60)
    const posting = {
      kind: 'password-reset',
      to: bayu,
      subjectId: bayu.id,
      dedupeKey: 'later',
      payload: {},
      dueAt,
    } as const
    await server.app.store.write(store => postMail(server.app, store, posting))
    await server.runJobs()
    await ratna.open(paths.mailbox)
    expect(ratna.text).to.include(t.mailboxNoServer).and.include(bayu.email).and.include(t.mailStatus.waiting)
    await ratna.follow(t.mailKinds['password-reset'])
    expect(ratna.text).to.include(t.mailNotRendered)
  })

  it('keeps a mail with a link that opens, for the administrator to pass on', async () => {
    await requestPasswordReset(server.app, bayu.email)
    await server.runJobs()
    await ratna.open(`${paths.mailbox}?which=sent`)
    expect(ratna.all('.tag').map(textOf)).to.deep.equal([t.mailKept])
    await ratna.follow(words.id.mails.resetSubject)
    expect(ratna.text).to.include(t.mailLinksShown).and.not.include('link:')
    const address = ratna.find('.letter a').getAttribute('href')!
    const visitor = await server.visitor().open(new URL(address).pathname)
    expect(visitor.text).to.include(words.id.accounts.resetTitle)
  })

  it('is for administrators only', async () => {
    for (const person of ['bayu', 'hendra', 'maruli'] as const) {
      expect((await (await server.signedIn(person)).open(paths.mailbox)).status).to.equal(403)
    }
  })

  it('knows no mail that is not there', async () => {
    expect((await ratna.open(paths.mail('nothing'))).status).to.equal(404)
    expect((await ratna.post(paths.mailRetry('nothing'), {})).status).to.equal(404)
  })
})

describe('The mailbox with a mail server', () => {
  let server: TestServer
  let mail: MailServer
  let ratna: Visitor
  before(async () => {
    mail = await startMailServer()
    server = await startServer({ env: { SMTP_URL: mail.url } })
    ratna = await server.signedIn('ratna')
  })
  after(async () => {
    await server.stop()
    await mail.stop()
  })

  it('hides the secret of a link that went out', async () => {
    await requestPasswordReset(server.app, bayu.email)
    await server.runJobs()
    await ratna.open(paths.mailbox)
    await ratna.follow(words.id.mails.resetSubject)
    expect(ratna.text).to.include(t.mailLinksHidden).and.include('/password-reset/…')
    expect(ratna.all('.letter a')).to.have.length(0)
    const token = mail.letters[0]!.text.match(/password-reset\/(\S+)/)![1]!
    expect(ratna.html).not.to.include(token).and.not.include('link:')
  })

  it('says why a mail failed, and sends it again on request, once', async () => {
    mail.answer(550)
    await requestPasswordReset(server.app, people.hendra.email)
    await server.runJobs()
    mail.answer()
    await ratna.open(`${paths.mailbox}?which=failed`)
    expect(ratna.all('tbody tr')).to.have.length(1)
    await ratna.follow(t.mailKinds['password-reset'])
    expect(ratna.text).to.include(t.mailWhyFailed).and.include('550')
    const { path } = ratna
    await ratna.submit(t.mailRetry)
    expect(ratna.text).to.include(t.mailRetried)
    await server.runJobs()
    await ratna.open(path)
    expect(ratna.text).to.include(t.mailStatus.sent)
    expect(mail.letters.filter(letter => letter.recipient === people.hendra.email)).to.have.length(1)
    expect((await ratna.post(`${path}/retry`, {})).status).to.equal(409)
    const [event] = await server.app.store.audit.list({ action: 'mail-retried' }, { limit: 5 })
    expect(event?.before?.['lastError']).to.include('550')
  })

  it('narrows the list to a state, and turns its pages', async () => {
    await ratna.open(`${paths.mailbox}?which=failed`)
    expect(ratna.text).to.include(t.mailEmpty)
    await ratna.open(`${paths.mailbox}?which=sent`)
    expect(ratna.all('tbody tr')).to.have.length(2)
    await ratna.open(`${paths.mailbox}?which=nonsense&from=minus`)
    expect([ratna.status, ratna.all('tbody tr').length]).to.deep.equal([200, 2])
    await ratna.open(`${paths.mailbox}?from=50`)
    await ratna.follow(words.id.common.newer)
    expect(ratna.all('tbody tr')).to.have.length(2)
  })
})
