import { expect } from 'chai'
import fc from 'fast-check'
import { fitRate, rateOfRun, rateOn, type Rate, type RatePlan } from '../../src/domain/rate.js'
import { addDays } from '../../src/domain/time.js'

const aRate = (change: Partial<Rate> = {}): Rate => ({
  id: 'rate',
  outletId: 'outlet',
  format: 'spot',
  seconds: 30,
  rupiah: 150_000,
  validFrom: '2026-01-01',
  validTo: null,
  ...change,
})
const spot = { format: 'spot', seconds: 30 } as const

describe('A rate', () => {
  it('is valid from its first to its last day, both included', () => {
    const rates = [
      aRate({ validTo: '2026-06-30' }),
      aRate({ id: 'b', validFrom: '2026-07-01', rupiah: 175_000 }),
    ]
    const on = (day: string) => rateOn(rates, spot, day)?.rupiah
    expect(on('2025-12-31')).to.equal(undefined)
    expect([on('2026-01-01'), on('2026-06-30'), on('2026-07-01')]).to.deep.equal([150_000, 150_000, 175_000])
  })

  it('is for its length; only one for any length stands in for another, and no length is converted', () => {
    const day = '2026-03-01'
    expect(rateOn([aRate()], { format: 'spot', seconds: 45 }, day)).to.equal(undefined)
    expect(rateOn([aRate()], { format: 'adlib', seconds: 30 }, day)).to.equal(undefined)
    const both = [aRate({ id: 'any', seconds: null }), aRate()]
    expect(rateOn(both, { format: 'spot', seconds: 45 }, day)?.id).to.equal('any')
    expect(rateOn(both, spot, day)?.id).to.equal('rate')
  })

  it('of a display advertisement is per millimetre of a column', () => {
    const rates = [aRate({ format: 'display', seconds: null, rupiah: 12_000 })]
    const run = { format: 'display', seconds: null } as const
    expect(rateOfRun(rates, { ...run, millimetres: 200 }, '2026-03-01')).to.equal(2_400_000)
    expect(rateOfRun(rates, { ...run, millimetres: null }, '2026-03-01')).to.equal(undefined)
  })

  it('ends an open one the day before, and is refused where a day would have two prices', () => {
    const plan = aRate({ validFrom: '2026-07-01' })
    expect(fitRate([aRate()], plan)).to.deep.equal({
      ok: true,
      ended: { rate: aRate(), validTo: '2026-06-30' },
    })
    expect(fitRate([aRate({ validFrom: '2026-07-01' })], plan)).to.have.nested.property('problems.validFrom')
    expect(fitRate([aRate({ validTo: '2026-07-01' })], plan)).to.have.nested.property('problems.validFrom')
    expect(fitRate([aRate({ seconds: 60 })], plan)).to.deep.equal({ ok: true, ended: null })
    expect(fitRate([], { ...plan, validTo: '2026-06-30' })).to.have.nested.property('problems.validTo')
  })

  it('however rates are entered, no day ever has two prices', () => {
    const offset = fc.integer({ min: 0, max: 40 })
    const entered = fc.record({
      from: offset,
      length: fc.option(fc.integer({ min: -1, max: 15 }), { nil: null }),
    })
    fc.assert(
      fc.property(fc.array(entered, { maxLength: 12 }), plans => {
        let rates: Rate[] = []
        for (const [index, { from, length }] of plans.entries()) {
          const validFrom = addDays('2026-01-01', from)
          const validTo = length === null ? null : addDays(validFrom, length)
          rates = entering(rates, aRate({ id: String(index), validFrom, validTo }))
        }
        for (let day = 0; day < 60; day++) {
          const at = addDays('2026-01-01', day)
          const valid = rates.filter(rate => rate.validFrom <= at && (rate.validTo ?? at) >= at)
          expect(valid.length, at).to.be.lessThan(2)
          expect(rateOn(rates, spot, at)).to.equal(valid[0])
        }
      }),
      { numRuns: 300, seed: 4 },
    )
  })
})

function entering(rates: Rate[], rate: Rate & RatePlan): Rate[] {
  const fit = fitRate(rates, rate)
  if (!fit.ok) return rates
  const { ended } = fit
  return [...rates.map(it => (it === ended?.rate ? { ...it, validTo: ended.validTo } : it)), rate]
}
