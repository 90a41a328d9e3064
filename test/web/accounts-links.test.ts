import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { password, people } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import { linkIn, startMailServer, type MailServer } from '../support/smtp.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id
const chosen = { password: 'dua belas ekor merpati putih', again: 'dua belas ekor merpati putih' }

async function begin() {
  const mail = await startMailServer()
  const server = await startServer({ env: { SMTP_URL: mail.url } })
  return { server, mail }
}

async function lastLink(server: TestServer, mail: MailServer): Promise<string> {
  await server.runJobs()
  return linkIn(mail.letters.at(-1)!)
}

const opensAccount = async (visitor: Visitor) => (await visitor.open(paths.account)).path === paths.account

describe('An invitation', () => {
  let server: TestServer
  let mail: MailServer
  let ratna: Visitor
  const guest = { name: 'Putu Ayu', email: 'putu@kantor.test', role: 'planner', language: 'id' }

  before(async () => {
    ;({ server, mail } = await begin())
    ratna = await server.signedIn('ratna')
  })
  after(() => server.stop())

  it('is mailed with a link that lets the person choose a password and come in', async () => {
    await ratna.open(paths.users)
    await ratna.submit(t.accounts.inviteSend, guest)
    expect(ratna.text).to.include(t.accounts.invited(guest.email))
    const link = await lastLink(server, mail)
    const visitor = await server.visitor().open(link)
    expect(visitor.text).to.include(t.accounts.invitationText(guest.name, t.roleNames.planner))
    expect(await opensAccount(visitor)).to.equal(false)
    await visitor.open(link)
    await visitor.submit(t.accounts.invitationAccept, chosen)
    expect(await opensAccount(visitor)).to.equal(true)
  })

  it('works once', async () => {
    const visitor = await server.visitor().open(linkIn(mail.letters.at(-1)!))
    expect(visitor.status).to.equal(404)
    expect(visitor.text).to.include(t.problems['link-refused']())
  })

  it('is refused for an address that has an account, with what was typed kept', async () => {
    await ratna.open(paths.users)
    await ratna.submit(t.accounts.inviteSend, {
      ...guest,
      name: 'Orang Lain',
      email: people.bayu.email.toUpperCase(),
    })
    expect(ratna.status).to.equal(422)
    expect(ratna.find('#email-error').text).to.equal(t.problems['already-taken']())
    expect(ratna.find('#name').getAttribute('value')).to.equal('Orang Lain')
  })

  it('sent again ends the earlier link', async () => {
    await ratna.open(paths.users)
    await ratna.submit(t.accounts.inviteSend, { ...guest, name: 'Komang Adi', email: 'komang@kantor.test' })
    const first = await lastLink(server, mail)
    await ratna.open(paths.users)
    await ratna.submit(t.accounts.inviteAgain, {}, { near: 'Komang Adi' })
    const second = await lastLink(server, mail)
    expect((await server.visitor().open(first)).status).to.equal(404)
    expect((await server.visitor().open(second)).status).to.equal(200)
  })

  it('takes no short, guessable or mistyped password', async () => {
    const link = linkIn(mail.letters.at(-1)!)
    const visitor = await server.visitor().open(link)
    const refusals = [
      { ...chosen, again: 'lain', field: 'again', why: t.problems['passwords-differ']() },
      {
        password: 'pendek',
        again: 'pendek',
        field: 'password',
        why: t.problems['password-too-short']({ length: 12 }),
      },
      {
        password: 'gaunggaunggaung',
        again: 'x',
        field: 'password',
        why: t.problems['password-too-common'](),
      },
      { password: 'komang komang1', again: 'x', field: 'password', why: t.problems['password-too-common']() },
    ]
    for (const { field, why, ...typed } of refusals) {
      await visitor.submit(t.accounts.invitationAccept, typed)
      expect(visitor.status, why).to.equal(422)
      expect(visitor.find(`#${field}-error`).text).to.equal(why)
    }
  })

  it('ends after two weeks', async () => {
    const link = linkIn(mail.letters.at(-1)!)
    server.clock.set('2026-12-01T00:00:00.000Z')
    expect((await server.visitor().open(link)).status).to.equal(404)
  })
})

describe('A forgotten password', () => {
  let server: TestServer
  let mail: MailServer
  before(async () => {
    ;({ server, mail } = await begin())
  })
  after(() => server.stop())

  const ask = async (email: string) =>
    (await server.visitor().open(paths.forgotten)).submit(t.accounts.forgotSend, { email })

  it('is answered alike for a known and an unknown address, and mailed only to the known', async () => {
    const texts = [await ask(people.bayu.email), await ask('siapa@kantor.test')].map(visitor => visitor.text)
    expect(texts[0]).to.include(t.accounts.forgotDone)
    expect(texts[0]).to.equal(texts[1])
    await server.runJobs()
    expect(mail.letters.map(letter => letter.recipient)).to.deep.equal([people.bayu.email])
  })

  it('gives a link that works once, and ends every session of the account', async () => {
    const before = await server.signedIn('bayu')
    const link = await lastLink(server, mail)
    const visitor = await (await server.visitor().open(link)).submit(t.accounts.resetSave, chosen)
    expect(visitor.text).to.include(t.accounts.resetDone)
    expect(await opensAccount(before)).to.equal(false)
    expect((await server.visitor().open(link)).status).to.equal(404)
    await visitor.submit(t.common.signIn, { email: people.bayu.email, password })
    expect(visitor.status).to.equal(422)
    await visitor.submit(t.common.signIn, { email: people.bayu.email, password: chosen.password })
    expect(await opensAccount(visitor)).to.equal(true)
  })

  it('asked for twice, only the later link opens; after two hours neither does', async () => {
    await ask(people.hendra.email)
    const first = await lastLink(server, mail)
    await ask(people.hendra.email)
    const second = await lastLink(server, mail)
    expect((await server.visitor().open(first)).status).to.equal(404)
    expect((await server.visitor().open(second)).status).to.equal(200)
    server.clock.set('2026-11-16T04:00:00.000Z')
    expect((await server.visitor().open(second)).status).to.equal(404)
  })
})
