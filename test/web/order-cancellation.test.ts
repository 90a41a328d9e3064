import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { aPlan, draftedOrder, sentOrder } from '../support/orders.js'
import { contacts } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import { linkIn, startMailServer, type MailServer } from '../support/smtp.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id.orderCancellation

describe('Cancelling an order', () => {
  let server: TestServer
  let mail: MailServer
  let bayu: Visitor
  let id: string
  let link: string

  before(async () => {
    mail = await startMailServer()
    server = await startServer({ env: { SMTP_URL: mail.url } })
    bayu = await server.signedIn('bayu')
    const { order, materials } = await draftedOrder(server.app)
    id = order.id
    await sentOrder(server.app, id, [aPlan(materials[0]!.id)])
    link = linkIn(await mail.next(contacts.wayan.email))
    server.clock.set('2026-11-20T02:00:00.000Z')
    bayu = await server.signedIn('bayu')
  })
  after(() => server.stop())

  it('says first what will happen, and wants a reason', async () => {
    await bayu.open(paths.order(id))
    await bayu.follow(t.cancel)
    expect(bayu.text).to.contain(t.willWithdraw('11')).and.contain(t.willKeep('3'))
    expect(bayu.text).to.contain(contacts.wayan.email)
    await bayu.submit(t.cancel)
    expect([bayu.status, bayu.text.includes(words.id.problems.required())]).to.deep.equal([422, true])
  })

  it('withdraws what is to come, keeps what is past, and tells the outlet', async () => {
    await bayu.submit(t.cancel, { reason: 'Anggaran dialihkan' })
    expect(bayu.text).to.contain(t.done).and.contain(t.because('Anggaran dialihkan'))
    const broadcasts = await server.app.store.broadcasts.listOfOrder(id)
    const withdrawn = broadcasts.filter(it => it.withdrawnAt).map(({ day }) => day)
    expect([withdrawn.length, withdrawn[0]]).to.deep.equal([11, '2026-11-20'])
    const letter = await mail.next(contacts.wayan.email)
    expect(letter.subject).to.contain('dibatalkan')
    expect(letter.text).to.contain('Anggaran dialihkan')
    const calendar = letter.attachments.find(({ mimeType }) => mimeType === 'text/calendar')!
    const text = Buffer.from(calendar.content as ArrayBuffer).toString()
    expect(text).to.contain('METHOD:CANCEL')
    expect(text.match(/STATUS:CANCELLED/g)).to.have.length(11)
    expect(text).to.not.contain('STATUS:CONFIRMED')
  })

  it('shows the outlet that nothing is to be run, and takes no answer any more', async () => {
    const wayan = server.visitor()
    await wayan.open(link)
    expect(wayan.text).to.contain(words.id.orderAnswers.cancelled)
    await wayan.post(`${wayan.path}/answer`, { answer: 'accept' })
    expect(wayan.status).to.equal(409)
  })

  it('is done once, and leaves nothing to change or to send', async () => {
    await bayu.post(paths.orderCancellation(id), { reason: 'Sekali lagi' })
    expect(bayu.status).to.equal(409)
    await bayu.open(paths.order(id))
    expect(bayu.all('form button').map(button => button.textContent)).to.not.include(words.id.orders.revise)
  })
})
