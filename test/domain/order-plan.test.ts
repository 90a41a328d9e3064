import { expect } from 'chai'
import fc from 'fast-check'
import { replan, type Broadcast } from '../../src/domain/broadcast.js'
import { quoteLine } from '../../src/domain/line-price.js'
import { freeValueRupiah, orderedRupiah, runCount } from '../../src/domain/order-cost.js'
import { plannedRuns, type OrderLine } from '../../src/domain/order-line.js'
import { rateOfRun, type Rate } from '../../src/domain/rate.js'
import { addDays } from '../../src/domain/time.js'
import { aLine, anOrder, aVersion } from '../support/things.js'

const start = '2026-01-20'
const settings = { numRuns: 300, seed: 12 }

/** A flight of up to ten weeks, on some weekdays, in any daypart, across midnight too. */
const lines: fc.Arbitrary<OrderLine> = fc
  .record({
    begins: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 0, max: 70 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
    fromMinute: fc.integer({ min: 0, max: 1439 }),
    width: fc.integer({ min: 1, max: 1440 }),
    runsPerDay: fc.integer({ min: 1, max: 7 }),
    skipHolidays: fc.boolean(),
    weights: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    rupiah: fc.integer({ min: 0, max: 1_000_000 }),
    priceKind: fc.constantFrom('paid', 'negotiated', 'free'),
  })
  .map(({ begins, length, width, weights, ...rest }) =>
    aLine({
      ...rest,
      firstDay: addDays(start, begins),
      lastDay: addDays(start, begins + length),
      toMinute: rest.fromMinute + width,
      materials: weights.map((weight, index) => ({ materialId: 'ABC'[index]!, weight })),
    }),
  )
const holidaySets = fc
  .uniqueArray(fc.integer({ min: 0, max: 130 }), { maxLength: 25 })
  .map(days => new Set(days.map(count => addDays(start, count))))

/** Day by day on the calendar itself, without any rule of the product. */
function enumerated(line: OrderLine, holidays: ReadonlySet<string>): string[] {
  const found: string[] = []
  const at = new Date('2026-01-01T12:00:00Z')
  while (at.getUTCFullYear() === 2026) {
    const day = at.toISOString().slice(0, 10)
    const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
    const weekday = (names.indexOf(at.toUTCString().slice(0, 3)) + 6) % 7
    const isIn = day >= line.firstDay && day <= line.lastDay && line.weekdays.includes(weekday)
    if (isIn && !(line.skipHolidays && holidays.has(day)))
      for (let run = 1; run <= line.runsPerDay; run++) found.push(`${day} ${run}`)
    at.setUTCDate(at.getUTCDate() + 1)
  }
  return found
}

describe('The broadcasts of a line', () => {
  it('are exactly those that a slow look at the calendar finds', () => {
    fc.assert(
      fc.property(lines, holidaySets, (line, holidays) => {
        const runs = plannedRuns(line, holidays)
        expect(runs.map(({ day, ordinal }) => `${day} ${ordinal}`)).to.deep.equal(enumerated(line, holidays))
        expect(runCount(anOrder(aVersion({ lines: [line] })), holidays)).to.equal(runs.length)
        for (const run of runs) {
          const share = (line.toMinute - line.fromMinute) / line.runsPerDay
          expect(Math.abs(run.fromMinute - (line.fromMinute + (run.ordinal - 1) * share))).to.be.at.most(0.5)
          expect(Math.abs(run.toMinute - (line.fromMinute + run.ordinal * share))).to.be.at.most(0.5)
        }
      }),
      settings,
    )
  })

  it('take turns in material by weight, whichever days they fall on', () => {
    fc.assert(
      fc.property(lines, holidaySets, (line, holidays) => {
        const turns = plannedRuns(line, holidays).map(({ materialId }) => materialId)
        const cycle = line.materials.reduce((sum, { weight }) => sum + weight, 0)
        for (let from = 0; from + cycle <= turns.length; from += cycle)
          for (const { materialId, weight } of line.materials)
            expect(turns.slice(from, from + cycle).filter(id => id === materialId)).to.have.length(weight)
      }),
      settings,
    )
  })
})

describe('What an order costs', () => {
  /** Rates that follow each other without a gap, for the line's length or for any. */
  const rateCards = fc
    .array(
      fc.record({ days: fc.integer({ min: 1, max: 40 }), rupiah: fc.integer({ min: 1, max: 500_000 }) }),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map(parts => {
      let from = '2026-01-01'
      return parts.map(({ days, rupiah }, index): Rate => {
        const last = index === parts.length - 1
        const rate = { validFrom: from, validTo: last ? null : addDays(from, days - 1) }
        from = addDays(from, days)
        return { id: String(index), outletId: 'outlet', format: 'spot', seconds: 30, rupiah, ...rate }
      })
    })

  it('is the sum of its broadcasts, each at the rate valid on its day or at the agreed price', () => {
    fc.assert(
      fc.property(lines, lines, fc.tuple(holidaySets, rateCards), (agreed, line, [holidays, rates]) => {
        const quote = quoteLine(rates, line)
        if (!quote.ok) throw new Error(`no rate on ${quote.day}`)
        const priced = { ...line, lineKey: 'by-rate', rupiah: 0, rates: quote.rates }
        const order = anOrder(aVersion({ lines: [agreed, priced] }))
        const spent = { paid: 0, free: 0 }
        for (const it of enumerated(agreed, holidays))
          spent[agreed.priceKind === 'free' ? 'free' : 'paid'] += it ? agreed.rupiah : 0
        for (const it of enumerated(line, holidays))
          spent[line.priceKind === 'free' ? 'free' : 'paid'] += rateOfRun(rates, line, it.slice(0, 10))!
        expect([orderedRupiah(order, holidays), freeValueRupiah(order, holidays)]).to.deep.equal([
          spent.paid,
          spent.free,
        ])
        const plan = { order: { id: 'o', campaignId: 'c', outletId: 'u' }, versionNumber: 1, holidays }
        const planned = replan([], { ...plan, lines: [agreed, priced] }, () => false).add
        const paid = planned.filter(({ priceKind }) => priceKind !== 'free')
        expect(paid.reduce((sum, { rupiah }) => sum + rupiah, 0)).to.equal(spent.paid)
      }),
      settings,
    )
  })

  it('is refused with the first day that no rate says a price for', () => {
    const ends: Rate = {
      id: 'r',
      outletId: 'outlet',
      format: 'spot',
      seconds: 30,
      rupiah: 1,
      validFrom: '2026-01-01',
      validTo: '2026-11-18',
    }
    expect(quoteLine([ends], aLine())).to.deep.equal({ ok: false, day: '2026-11-19' })
    expect(quoteLine([ends], aLine({ weekdays: [0, 1, 2] }))).to.have.property('ok', true)
  })
})

describe('Planning an order anew', () => {
  const plan = (line: OrderLine, holidays: ReadonlySet<string>, versionNumber: number) => ({
    order: { id: 'order', campaignId: 'campaign', outletId: 'outlet' },
    versionNumber,
    lines: [line],
    holidays,
  })

  it('never changes or removes what is past or confirmed, however often it is done', () => {
    const steps = fc.array(
      fc.record({
        line: lines,
        passed: fc.integer({ min: 0, max: 40 }),
        answered: fc.integer({ min: 1, max: 5 }),
      }),
      { minLength: 2, maxLength: 5 },
    )
    fc.assert(
      fc.property(steps, holidaySets, (versions, holidays) => {
        let known: Broadcast[] = []
        let today = start
        for (const [index, { line, passed, answered }] of versions.entries()) {
          const isSettled = (b: Broadcast) => b.day < today || (b.id !== '' && Number(b.id) % answered === 0)
          const before = known.filter(isSettled)
          const result = replan(known, plan(line, holidays, index + 1), isSettled)
          const ids = known.length
          const gone = result.withdraw.map(b => ({ ...b, withdrawnAt: today }))
          const added = result.add.map((b, at) => ({ ...b, id: String(ids + at + 1) }))
          known = [...result.keep, ...result.change, ...gone, ...added]
          const texts = new Set(known.map(broadcast => JSON.stringify(broadcast)))
          for (const broadcast of before) expect(texts.has(JSON.stringify(broadcast))).to.equal(true)
          expect(new Set(known.map(({ id }) => id)).size, 'ids').to.equal(known.length)
          const slots = known.map(b => `${b.lineKey} ${b.day} ${b.ordinal}`)
          expect(new Set(slots).size, 'slots').to.equal(slots.length)
          expect(
            added.every(({ day }) => day >= today),
            'nothing new in the past',
          ).to.equal(true)
          today = addDays(today, passed)
        }
      }),
      { numRuns: 60, seed: 12 },
    )
  })
})
