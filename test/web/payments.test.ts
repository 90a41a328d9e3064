import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { putOnAir, weekAddress, type OnAir } from '../support/on-air.js'
import { people } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id.payments

describe('An order’s payment file', () => {
  let server: TestServer
  let air: OnAir
  let week: string
  let bayu: Visitor
  let clerk: Visitor
  beforeEach(async () => {
    server = await startServer()
    server.clock.set('2026-11-23T01:00:00.000Z')
    air = await putOnAir(server.app, { runs: 2 })
    week = await weekAddress(server.app)
    bayu = await server.signedIn('bayu')
    clerk = server.visitor()
  })
  afterEach(() => server.stop())

  const note = async (step: string, day: string, more = '') => {
    await bayu.open(`/orders/${air.orderId}/payment`)
    await bayu.submit(t.add, { step, day, note: more })
    return bayu.status
  }
  const settle = async () => {
    await clerk.open(week)
    await clerk.submit(words.id.partner.allRan('2'))
    const hendra = await server.signedIn('hendra')
    for (const { id } of air.broadcasts) {
      await hendra.open(`/broadcasts/${id}`)
      await hendra.submit(words.id.broadcasts.verify)
    }
  }

  it('goes from received to paid, step by step, and its outlet reads each step with its day', async () => {
    expect(await note('received', '2026-11-20')).to.equal(200)
    expect(await note('verified', '2026-11-23')).to.equal(422)
    expect(bayu.text).to.include(words.id.problems['unverified-runs']({ count: 2 }))
    await clerk.open(week)
    await clerk.follow(words.id.ownPage.link)
    expect(clerk.text).to.include('Pembayaran: berkas diterima 20 Nov 2026').and.include('2 belum dijawab')
    await settle()
    expect(await note('verified', '2026-11-23')).to.equal(200)
    expect(await note('with-finance', '2026-11-22')).to.equal(422)
    expect(bayu.text).to.include(words.id.problems['payment-day-early']())
    expect(await note('with-finance', '2026-11-24')).to.equal(422)
    expect(bayu.text).to.include(words.id.problems['day-ahead']())
    expect(await note('with-finance', '2026-11-23')).to.equal(200)
    expect(await note('paid', '2026-11-23')).to.equal(200)
    await clerk.open(`${week}/orders`)
    expect(clerk.text)
      .to.include('Nilai terverifikasi Rp 300.000')
      .and.include('dibayar 23 Nov 2026')
      .and.include('2 terverifikasi')
    const maruli = await server.signedIn('maruli')
    await maruli.open(`/orders/${air.orderId}`)
    await maruli.follow('dibayar 23 Nov 2026')
    expect(maruli.text).to.include('Bayu Saputra').and.not.include(t.add)
  })

  it('leaves out no step, goes back only with a reason, and keeps every note', async () => {
    await bayu.post(`/orders/${air.orderId}/payment`, { step: 'paid', day: '2026-11-23', note: '' })
    expect([bayu.status, bayu.text.includes(words.id.problems['payment-step-skipped']())]).to.deep.equal([
      422,
      true,
    ])
    await note('received', '2026-11-20')
    expect(await note('received', '2026-11-21')).to.equal(422)
    expect(await note('received', '2026-11-21', 'Kuitansi tertukar, diterima lagi.')).to.equal(200)
    const notes = await server.app.store.payments.listOf([air.orderId])
    expect(notes.map(({ day, notedBy }) => [day, notedBy])).to.deep.equal([
      ['2026-11-20', people.bayu.id],
      ['2026-11-21', people.bayu.id],
    ])
    expect(bayu.text).to.include(t.takenBack)
    const events = await server.app.store.audit.after(0, 1000)
    expect(events.filter(({ action }) => action === 'payment-noted')).to.have.lengthOf(2)
  })

  it('of a free order there is none', async () => {
    const free = air.broadcasts.map(broadcast => ({ ...broadcast, priceKind: 'free' as const }))
    await server.app.store.write(async tx => {
      for (const row of free) await tx.broadcasts.update(row)
    })
    await bayu.open(`/orders/${air.orderId}/payment`)
    expect(bayu.text).to.include(t.free).and.not.include(t.add)
    await bayu.post(`/orders/${air.orderId}/payment`, { step: 'received', day: '2026-11-23', note: '' })
    expect(bayu.status).to.equal(422)
    await clerk.open(`${week}/orders`)
    expect(clerk.text).to.include(words.id.ownPage.free)
  })
})

describe('What an outlet sees of itself', () => {
  let server: TestServer
  let air: OnAir
  let week: string
  let clerk: Visitor
  before(async () => {
    server = await startServer()
    server.clock.set('2026-11-23T01:00:00.000Z')
    air = await putOnAir(server.app, { runs: 4 })
    week = await weekAddress(server.app)
    clerk = server.visitor()
    const missed = air.broadcasts[0]!.id
    await clerk.open(`${week}/exceptions?step=2&id=${missed}`)
    await clerk.submit(words.id.partner.save, { [`reason-${missed}`]: 'technical' })
  })
  after(() => server.stop())

  it('is its reliability with the formula, two weeks before the office sees it', async () => {
    const r = words.id.reliability
    await clerk.open(`${week}/orders`)
    expect(clerk.text).to.include(r.none)
    server.clock.set('2026-11-25T03:00:00.000Z')
    await clerk.open(`${week}/orders`)
    expect(clerk.text)
      .to.include(r.inTimeFormula('4', '4'))
      .and.include(r.asOrderedFormula('3', '4'))
      .and.include('75%')
      .and.include(r.partnerFirst)
    const gema = `/outlets/${air.broadcasts[0]!.outletId}`
    let hendra = await server.signedIn('hendra')
    await hendra.open(gema)
    expect(hendra.text).to.include(r.none)
    server.clock.set('2026-12-09T03:00:00.000Z')
    hendra = await server.signedIn('hendra')
    await hendra.open(gema)
    expect(hendra.text).to.include(r.asOrderedFormula('3', '4')).and.include(r.staffLater)
  })

  it('is a statement of the month, on screen, on paper and as a workbook with the same rows', async () => {
    await clerk.open(`${week}/orders`)
    await clerk.follow(words.id.statements.link('November 2026'))
    expect(clerk.all('tbody tr')).to.have.lengthOf(4)
    const shown = clerk.all('tbody td:last-child').map(cell => cell.textContent.trim())
    expect(shown).to.deep.equal(Array.from({ length: 4 }, () => '150.000'))
    const href = clerk
      .all('a')
      .find(link => link.textContent === words.id.statements.sheet)!
      .getAttribute('href')!
    const file = await clerk.send(href)
    expect(file.headers.get('content-disposition')).to.include('bukti-siar-2026-11.xlsx')
    const table = await server.app.tables.open(new Uint8Array(await file.arrayBuffer()))
    const rows: string[][] = []
    for await (const batch of table.batches()) rows.push(...batch.map(({ cells }) => cells))
    const head = rows.findIndex(([first]) => first === words.id.statements.order)
    expect(rows.slice(head + 1).map(row => [row[0], row[1], row[5], row[10]])).to.deep.equal(
      air.broadcasts.map(({ day }, index) => [
        'MO-1',
        day,
        words.id.broadcasts.answers[index === 0 ? 'did-not-run' : 'ran'],
        '150000',
      ]),
    )
  })

  it('is never another outlet’s', async () => {
    const foreign = await putOnAir(server.app, { outlet: 'warta', runs: 1, number: 2 })
    const { outletId } = foreign.broadcasts[0]!
    for (const path of ['statement', 'statement.xlsx']) {
      await clerk.open(`${week}/${path}?outlet=${outletId}&month=2026-11`)
      expect(clerk.status, path).to.equal(404)
    }
    await clerk.open(`${week}/orders`)
    expect(clerk.text).not.to.include('MO-2')
  })
})
