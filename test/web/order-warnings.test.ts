import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { approveOrder, submitOrder } from '../../src/operations/decide-order.js'
import { saveLine } from '../../src/operations/draft-order.js'
import { paths } from '../../src/views/paths.js'
import { actorOf, aPlan, draftedOrder } from '../support/orders.js'
import { outlets } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id.warnings

describe('Warnings before an order is sent', () => {
  let server: TestServer
  let bayu: Visitor
  let id: string

  before(async () => {
    server = await startServer()
    bayu = await server.signedIn('bayu')
    const drafted = await draftedOrder(server.app, { districtCodes: ['18.71', '18.72'], budgetRupiah: 1_000 })
    id = drafted.order.id
    await saveLine(server.app, actorOf('bayu'), id, aPlan(drafted.materials[0]!.id))
    await submitOrder(server.app, actorOf('bayu'), id)
    await approveOrder(server.app, actorOf('sari'), id)
  })
  after(() => server.stop())

  it('ask for a reason each, name what is wrong and lead to what mends it', async () => {
    await bayu.open(paths.order(id))
    expect(bayu.text).to.contain(t.rules['budget-exceeded']({ over: 'Rp 1.399.000' }))
    expect(bayu.text).to.contain(t.rules['district-uncovered']({ districts: 'Metro' }))
    await bayu.submit(words.id.orders.send)
    expect([bayu.status, bayu.text.includes(words.id.problems['warnings-open']())]).to.deep.equal([409, true])
  })

  it('are passed with a reason, which stays with the order and in the audit log', async () => {
    await bayu.open(paths.order(id))
    await bayu.submit(t.saveReasons, { 'budget-exceeded': 'Ada tambahan anggaran.' })
    expect(bayu.text).to.contain(t.reasonGiven('Ada tambahan anggaran.'))
    await bayu.submit(words.id.orders.send)
    expect(bayu.status).to.equal(409)
    await bayu.open(paths.order(id))
    await bayu.submit(t.saveReasons, { 'district-uncovered': 'Metro menyusul.' })
    const kept = await server.app.store.warningReasons.listOfOrder(id)
    expect(kept.map(({ rule, reason }) => [rule, reason])).to.deep.equal([
      ['budget-exceeded', 'Ada tambahan anggaran.'],
      ['district-uncovered', 'Metro menyusul.'],
    ])
    const events = await server.app.store.audit.ofSubjects([id])
    expect(events.filter(({ action }) => action === 'warning-reasons-given')).to.have.length(2)
  })

  it('that stop cannot be reasoned away, only mended', async () => {
    const off = {
      id: 'off',
      outletId: outlets.gema.id,
      firstDay: '2026-11-20',
      lastDay: null,
      reason: 'Menara',
    }
    await server.app.store.write(store => store.outlets.insertOffAir(off))
    await bayu.open(paths.order(id))
    expect(bayu.text).to.contain(t.severities.stop)
    await bayu.post(paths.orderReasons(id), { 'outlet-off-air': 'Tetap saja' })
    expect(bayu.status).to.equal(409)
    await bayu.open(paths.order(id))
    await bayu.submit(words.id.orders.send)
    expect(bayu.status).to.equal(409)
  })

  it('leave the order alone once nothing is open', async () => {
    const [off] = await server.app.store.outlets.offAir(outlets.gema.id)
    await server.app.store.write(store => store.outlets.removeOffAir(off!.id))
    await bayu.open(paths.order(id))
    await bayu.submit(words.id.orders.send)
    expect(bayu.text).to.contain(words.id.orders.sent)
    expect(bayu.text).to.not.contain(t.title)
  })
})
