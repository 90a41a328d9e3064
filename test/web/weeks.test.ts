import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { putOnAir, weekAddress, type OnAir } from '../support/on-air.js'
import { contacts, outlets, people } from '../support/people.js'
import { aPage } from '../support/proof-files.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id.weeks

describe('An outlet’s week, for staff who chase it', () => {
  let server: TestServer
  let air: OnAir
  let bayu: Visitor
  let mailed: string
  const page = `/outlets/${outlets.gema.id}/weeks/2026-11-16`
  beforeEach(async () => {
    server = await startServer()
    server.clock.set('2026-11-23T01:00:00.000Z')
    air = await putOnAir(server.app, { runs: 3 })
    mailed = await weekAddress(server.app)
    bayu = await server.signedIn('bayu')
  })
  afterEach(() => server.stop())

  const chat = () => bayu.find('#chat').textContent

  it('is found from the outlet, with a text for a chat that gives no way in', async () => {
    await bayu.open(`/outlets/${outlets.gema.id}`)
    await bayu.follow('16 Nov – 22 Nov 2026')
    expect(bayu.path).to.equal(page)
    expect(chat())
      .to.match(/Radio Gema Saburai.*\n1\. Sen 16 Nov 06\.00–07\.00 M01/)
      .and.include('/new-link')
      .and.not.include('/p/')
  })

  it('has it in the language the outlet reads', async () => {
    await putOnAir(server.app, { outlet: 'warta', runs: 1, number: 2 })
    await bayu.open(`/outlets/${outlets.warta.id}/weeks/2026-11-16`)
    expect(chat()).to.include(words.en.inbox.textAsk)
    await bayu.open(`/outlets/${outlets.warta.id}/weeks/2026-11-16/paper`)
    expect(bayu.text).to.include(words.en.weeks.paperLead)
  })

  it('gives the personal link to who asks for it; what is answered by it somebody else verifies', async () => {
    await bayu.open(page)
    await bayu.submit(t.withLink)
    const [address] = /http\S+\/p\/\S+/.exec(chat())!
    const clerk = server.visitor()
    await clerk.open(new URL(address).pathname)
    await clerk.submit(words.id.partner.allRan('3'))
    const broadcast = `/broadcasts/${air.broadcasts[0]!.id}`
    await bayu.open(broadcast)
    expect(bayu.all('button').map(button => button.textContent.trim())).not.to.include(
      words.id.broadcasts.verify,
    )
    await bayu.post(`${broadcast}/verification`, {})
    expect([bayu.status, bayu.text.includes(words.id.problems['own-work']())]).to.deep.equal([403, true])
    const hendra = await server.signedIn('hendra')
    await hendra.open(broadcast)
    await hendra.submit(words.id.broadcasts.verify)
    expect(hendra.status).to.equal(200)
    const events = (await server.app.store.audit.after(0, 1000)).map(({ action, actorId }) => [
      action,
      actorId,
    ])
    expect(events).to.deep.include(['week-link-copied', people.bayu.id])
    await hendra.open(page)
    expect(hendra.find('#chat').textContent).not.to.include('/p/')
  })

  it('leaves the mailed link as it was beside a copied one', async () => {
    await bayu.open(page)
    await bayu.submit(t.withLink)
    await bayu.open(page)
    expect(bayu.all('button').map(button => button.textContent.trim())).not.to.include(t.withLink)
    expect((await server.app.store.links.findWeek(contacts.wayan.id, '2026-11-16'))?.copiedBy).to.equal(null)
    const clerk = server.visitor()
    await clerk.open(mailed)
    expect(clerk.status).to.equal(200)
  })

  it('prints a form with a line for every broadcast, for staff and for the outlet', async () => {
    await bayu.open(`${page}/paper`)
    expect(bayu.all('tbody tr')).to.have.lengthOf(3)
    const clerk = server.visitor()
    await clerk.open(mailed)
    await clerk.follow(t.paper)
    expect(clerk.all('tbody tr')).to.have.lengthOf(3)
    expect(clerk.text).to.include('Radio Gema Saburai').and.include(t.sign)
  })

  it('takes the answers of a photographed form, named as entered by staff, and never verified by them', async () => {
    const [first, second, third] = air.broadcasts.map(({ id }) => id) as [string, string, string]
    const answers = {
      how: 'paper',
      [`what-${first}`]: 'ran',
      [`what-${second}`]: 'ran-differently',
      [`time-${second}`]: '07.20',
    }
    await bayu.open(`${page}/answers`)
    await bayu.submit(t.save, { ...answers, [`what-${third}`]: 'did-not-run' })
    expect(bayu.status).to.equal(422)
    expect(bayu.text).to.include(words.id.problems['file-missing']())
    expect(bayu.find(`#time-${second}`).getAttribute('value')).to.equal('07.20')
    const photo = new File([new Uint8Array(await aPage(3))], 'formulir.jpg')
    await bayu.submit(t.save, {
      ...answers,
      [`what-${third}`]: 'did-not-run',
      [`reason-${third}`]: 'technical',
      file: photo,
    })
    expect(bayu.text).to.include(t.saved('3'))
    const given = await server.app.store.confirmations.current([first, second, third])
    expect(
      [...given.values()].map(({ answer, how, givenByUser }) => [answer, how, givenByUser]),
    ).to.have.deep.members([
      ['ran', 'paper', people.bayu.id],
      ['ran-differently', 'paper', people.bayu.id],
      ['did-not-run', 'paper', people.bayu.id],
    ])
    const proofs = await server.app.store.evidence.listOf([first])
    expect(proofs.map(({ kind, note, givenByUser }) => [kind, note, givenByUser])).to.deep.equal([
      ['other', t.paperNote, people.bayu.id],
    ])
    await bayu.open(`/broadcasts/${first}`)
    expect(bayu.text).to.include(t.byHand('Bayu Saputra', t.hows.paper))
    expect(bayu.all('button').map(button => button.textContent.trim())).not.to.include(
      words.id.broadcasts.verify,
    )
    await bayu.post(`/broadcasts/${first}/verification`, {})
    expect(bayu.status).to.equal(403)
    const hendra = await server.signedIn('hendra')
    await hendra.open(`/broadcasts/${first}`)
    await hendra.submit(words.id.broadcasts.verify)
    expect((await server.app.store.broadcasts.find(first))?.grade).to.equal('E1')
    expect((await server.app.store.broadcasts.find(third))?.answer).to.equal('did-not-run')
  })

  it('takes an answer by telephone without a file, and none for what is not of this outlet and week', async () => {
    const [first] = air.broadcasts.map(({ id }) => id) as [string]
    await bayu.open(`${page}/answers`)
    await bayu.submit(t.save, { how: 'telephone' })
    expect(bayu.text).to.include(words.id.problems['nothing-answered']())
    await bayu.submit(t.save, { how: 'telephone', [`what-${first}`]: 'ran' })
    expect(bayu.text).to.include(t.saved('1'))
    await bayu.open(`${page}/answers`)
    await bayu.submit(t.save, { how: 'telephone', [`what-${first}`]: 'ran' })
    expect(bayu.text).to.include(t.savedNone)
    const foreign = await putOnAir(server.app, { outlet: 'warta', runs: 1, number: 2 })
    const { id } = foreign.broadcasts[0]!
    await bayu.post(`${page}/answers`, { how: 'telephone', [`what-${id}`]: 'ran' })
    expect(bayu.status).to.equal(422)
    expect(await server.app.store.confirmations.history(id)).to.deep.equal([])
  })
})
