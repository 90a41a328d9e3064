import { expect } from 'chai'
import { isProven } from '../../src/domain/exposure.js'
import { words } from '../../src/language/words.js'
import { formats } from '../../src/views/formats.js'
import type { Visitor } from '../support/visitor.js'
import { textOf } from '../support/visitor.js'
import { enter, theDemo } from './season.js'

const t = words.id.spikes
const { number } = formats('id', 'Asia/Jakarta')
const lots = '/spikes/at?stream=employer&district=18.05&day=2011-05-12'

describe('The explorer of spikes, on the demo season', function () {
  this.timeout(300_000)
  let manager: Visitor
  before(async () => {
    manager = await enter(await theDemo(), 'manager')
  })

  it('shows districts and weeks, and leads from a cell to what was going on', async () => {
    await manager.open('/spikes?stream=employer&until=2011-05-16')
    const cell = manager.all('.grid a').find(link => textOf(link).startsWith('▲'))!
    await manager.open(cell.getAttribute('href')!.replaceAll('&amp;', '&'))
    expect(manager.text).to.include(t.causesTitle).and.include(t.airTitle).and.include(t.leftStat)
  })

  it('says in words how many signs chance alone makes', async () => {
    await manager.open('/spikes?stream=self')
    expect(manager.text).to.include(t.chanceWatch('100', number(14 * 91), number(14 * 91 * 0.01)))
    expect(manager.text).to.include(t.chanceAlert('5%'))
  })

  it('lets an employer’s lot explain what it brought, and says what it leaves', async () => {
    await manager.open(lots)
    const { app } = await theDemo()
    const spike = (await app.store.spikes.on('2011-05-12', { streamId: 'employer', districtCode: '18.05' }))!
    const brought = (await app.store.registrations.lots({ from: spike.firstDay, to: spike.lastDay })).filter(
      lot => lot.districtCode === '18.05',
    )
    const workers = brought.reduce((sum, lot) => sum + lot.size, 0)
    expect(workers).to.be.above(300)
    expect(manager.text).to.include(t.lots({ lots: number(brought.length), workers: number(workers) }))
    expect(manager.text).to.include(t.leftUpTo(number(spike.high - (workers - spike.expected))))
  })

  it('shows what was on air with its evidence, beside the field event of all districts', async () => {
    const { app } = await theDemo()
    const [common] = (
      await app.store.spikes.between({ from: '2011-05-01', to: '2011-05-05' }, 'self')
    ).filter(({ scope }) => scope === 'common')
    await manager.open(`/spikes/at?stream=self&district=&day=${common!.firstDay}`)
    expect(manager.text).to.include('Pelayanan serentak di 14 kabupaten dan kota')
    expect(manager.text).to.include(t.partOpen).and.include(t.membersTitle)
  })

  it('shows how well it is proven that something was on air', async () => {
    const { app } = await theDemo()
    const runs = (await app.store.broadcasts.listStates({ from: '2011-05-16', to: '2011-06-03' })).filter(
      isProven,
    )
    const near = (spike: { firstDay: string; lastDay: string }) =>
      runs.some(run => run.day >= spike.firstDay && run.day <= spike.lastDay)
    const during = (await app.store.spikes.between({ from: '2011-05-16', to: '2011-06-03' }, 'self')).filter(
      near,
    )
    const grades: string[] = []
    for (const { districtCode, firstDay } of during.slice(0, 6)) {
      await manager.open(`/spikes/at?stream=self&district=${districtCode ?? ''}&day=${firstDay}`)
      grades.push(...(manager.text.match(/\d+ × E[1-4]/g) ?? []))
    }
    expect(grades.join()).to.match(/E[23]/)
  })

  it('keeps what staff note, for the days it lasts and with their name, and tells the audit trail', async () => {
    await manager.open(lots)
    await manager.submit(t.noteAdd, { cause: 'employer-lot', note: '' })
    expect(manager.status).to.equal(422)
    await manager.submit(t.noteAdd, { cause: 'employer-lot', note: 'Pabrik gula mendaftar serentak' })
    expect(manager.text).to.include(t.noted).and.include('Pabrik gula mendaftar serentak')
    await manager.open('/spikes?stream=employer&until=2011-05-16')
    expect(manager.text).to.include(t.hasNote)
    const { app } = await theDemo()
    const [event] = await app.store.audit.list({ action: 'spike-noted' }, { limit: 1 })
    expect(event!.after).to.include({ districtCode: '18.05', cause: 'employer-lot' })
    const auditor = await enter(await theDemo(), 'auditor')
    await auditor.open(lots)
    expect(auditor.text).to.include('Pabrik gula mendaftar serentak').and.not.include(t.noteAdd)
    await auditor.post('/spikes/notes', { stream: 'employer', district: '18.05', day: '2011-05-12' })
    expect(auditor.status).to.equal(403)
  })

  it('is given as files that hold what the screen shows', async () => {
    await manager.open('/spikes?stream=employer&until=2011-05-16')
    const { app } = await theDemo()
    const shown = manager.all('table').at(-1)!
    const heads = shown.querySelectorAll('thead th').map(textOf)
    const rows = shown.querySelectorAll('tbody tr').map(row => row.querySelectorAll('th, td').map(textOf))
    expect(rows.length).to.be.above(5)
    for (const kind of ['csv', 'xlsx']) {
      const answer = await manager.send(`/spikes.${kind}?stream=employer&until=2011-05-16`)
      const file = await app.tables.open(new Uint8Array(await answer.arrayBuffer()))
      const read: string[][] = []
      for await (const batch of file.batches()) read.push(...batch.map(row => row.cells))
      expect(read, kind).to.deep.equal([heads, ...rows])
    }
  })
})
