import { expect } from 'chai'
import ICAL from 'ical.js'
import type { MediaOrder } from '../../src/domain/media-order.js'
import { latestVersion } from '../../src/domain/media-order.js'
import { approveOrder, submitOrder } from '../../src/operations/decide-order.js'
import { removeLine, reviseOrder, saveLine } from '../../src/operations/draft-order.js'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { actorOf, aPlan, draftedOrder, sentOrder } from '../support/orders.js'
import { outlets } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id.calendar

describe('The calendar page', () => {
  let server: TestServer
  let bayu: Visitor
  let order: MediaOrder
  let materialId: string

  before(async () => {
    server = await startServer()
    bayu = await server.signedIn('bayu')
    const drafted = await draftedOrder(server.app)
    order = drafted.order
    materialId = drafted.materials[0]!.id
    await sentOrder(server.app, order.id, [
      aPlan(materialId),
      aPlan(materialId, { weekdays: [5], fromMinute: 1260, toMinute: 1500, runsPerDay: 2 }),
    ])
  })
  after(() => server.stop())

  it('shows month, week, day, and outlet by day with the same count, filters in the address', async () => {
    await bayu.open(paths.calendar)
    await bayu.follow(words.id.navigation.calendar)
    expect(bayu.text).to.contain(t.found('18')).and.contain('1 akan tayang')
    await bayu.open(`${paths.calendar}?view=grid&on=2026-11-20`)
    expect(bayu.text).to.contain(t.found('18')).and.contain('Radio Gema Saburai')
    await bayu.open(`${paths.calendar}?view=week&on=2026-11-21`)
    expect(bayu.text).to.contain(t.found('8')).and.contain('23.00–01.00')
    await bayu.open(`${paths.calendar}?view=day&on=2026-11-21`)
    expect(bayu.text).to.contain(t.found('3'))
    await bayu.open(`${paths.calendar}?on=2026-11-20&outlet=${outlets.pesisir.id}`)
    expect(bayu.text).to.contain(t.found('0')).and.contain(t.none)
    await bayu.open(`${paths.calendar}?on=2026-11-20&state=missed`)
    expect(bayu.text).to.contain(t.found('0'))
  })

  it('says in words where it is silent, empty or clashing', async () => {
    await bayu.open(`${paths.calendar}?view=week&on=2026-11-20`)
    expect(bayu.text).to.contain(t.silent)
    const row = bayu.all('tbody tr').find(it => it.textContent.includes('Bandar Lampung'))!
    expect(row.textContent).to.contain('8').and.not.contain(t.silent)
  })

  it('refuses a day that is none, and keeps what was typed', async () => {
    await bayu.open(`${paths.calendar}?on=2026-02-30`)
    expect([bayu.status, bayu.text.includes(words.id.problems['not-a-day']())]).to.deep.equal([422, true])
    expect(bayu.find('input[name=on]').getAttribute('value')).to.equal('2026-02-30')
  })

  it('gives a secret address that a calendar program reads, and that ends when it is revoked', async () => {
    await bayu.open(paths.calendar)
    await bayu.submit(t.feedMake, { outletId: outlets.gema.id })
    expect(bayu.text).to.contain(t.feedMade)
    const program = server.visitor()
    const address = await feedAddress()
    const events = await read(program, address)
    expect(events.size).to.equal(18)
    const late = [...events.values()].find(it => it.startDate.hour === 23)!
    expect(late.endDate.day - late.startDate.day, 'crosses midnight').to.equal(1)
    const altered = address.slice(0, -1) + (address.endsWith('A') ? 'B' : 'A')
    expect((await program.send(altered)).status).to.equal(404)
    await bayu.submit(t.feedRevoke)
    expect((await program.send(address)).status).to.equal(404)
  })

  it('updates what a calendar has when an order changes, and takes back what was withdrawn', async () => {
    await bayu.open(paths.calendar)
    await bayu.submit(t.feedMake)
    const address = await feedAddress()
    const program = server.visitor()
    const known = await read(program, address)
    const [first, second] = latestVersion((await server.app.store.mediaOrders.find(order.id))!).lines
    await reviseOrder(server.app, actorOf('bayu'), order.id, { reason: 'Digeser' })
    const { id: _, position: __, ...line } = first!
    await saveLine(server.app, actorOf('bayu'), order.id, { ...line, fromMinute: 600, toMinute: 660 })
    await removeLine(server.app, actorOf('bayu'), order.id, second!.lineKey)
    await submitOrder(server.app, actorOf('bayu'), order.id)
    await approveOrder(server.app, actorOf('sari'), order.id)
    const changed = await read(program, address)
    expect([...changed.keys()].toSorted()).to.deep.equal([...known.keys()].toSorted())
    for (const [uid, event] of changed) {
      expect(event.sequence, uid).to.be.greaterThan(known.get(uid)!.sequence)
      const isGone = event.component.getFirstPropertyValue('status') === 'CANCELLED'
      if (!isGone) expect(event.startDate.hour).to.equal(3) // 10.00 in Jakarta
    }
    const gone = [...changed.values()].filter(
      it => it.component.getFirstPropertyValue('status') === 'CANCELLED',
    )
    expect(gone).to.have.length(4)
  })

  it('marks a gap that began before the days shown and ends after them', async () => {
    const { order: sparse, materials } = await draftedOrder(server.app, {
      outletId: outlets.pesisir.id,
      districtCodes: ['18.01'],
    })
    const on = (day: string) => aPlan(materials[0]!.id, { firstDay: day, lastDay: day })
    await sentOrder(server.app, sparse.id, [on('2026-11-18'), on('2026-12-09')])
    const gaps = async (week: string, filter = '') => {
      await bayu.open(`${paths.calendar}?view=week&on=${week}&outlet=${outlets.pesisir.id}${filter}`)
      return bayu.all('.tag').filter(tag => tag.textContent === t.gap).length
    }
    expect(await gaps('2026-11-25')).to.equal(7)
    expect(await gaps('2026-11-18')).to.equal(4)
    expect(await gaps('2026-12-16')).to.equal(0)
    expect(await gaps('2026-11-25', '&state=planned')).to.equal(0)
  })

  async function feedAddress(): Promise<string> {
    const link = bayu.all('a').findLast(it => it.getAttribute('href')?.includes('/feeds/'))!
    return new URL(link.getAttribute('href')!).pathname
  }

  /** As a calendar program keeps events: by UID, the one with the higher SEQUENCE. */
  async function read(program: Visitor, address: string): Promise<Map<string, ICAL.Event>> {
    const answer = await program.send(address)
    expect([answer.status, answer.headers.get('content-type')]).to.deep.equal([
      200,
      'text/calendar; charset=utf-8',
    ])
    const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[])
    const events = calendar.getAllSubcomponents('vevent').map(it => new ICAL.Event(it))
    return new Map(events.map(event => [event.uid, event]))
  }
})
