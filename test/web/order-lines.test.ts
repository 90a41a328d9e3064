import { expect } from 'chai'
import type { MediaOrder } from '../../src/domain/media-order.js'
import { latestVersion } from '../../src/domain/media-order.js'
import { plannedRuns } from '../../src/domain/order-line.js'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { draftedOrder } from '../support/orders.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id.lineEditor

describe('The editor of order lines', () => {
  let server: TestServer
  let bayu: Visitor
  let order: MediaOrder
  let materialIds: string[]

  before(async () => {
    server = await startServer()
    bayu = await server.signedIn('bayu')
    const drafted = await draftedOrder(server.app, { materials: 2, budgetRupiah: 1_000_000 })
    order = drafted.order
    materialIds = drafted.materials.map(({ id }) => id)
    const rate = { outletId: order.outletId, format: 'spot', seconds: 30 } as const
    await server.app.store.write(store =>
      store.rates.insert([
        { id: 'r1', ...rate, rupiah: 100_000, validFrom: '2026-01-01', validTo: '2026-11-19' },
        { id: 'r2', ...rate, rupiah: 150_000, validFrom: '2026-11-20', validTo: '2026-12-31' },
      ]),
    )
  })
  after(() => server.stop())

  const typed = { firstDay: '2026-11-17', lastDay: '2026-11-22', fromMinute: '22.30', toMinute: '01.30' }

  it('shows broadcasts, cost and what is left of the budget before anything is kept', async () => {
    await bayu.open(paths.newOrderLine(order.id))
    expect(bayu.text).to.contain(t.previewNone)
    await bayu.submit(t.show, { ...typed, runsPerDay: '2', rupiah: '50.000' })
    expect(bayu.text).to.contain(t.sum('12', '6', '17 Nov – 22 Nov 2026'))
    expect(bayu.text).to.contain('22.30–00.00; 00.00–01.30')
    expect(bayu.text).to.contain(t.cost('Rp 600.000'))
    expect(bayu.text).to.contain(t.budgetLeft('Rp 400.000'))
    await bayu.submit(t.show, { rupiah: '100.000' })
    expect(bayu.text).to.contain(t.budgetOver('Rp 200.000'))
    const kept = await server.app.store.mediaOrders.find(order.id)
    expect(latestVersion(kept!).lines).to.deep.equal([])
  })

  it('answers with the part that changed while one types', async () => {
    const body = new URLSearchParams({ ...typed, runsPerDay: 'x' })
    const headers = { 'HX-Request': 'true' }
    const answer = await bayu.send(paths.orderPreview(order.id), { method: 'POST', body, headers })
    const text = await answer.text()
    expect(text).to.match(/^<section id="preview"/)
    expect(text).to.contain(words.id.problems['not-a-number']())
  })

  it('prices by the outlet’s rates on each day where no price was agreed, and names the change', async () => {
    await bayu.open(paths.newOrderLine(order.id))
    await bayu.submit(t.show, typed)
    expect(bayu.text).to.contain(t.cost('Rp 750.000'))
    expect(bayu.text).to.contain(
      '17 Nov – 19 Nov 2026: Rp 100.000 per siaran; 20 Nov – 22 Nov 2026: Rp 150.000',
    )
    await bayu.submit(words.id.common.save)
    expect(bayu.text).to.contain('Rp 100.000 – Rp 150.000 (tarif media)')
    expect(bayu.text).to.contain('Rp 750.000')
  })

  it('refuses a day without a rate, and says what to do', async () => {
    await bayu.open(paths.newOrderLine(order.id))
    await bayu.submit(words.id.common.save, { ...typed, seconds: '45' })
    expect(bayu.status).to.equal(422)
    expect(bayu.text).to.contain(words.id.problems['no-rate']({ day: '2026-11-17' }))
    await bayu.submit(words.id.common.save, { ...typed, priceKind: 'negotiated', seconds: '30' })
    expect([bayu.status, bayu.text.includes(words.id.problems.required())]).to.deep.equal([422, true])
  })

  it('rotates materials by the weights typed, and wants at least one', async () => {
    const [a, b] = materialIds
    await bayu.open(paths.newOrderLine(order.id))
    await bayu.submit(words.id.common.save, { ...typed, [`weight-${a}`]: '', rupiah: '1' })
    expect(bayu.status).to.equal(422)
    expect(bayu.text).to.contain(words.id.problems['choose-one']())
    await bayu.submit(words.id.common.save, { [`weight-${a}`]: '2', [`weight-${b}`]: '1' })
    expect(bayu.status).to.equal(200)
    const kept = latestVersion((await server.app.store.mediaOrders.find(order.id))!).lines.at(-1)!
    const turns = plannedRuns(kept, new Set()).map(({ materialId }) => (materialId === a ? 'A' : 'B'))
    expect(turns.join('')).to.equal('ABAABA')
  })

  it('leaves holidays out where the line says so, and names them', async () => {
    await bayu.open(paths.newOrderLine(order.id))
    const christmas = { firstDay: '2026-12-24', lastDay: '2026-12-26', rupiah: '1' }
    await bayu.submit(t.show, christmas)
    expect(bayu.text).to.contain(t.onHolidays('25 Des 2026'))
    await bayu.submit(t.show, { ...christmas, skipHolidays: ['yes'] })
    expect(bayu.text)
      .to.contain(t.skipped('25 Des 2026'))
      .and.contain(t.sum('2', '2', '24 Des – 26 Des 2026'))
  })
})
