import { expect } from 'chai'
import fc from 'fast-check'
import { latestVersion, mayDecideOrder } from '../../src/domain/media-order.js'
import { saveLine } from '../../src/operations/draft-order.js'
import { paths } from '../../src/views/paths.js'
import { actorOf, aPlan, draftedOrder } from '../support/orders.js'
import { people, storyBegins } from '../support/people.js'
import { startServer } from '../support/server.js'
import { anOrder, aVersion } from '../support/things.js'

describe('Approving an order', () => {
  it('is for nobody who wrote, changed or submitted it, whatever the route', async () => {
    const server = await startServer()
    const bayu = await server.signedIn('bayu')
    const sari = await server.signedIn('sari')
    const { order, materials } = await draftedOrder(server.app)
    const plan = aPlan(materials[0]!.id)
    await saveLine(server.app, actorOf('bayu'), order.id, plan)
    await saveLine(server.app, actorOf('sari'), order.id, { ...plan, fromMinute: 600, toMinute: 660 })
    for (const visitor of [bayu, sari]) {
      await visitor.post(paths.orderApproval(order.id), {})
      expect(visitor.status, 'a draft').to.equal(409)
    }
    await bayu.post(paths.orderSubmission(order.id), {})
    for (const visitor of [bayu, sari]) {
      await visitor.post(paths.orderApproval(order.id), {})
      expect(visitor.status, 'who wrote it').to.equal(403)
      await visitor.post(paths.orderReturn(order.id), { reason: 'Sendiri' })
      expect(visitor.status, 'returning it').to.equal(403)
    }
    expect(latestVersion((await server.app.store.mediaOrders.find(order.id))!).approvedAt).to.equal(null)
    const hendra = await server.signedIn('hendra')
    await hendra.post(paths.orderApproval(order.id), {})
    expect(hendra.status).to.equal(200)
    await hendra.post(paths.orderApproval(order.id), {})
    expect(hendra.status, 'twice').to.equal(409)
    await server.stop()
  })

  it('never lets an author or submitter decide, whoever they are', () => {
    const ids = Object.values(people).map(({ id }) => id)
    const anyone = fc.constantFrom(...ids)
    fc.assert(
      fc.property(fc.uniqueArray(anyone), anyone, anyone, (authors, submittedBy, decider) => {
        const order = anOrder(aVersion({ authors, submittedBy, submittedAt: storyBegins }))
        const mine = authors.includes(decider) || submittedBy === decider
        expect(mayDecideOrder(order, decider).ok).to.equal(!mine)
      }),
      { seed: 3 },
    )
  })
})
