import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { putOnAir, weekAddress, type OnAir } from '../support/on-air.js'
import { contacts, outlets, people } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id.makegoods
const en = words.en.makegoods

/** A radio misses its last day; its flight is over. A newspaper of the same campaign covers half as much of the same city. */
describe('A miss its own outlet cannot make good', () => {
  let server: TestServer
  let missed: OnAir
  let other: OnAir
  let bayu: Visitor
  let wayan: Visitor
  let dian: Visitor
  let remedy: string

  beforeEach(async () => {
    server = await startServer()
    server.clock.set('2026-11-23T01:00:00.000Z')
    missed = await putOnAir(server.app, { runs: 1, lastDay: '2026-11-16' })
    other = await putOnAir(server.app, { outlet: 'warta', runs: 2, number: 2 })
    await server.app.store.write(async tx => {
      const figure = { source: 'Survei', asOf: '2026-01-01' }
      await tx.outlets.saveCoverage([
        { outletId: outlets.warta.id, districtCode: '18.71', share: 0.21, ...figure },
      ])
    })
    await joinCampaigns()
    wayan = server.visitor()
    await wayan.open(`${await weekAddress(server.app)}/none`)
    await wayan.submit(words.id.partner.save, { reason: 'technical' })
    dian = server.visitor('en')
    await dian.open(await weekAddress(server.app, 'dian'))
    bayu = await server.signedIn('bayu')
    remedy = `/broadcasts/${missed.broadcasts[0]!.id}/remedy`
  })
  afterEach(() => server.stop())

  /** Both orders belong to one campaign. */
  async function joinCampaigns() {
    const { connection, app } = server
    await connection.writer
      .updateTable('mediaOrders')
      .set({ campaignId: missed.campaignId })
      .where('id', '=', other.orderId)
      .execute()
    await connection.writer
      .updateTable('broadcasts')
      .set({ campaignId: missed.campaignId })
      .where('orderId', '=', other.orderId)
      .execute()
    expect((await app.store.mediaOrders.find(other.orderId))!.campaignId).to.equal(missed.campaignId)
  }

  const week = (visitor: Visitor) => visitor.path.split('?')[0]!.split('/').slice(0, 3).join('/')
  const replacements = async () =>
    (await server.app.store.broadcasts.listOfOrder(other.orderId)).filter(
      ({ replacesId }) => replacesId !== null,
    )
  const closes = async () => {
    await bayu.open(`/orders/${missed.orderId}`)
    await bayu.submit(t.close)
    return bayu.status === 200 && bayu.text.includes(t.closed)
  }

  it('is asked of another one, in as many runs as restore the exposure, and replaced once all are taken', async () => {
    await bayu.open(remedy)
    expect(bayu.text).to.include(t.enough).and.include('Harian Warta Way Kanan')
    await bayu.submit(t.offerElsewhere('2', 'Rp 300.000'))
    expect(bayu.text).to.include(t.savedOffer)
    await wayan.open(`${week(wayan)}/makegoods`)
    expect(wayan.text).to.include(t.askedElsewhere)
    expect(wayan.all('main button')).to.deep.equal([])
    await dian.open(week(dian))
    await dian.follow(en.askedCount('2'))
    const accept = () => dian.all('button').filter(button => button.textContent.trim() === en.acceptExtra)
    expect(accept()).to.have.lengthOf(2)
    const take = async () => {
      const action = accept()[0]!.closest('form')!.getAttribute('action')!
      await dian.post(action, { answer: 'accept' })
    }
    await take()
    expect([(await replacements()).length, await closes()]).to.deep.equal([1, false])
    await take()
    const agreed = await replacements()
    expect(agreed.map(({ day, rupiah, outletId }) => [day, rupiah, outletId])).to.deep.equal([
      ['2026-11-24', 150_000, outlets.warta.id],
      ['2026-11-25', 150_000, outlets.warta.id],
    ])
    const spent = await server.app.store.broadcasts.rupiahByCampaign()
    expect(spent.get(missed.campaignId)).to.equal(5 * 150_000)
    expect(await closes()).to.equal(true)
  })

  it('is the other outlet’s to answer: nobody else may, and a declined part is proposed again', async () => {
    await bayu.open(remedy)
    await bayu.submit(t.offerElsewhere('2', 'Rp 300.000'))
    const id = missed.broadcasts[0]!.id
    const [first, second] = (await server.app.store.makegoods.listOfMisses([id])).get(id)!
    await wayan.post(`${week(wayan)}/makegoods/${first!.id}`, { answer: 'accept' })
    expect(wayan.status).to.equal(404)
    await dian.post(`${week(dian)}/makegoods/${first!.id}`, { answer: 'accept' })
    await dian.post(`${week(dian)}/makegoods/${second!.id}`, { answer: 'decline', reason: '' })
    expect(await closes()).to.equal(false)
    await bayu.open(remedy)
    expect(bayu.text).to.include(t.lost('Kota Bandar Lampung 0,2'))
    await bayu.submit(t.offerElsewhere('1', 'Rp 150.000'))
    const third = (await server.app.store.makegoods.listOfMisses([id])).get(id)!.at(-1)!
    await dian.post(`${week(dian)}/makegoods/${third.id}`, { answer: 'accept' })
    expect(await closes()).to.equal(true)
  })

  it('is mailed to that outlet, in its language, with its order and price', async () => {
    await bayu.open(remedy)
    await bayu.submit(t.offerElsewhere('2', 'Rp 300.000'))
    await server.runJobs()
    const mails = await server.app.store.outbox.listOfSubject(missed.broadcasts[0]!.id)
    expect(mails.map(({ recipient, subjectLine }) => [recipient, subjectLine])).to.deep.equal([
      [contacts.dian.email, en.mailExtraSubject('MO-2')],
      [contacts.dian.email, en.mailExtraSubject('MO-2')],
    ])
  })

  it('says what stays missing where the other outlet’s own rules or the budget leave too little', async () => {
    await bayu.open(`/outlets/${outlets.warta.id}`)
    await bayu.follow(t.policyNone)
    await bayu.submit(words.id.common.save, { days: 'lama' })
    expect(bayu.status).to.equal(422)
    await bayu.submit(words.id.common.save, { days: '8' })
    expect(bayu.text).to.include(t.policyDaysIs('8'))
    await bayu.open(remedy)
    expect(bayu.text).to.include(t.shortfall('Kota Bandar Lampung 0,2'))
    const change = { budgetRupiah: 450_000 }
    const campaign = (await server.app.store.campaigns.find(missed.campaignId))!
    await server.app.store.write(tx => tx.campaigns.update(campaign, change))
    await bayu.open(remedy)
    expect(bayu.text).to.include(t.noSlots)
    const events = await server.app.store.audit.after(0, 1000)
    expect(events.find(({ action }) => action === 'makegood-policy-changed')?.actorId).to.equal(
      people.bayu.id,
    )
  })

  it('refuses a proposal that changed since it was shown', async () => {
    await bayu.post(`/broadcasts/${missed.broadcasts[0]!.id}/makegoods/elsewhere`, {
      slot: `2026-11-24 360 420 ${other.orderId} x`,
    })
    expect(bayu.status).to.equal(409)
  })
})
