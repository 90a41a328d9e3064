import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { putOnAir, weekAddress, type OnAir } from '../support/on-air.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id.makegoods
const monday = '2026-11-23T01:00:00.000Z'

describe('A missed broadcast, between outlet and office', () => {
  let server: TestServer
  let air: OnAir
  let week: string
  let clerk: Visitor
  let bayu: Visitor
  let hendra: Visitor

  beforeEach(async () => {
    server = await startServer()
    server.clock.set(monday)
    air = await putOnAir(server.app, { runs: 1 })
    week = await weekAddress(server.app)
    clerk = server.visitor()
    bayu = await server.signedIn('bayu')
    hendra = await server.signedIn('hendra')
    await clerk.open(`${week}/none`)
    await clerk.submit(words.id.partner.save, { reason: 'technical' })
  })
  afterEach(() => server.stop())

  const run = () => `/broadcasts/${air.broadcasts[0]!.id}`
  const replacement = async () =>
    (await server.app.store.broadcasts.listOfOrder(air.orderId)).find(({ replacesId }) => replacesId !== null)

  it('is made good on a day the outlet offers and the office accepts, and only then may its order close', async () => {
    await bayu.open(`/orders/${air.orderId}`)
    await bayu.submit(t.close)
    expect([
      bayu.status,
      bayu.text.includes(words.id.problems['unresolved-miss']({ count: 1 })),
    ]).to.deep.equal([409, true])
    await clerk.follow(t.partnerLink('1'))
    const slot = clerk.all('button[name=slot]')[0]!
    await clerk.submit(slot.textContent.trim())
    expect(clerk.text).to.include(t.savedOffer)
    await bayu.open(run())
    await bayu.follow(t.link)
    await bayu.submit(t.accept)
    expect(bayu.text).to.include(t.savedAccept)
    expect(await replacement()).to.include({ day: '2026-11-24', rupiah: 150_000 })
    await bayu.open(`/orders/${air.orderId}`)
    await bayu.submit(t.close)
    expect(bayu.status).to.equal(409)
    server.clock.set('2026-11-25T03:00:00.000Z')
    hendra = await server.signedIn('hendra')
    const later = await weekAddress(server.app, 'wayan', '2026-11-23')
    await clerk.open(later)
    await clerk.submit(words.id.partner.allRan('1'))
    await hendra.open(`/broadcasts/${(await replacement())!.id}`)
    await hendra.submit(words.id.broadcasts.verify)
    await bayu.open(`/orders/${air.orderId}`)
    await bayu.submit(t.close)
    expect(bayu.text).to.include(t.closed)
    await clerk.post(`${later}/exceptions`, { ran: (await replacement())!.id })
    expect(clerk.status).to.equal(409)
  })

  it('is offered a day by the office, in a mail, and accepted by the outlet, by no other and never twice', async () => {
    await bayu.open(`${run()}/remedy`)
    expect(bayu.text).to.include(t.enough)
    await bayu.submit(t.offerButton, { day: '2026-11-26', fromMinute: '07.00', toMinute: '08.00' })
    expect(bayu.text).to.include(t.savedOffer)
    await server.runJobs()
    const mails = await server.app.store.outbox.listOfSubject(air.broadcasts[0]!.id)
    expect(mails.map(({ kind, recipient }) => [kind, recipient])).to.deep.equal([
      ['makegood', 'wayan@media.test'],
    ])
    const id = (await server.app.store.makegoods.listOfMisses([air.broadcasts[0]!.id])).get(
      air.broadcasts[0]!.id,
    )![0]!.id
    const dian = await weekAddress(server.app, 'dian')
    await clerk.post(`${dian}/makegoods/${id}`, { answer: 'accept' })
    expect(clerk.status).to.equal(404)
    await hendra.post(`/makegoods/${id}`, { answer: 'accept' })
    expect(hendra.status).to.equal(403)
    const accept = () =>
      clerk.send(`${week}/makegoods/${id}`, {
        method: 'POST',
        body: new URLSearchParams({ answer: 'accept' }),
      })
    const answers = await Promise.all([accept(), accept(), accept()])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).to.deep.equal([303, 409, 409])
    const planned = await server.app.store.broadcasts.listOfOrder(air.orderId)
    expect(planned.filter(({ replacesId }) => replacesId !== null)).to.have.lengthOf(1)
  })

  it('is waived with a reason or credited up to its price, and says beside the field what is wrong', async () => {
    await bayu.open(`${run()}/remedy`)
    await bayu.submit(t.waive)
    expect(bayu.status).to.equal(422)
    await bayu.submit(t.credit, { rupiah: 'banyak' })
    expect(bayu.status).to.equal(422)
    await bayu.open(`${run()}/remedy`)
    await bayu.submit(t.credit, { rupiah: '900.000' })
    expect(bayu.status).to.equal(409)
    await bayu.open(`${run()}/remedy`)
    await bayu.submit(t.credit, { rupiah: '150.000' })
    expect(bayu.text).to.include(t.statusNames.credited)
    await clerk.open(`${week}/makegoods`)
    expect(clerk.text).to.include(t.partnerNone)
  })
})
