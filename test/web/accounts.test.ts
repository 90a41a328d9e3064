import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { password, people } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id
const opensAccount = async (visitor: Visitor) => (await visitor.open(paths.account)).path === paths.account

describe('Accounts', () => {
  let server: TestServer
  let ratna: Visitor
  before(async () => {
    server = await startServer()
    ratna = await server.signedIn('ratna')
  })
  after(() => server.stop())

  it('are listed with their role and state', async () => {
    await ratna.open(paths.users)
    const rows = ratna.all('tbody tr').map(row => row.textContent)
    expect(rows).to.have.length(Object.keys(people).length)
    const sari = rows.find(row => row.includes('Sari Wulandari'))
    expect(sari).to.include(t.roleNames.planner).and.include(t.accounts.status.active)
  })

  it('deactivated end their sessions and cannot sign in again', async () => {
    const maruli = await server.signedIn('maruli')
    await ratna.open(paths.userDeactivation(people.maruli.id))
    expect(ratna.text).to.include('Maruli Siregar')
    expect(await opensAccount(maruli)).to.equal(true)
    await ratna.submit(t.accounts.deactivateButton)
    expect(ratna.text).to.include(t.accounts.deactivated)
    expect(await opensAccount(maruli)).to.equal(false)
    await maruli.open(paths.signIn)
    await maruli.submit(t.common.signIn, { email: people.maruli.email, password })
    expect(maruli.text).to.include(t.problems['sign-in-failed']())
  })

  it('keep the last administrator: nobody ends their own account', async () => {
    await ratna.open(paths.users)
    const own = ratna.all('tbody tr').find(row => row.textContent.includes('Ratna Dewi'))!
    expect(own.querySelectorAll('button, a')).to.have.length(0)
    await ratna.post(paths.userDeactivation(people.ratna.id), {})
    expect(ratna.status).to.equal(409)
    expect(ratna.text).to.include(t.problems['own-account']())
  })

  it('that do not exist cannot be changed', async () => {
    expect((await ratna.post(paths.userDeactivation('nobody'), {})).status).to.equal(404)
    expect((await ratna.post(paths.userInvitation('nobody'), {})).status).to.equal(404)
  })

  it('change their name and language', async () => {
    const bayu = await server.signedIn('bayu')
    await bayu.open(paths.account)
    await bayu.submit(t.common.save, { name: 'Bayu S. Saputra', language: 'en' })
    expect(bayu.text).to.include(words.en.accounts.accountSaved)
    expect(bayu.find('html').getAttribute('lang')).to.equal('en')
    expect((await server.app.store.users.find(people.bayu.id))?.name).to.equal('Bayu S. Saputra')
  })

  it('refuse an empty name and a language that is not offered', async () => {
    const hendra = await server.signedIn('hendra')
    await hendra.open(paths.account)
    await hendra.submit(t.common.save, { name: '  ' })
    expect(hendra.find('#name-error').text).to.equal(t.problems.required())
    await hendra.post(paths.account, { name: 'Hendra', language: 'fr' })
    expect(hendra.status).to.equal(422)
    expect(hendra.text).to.include(t.problems['not-a-choice']())
  })

  it('refuse a field no form has, instead of dropping it', async () => {
    const hendra = await server.signedIn('hendra')
    await hendra.post(paths.account, { name: 'Hendra', language: 'id', role: 'admin' })
    expect(hendra.status).to.equal(422)
    expect(hendra.text).to.include(t.problems['unexpected-field']())
    expect((await server.app.store.users.find(people.hendra.id))?.role).to.equal('manager')
  })

  it('change their password with the present one; other sessions end, this one goes on', async () => {
    const [here, elsewhere] = [await server.signedIn('hendra'), await server.signedIn('hendra')]
    const fresh = 'lima jembatan di atas way sekampung'
    await here.open(paths.account)
    await here.submit(t.accounts.changePassword, { current: 'salah', password: fresh, again: fresh })
    expect(here.find('#password-current-error').text).to.equal(t.problems['sign-in-failed']())
    await here.submit(t.accounts.changePassword, { current: password, password: fresh, again: fresh })
    expect(await opensAccount(here)).to.equal(true)
    expect(await opensAccount(elsewhere)).to.equal(false)
  })

  it('leave a trace of every change, chained', async () => {
    const actions = (await server.app.store.audit.list({}, { limit: 50 })).map(event => event.action)
    expect(actions).to.include.members(['user-deactivated', 'account-changed', 'password-changed'])
  })
})
