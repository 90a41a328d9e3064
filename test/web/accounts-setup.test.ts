import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { makeSetupLink } from '../../src/operations/set-up-office.js'
import { paths } from '../../src/views/paths.js'
import { startServer, type TestServer } from '../support/server.js'
import { tokenOf } from '../support/walk.js'

const t = words.id
const chosen = { password: 'dua belas ekor merpati putih', again: 'dua belas ekor merpati putih' }

describe('The first administrator', () => {
  let server: TestServer
  before(async () => {
    server = await startServer({ beginning: 'empty' })
  })
  after(() => server.stop())
  const form = { officeName: 'Kantor Metro', name: 'Tuti Aryani', email: 'Tuti@Metro.test', ...chosen }
  const address = async () => paths.setup(server.app.tokens.ofLink((await makeSetupLink(server.app))!.id))

  it('finds only the latest link open', async () => {
    const [first, second] = [await address(), await address()]
    expect((await server.visitor().open(first)).status).to.equal(404)
    expect((await server.visitor().open(second)).status).to.equal(200)
  })

  it('is told what is wrong, and keeps what was typed but the password', async () => {
    const visitor = await server.visitor().open(await address())
    await visitor.submit(t.accounts.setupButton, { ...form, again: 'lain sama sekali' })
    expect(visitor.status).to.equal(422)
    expect(visitor.find('#again-error').text).to.equal(t.problems['passwords-differ']())
    expect(visitor.find('#officeName').getAttribute('value')).to.equal('Kantor Metro')
    expect(visitor.html).not.to.include(chosen.password)
  })

  it('makes the account and is in; a second one is impossible', async () => {
    const link = await address()
    const [one, two] = [await server.visitor().open(link), await server.visitor().open(link)]
    await one.submit(t.accounts.setupButton, form)
    expect((await one.open(paths.account)).path).to.equal(paths.account)
    await two.submit(t.accounts.setupButton, { ...form, email: 'lain@metro.test' })
    expect([404, 409]).to.include(two.status)
    expect(await server.app.store.users.list()).to.have.length(1)
    expect(await makeSetupLink(server.app)).to.equal(undefined)
    expect((await server.visitor().open(link)).status).to.equal(404)
  })

  it('is made only where there is nobody, even through an open link', async () => {
    const office = await startServer()
    const visitor = await office.visitor().open(paths.setup(await tokenOf(office.app, 'setup')))
    await visitor.submit(t.accounts.setupButton, form)
    expect(visitor.status).to.equal(409)
    expect(await office.app.store.users.findByEmail('tuti@metro.test')).to.equal(undefined)
    await office.stop()
  })

  it('has named the office', async () => {
    expect((await server.app.store.settings.all()).officeName).to.equal('Kantor Metro')
  })
})
