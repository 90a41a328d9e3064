import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { cancelOrder } from '../../src/operations/cancel-order.js'
import { draftOrder } from '../../src/operations/draft-order.js'
import { paths } from '../../src/views/paths.js'
import { actorOf, aPlan, draftedOrder, sentOrder } from '../support/orders.js'
import { contacts, outlets } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import { startMailServer, type MailServer } from '../support/smtp.js'

const t = words.id.campaigns

describe('Cancelling a campaign', () => {
  let server: TestServer
  let mail: MailServer
  before(async () => {
    mail = await startMailServer()
    server = await startServer({ env: { SMTP_URL: mail.url } })
  })
  after(async () => {
    await server.stop()
    await mail.stop()
  })

  it('cancels its orders, says so first, and tells every outlet that has one', async () => {
    const { app } = server
    const { campaign, order, materials } = await draftedOrder(app)
    await sentOrder(app, order.id, [aPlan(materials[0]!.id)])
    await mail.next(contacts.wayan.email)
    const draft = await draftOrder(app, actorOf('bayu'), campaign.id, outlets.warta.id)
    const gone = await draftOrder(app, actorOf('bayu'), campaign.id, outlets.gema.id)
    await cancelOrder(app, actorOf('bayu'), gone.id, 'Salah media')
    const { campaign: other, order: kept } = await draftedOrder(app)
    server.clock.set('2026-11-20T02:00:00.000Z')
    const bayu = await server.signedIn('bayu')
    await bayu.open(paths.campaign(campaign.id))
    await bayu.follow(t.cancel)
    expect(bayu.text).to.contain(t.cancelOrders('2')).and.contain(t.cancelTells(outlets.gema.name))
    expect(bayu.text).to.contain(words.id.orderCancellation.willWithdraw('11'))
    await bayu.submit(t.cancel, { reason: 'Anggaran dialihkan' })
    expect(bayu.text).to.contain(t.cancelled).and.contain(t.cancelledBecause('Anggaran dialihkan'))
    const reasonOf = async (id: string) => (await app.store.mediaOrders.find(id))!.cancelReason
    const reasons = await Promise.all([order.id, draft.id, gone.id, kept.id].map(reasonOf))
    expect(reasons).to.deep.equal(['Anggaran dialihkan', 'Anggaran dialihkan', 'Salah media', null])
    const letter = await mail.next(contacts.wayan.email)
    const calendar = letter.attachments.find(({ mimeType }) => mimeType === 'text/calendar')!
    const text = Buffer.from(calendar.content as ArrayBuffer).toString()
    expect(text).to.contain('METHOD:CANCEL')
    expect(text.match(/STATUS:CANCELLED/g)).to.have.length(11)
    const runs = await app.store.broadcasts.listOfOrder(order.id)
    expect(runs.filter(it => !it.withdrawnAt).map(it => it.day)).to.deep.equal([
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
    ])
    expect((await app.store.campaigns.find(other.id))!.cancelledAt).to.equal(null)
  })
})
