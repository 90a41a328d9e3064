import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { makeSetupLink } from '../../src/operations/set-up-office.js'
import { paths } from '../../src/views/paths.js'
import { needBrowser, openTab, type Tab } from '../support/browser.js'
import { startServer, type TestServer } from '../support/server.js'
import { linkIn, startMailServer, type MailServer } from '../support/smtp.js'

const password = 'tujuh perahu pulang sebelum magrib'
const fresh = 'sembilan lampu di tepi dermaga'

describe('From the first start to a second person, in the browser', () => {
  let server: TestServer
  let mail: MailServer
  let admin: Tab
  let invited: Tab
  const id = words.id.accounts
  const en = words.en.accounts

  before(async function () {
    needBrowser(this)
    mail = await startMailServer()
    server = await startServer({ beginning: 'empty', env: { SMTP_URL: mail.url } })
    admin = await openTab(server, 'id')
    invited = await openTab(server, 'en')
  })
  after(async () => {
    await admin?.close()
    await invited?.close()
    await server?.stop()
  })

  it('the first administrator sets the office up through the printed link', async () => {
    const link = (await makeSetupLink(server.app))!
    await admin.open(paths.setup(server.app.tokens.ofLink(link.id)))
    await admin.look('setup')
    await admin.press(id.setupButton)
    await admin.look('setup-refused')
    const { officeName, name, email, passwordAgain } = id
    await admin.write({ [officeName]: 'Kantor Metro', [name]: 'Tuti Aryani', [email]: 'tuti@metro.test' })
    await admin.write({ [id.password]: password, [passwordAgain]: password })
    await admin.press(id.setupButton)
    expect(await admin.page.getByText('Tuti Aryani').first().isVisible()).to.equal(true)
  })

  it('invites a manager who reads English', async () => {
    await admin.open(paths.users)
    await admin.look('users')
    await admin.write({ [id.name]: 'Agus Pranoto', [id.email]: 'agus@metro.test' })
    await admin.page.getByLabel(id.role).selectOption('manager')
    await admin.page.getByLabel(id.languageOfMails).selectOption('en')
    await admin.press(id.inviteSend)
    await admin.look('users-invited')
    await server.runJobs()
    expect(mail.letters.map(letter => letter.recipient)).to.deep.equal(['agus@metro.test'])
  })

  it('who opens the mailed link, chooses a password and is in', async () => {
    await invited.open(linkIn(mail.letters[0]!))
    await invited.look('invitation')
    await invited.write({ [en.password]: 'short', [en.passwordAgain]: 'short' })
    await invited.press(en.invitationAccept)
    await invited.look('invitation-refused')
    await invited.write({ [en.password]: password, [en.passwordAgain]: password })
    await invited.press(en.invitationAccept)
    await invited.open(paths.account)
    await invited.look('account')
  })

  it('changes the language of the screen with one press', async () => {
    await invited.press(words.en.common.otherLanguage)
    expect(await invited.page.getByRole('heading', { level: 1 }).innerText()).to.equal(id.accountTitle)
    await invited.press(words.id.common.otherLanguage)
    expect(await invited.page.getByRole('heading', { level: 1 }).innerText()).to.equal(en.accountTitle)
  })

  it('signs out, forgets the password and chooses another by mail', async () => {
    await invited.press(words.en.common.signOut)
    await invited.look('sign-in')
    await invited.follow(en.forgot)
    await invited.look('password-forgotten')
    await invited.write({ [en.email]: 'agus@metro.test' })
    await invited.press(en.forgotSend)
    await server.runJobs()
    await invited.open(linkIn(mail.letters.at(-1)!))
    await invited.look('password-reset')
    await invited.write({ [en.password]: fresh, [en.passwordAgain]: fresh })
    await invited.press(en.resetSave)
  })

  it('and signs in with it, not with the old one', async () => {
    await invited.write({ [en.email]: 'agus@metro.test', [en.password]: password })
    await invited.press(words.en.common.signIn)
    await invited.look('sign-in-refused')
    await invited.write({ [en.email]: 'agus@metro.test', [en.password]: fresh })
    await invited.press(words.en.common.signIn)
    await invited.open(paths.account)
    expect(await invited.page.getByRole('heading', { level: 1 }).innerText()).to.equal(en.accountTitle)
  })

  it('a link that was used says so plainly', async () => {
    await admin.open(linkIn(mail.letters[0]!))
    await admin.look('link-refused')
    expect(await admin.page.getByRole('heading', { level: 1 }).innerText()).to.equal(
      words.id.errors.link.title,
    )
  })
})
