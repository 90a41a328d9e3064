import { expect } from 'chai'
import { latestVersion, orderStatus } from '../../src/domain/media-order.js'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { actorOf, aPlan, draftedOrder, sentOrder } from '../support/orders.js'
import { contacts } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import { linkIn, startMailServer, type MailServer } from '../support/smtp.js'
import type { Visitor } from '../support/visitor.js'
import { removeLine, saveLine } from '../../src/operations/draft-order.js'
import { approveOrder, submitOrder } from '../../src/operations/decide-order.js'
import { sendOrder } from '../../src/operations/send-order.js'

const t = words.id.orderAnswers

describe('An outlet’s answer to an order', () => {
  let server: TestServer
  let mail: MailServer
  let bayu: Visitor
  let wayan: Visitor
  let id: string
  let keys: string[]

  before(async () => {
    mail = await startMailServer()
    server = await startServer({ env: { SMTP_URL: mail.url } })
    bayu = await server.signedIn('bayu')
    wayan = server.visitor()
    const { order, materials } = await draftedOrder(server.app)
    id = order.id
    const plan = aPlan(materials[0]!.id)
    const evening = { ...plan, fromMinute: 1080, toMinute: 1140 }
    await sentOrder(server.app, id, [plan, evening, { ...plan, fromMinute: 600, toMinute: 660 }])
    keys = latestVersion((await server.app.store.mediaOrders.find(id))!).lines.map(({ lineKey }) => lineKey)
  })
  after(() => server.stop())

  const planned = () => server.app.store.broadcasts.listStates({ orderId: id })

  it('may be given line by line: yes, no, or another time, with what is missing named', async () => {
    await wayan.open(linkIn(await mail.next(contacts.wayan.email)))
    await wayan.follow(t.answerByLine)
    const said = { [`word-${keys[1]}`]: 'other-time', [`word-${keys[2]}`]: 'declined' }
    await wayan.submit(t.sendAnswers, said)
    expect(wayan.status).to.equal(422)
    expect(wayan.text).to.contain(words.id.problems.required())
    await wayan.submit(t.sendAnswers, { [`from-${keys[1]}`]: '19.30', [`to-${keys[1]}`]: '20.30' })
    expect(wayan.text).to.contain(t.answered)
    const order = (await server.app.store.mediaOrders.find(id))!
    expect(orderStatus(order)).to.equal('answered')
    const done = (await server.app.store.audit.ofSubjects([id])).map(({ action }) => action)
    expect(done).to.include('order-answered')
  })

  it('leaves on the schedule only what was accepted', async () => {
    const lines = new Set((await planned()).map(({ lineKey }) => lineKey))
    expect([...lines]).to.deep.equal([keys[0]])
  })

  it('is shown to staff, who take the time asked for into a new version', async () => {
    await bayu.open(paths.order(id))
    expect(bayu.text).to.contain(t.decideTitle).and.contain(t.otherTime('19.30–20.30'))
    await bayu.submit(t.takeTimes)
    const version = latestVersion((await server.app.store.mediaOrders.find(id))!)
    expect([version.number, version.lines[1]!.fromMinute, version.lines[1]!.toMinute]).to.deep.equal([
      2, 1170, 1230,
    ])
  })

  it('is asked again for what changed only, which mail, page and order say in the same words', async () => {
    const bayuHimself = actorOf('bayu')
    await removeLine(server.app, bayuHimself, id, keys[2]!)
    await bayu.open(paths.order(id))
    const change = 'jam siar: 18.00–19.00 menjadi 19.30–20.30'
    expect(bayu.text).to.contain(change).and.contain(t.states.kept)
    await submitOrder(server.app, bayuHimself, id)
    await approveOrder(server.app, actorOf('sari'), id)
    await sendOrder(server.app, bayuHimself, id)
    const letter = await mail.next(contacts.wayan.email)
    expect(letter.text).to.contain(change).and.contain('Dihapus:')
    await wayan.open(linkIn(letter))
    expect(wayan.text).to.contain(change)
    expect(wayan.text).to.contain(t.linesAsked).and.contain(t.linesKept)
    await wayan.follow(t.answerByLine)
    expect(wayan.all('fieldset')).to.have.length(1)
    await wayan.open(wayan.path.replace('/lines', ''))
    await wayan.submit(t.acceptChange)
    expect(orderStatus((await server.app.store.mediaOrders.find(id))!)).to.equal('accepted')
    expect(new Set((await planned()).filter(it => !it.withdrawnAt).map(it => it.lineKey)).size).to.equal(2)
  })

  it('asks nothing again for a line that is put back as it was, but for one that differs', async () => {
    await bayu.open(paths.order(id))
    await bayu.submit(words.id.orders.revise, { reason: 'Dua kali sehari' })
    const [first] = latestVersion((await server.app.store.mediaOrders.find(id))!).lines
    const { id: _, position: __, ...line } = first!
    await saveLine(server.app, actorOf('bayu'), id, { ...line, runsPerDay: 2 })
    await bayu.open(paths.order(id))
    expect(bayu.text).to.contain('kali per hari: 1 menjadi 2')
    await saveLine(server.app, actorOf('bayu'), id, line)
    await bayu.open(paths.order(id))
    expect(bayu.text).to.contain(words.id.orderChanges.none)
  })

  it('may come on signed paper, kept with the order; neither a text nor nothing passes for one', async () => {
    const { order, materials } = await draftedOrder(server.app)
    await sentOrder(server.app, order.id, [aPlan(materials[0]!.id)])
    await bayu.open(paths.order(order.id))
    await bayu.follow(words.id.orders.acceptOnBehalf)
    await bayu.submit(words.id.orders.acceptOnBehalf, { how: 'paper' })
    expect([bayu.status, bayu.text.includes(words.id.problems['file-missing']())]).to.deep.equal([422, true])
    const send = (text: string) =>
      bayu.submit(words.id.orders.acceptOnBehalf, { how: 'paper', file: new File([text], 'surat.pdf') })
    await send('hanya teks')
    expect(bayu.status).to.equal(422)
    await send('%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n')
    expect(bayu.text).to.contain(words.id.orders.how.paper)
    const paper = await bayu.send(paths.signedPaper(order.id, 1))
    expect(paper.headers.get('content-disposition')).to.contain('attachment')
    expect(await paper.text()).to.match(/^%PDF/)
  })

  it('has the order on a page to print, with room to sign, for staff and outlet', async () => {
    await bayu.open(paths.orderPaper(id))
    expect(bayu.text).to.contain(words.id.orderPaper.signOutlet).and.contain('19.30–20.30')
    const letter = mail.letters.findLast(({ recipient }) => recipient === contacts.wayan.email)!
    await wayan.open(linkIn(letter))
    await wayan.follow(t.print)
    expect(wayan.text).to.contain(words.id.orderPaper.signOutlet)
  })
})
