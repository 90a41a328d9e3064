import { expect } from 'chai'
import type { District } from '../../src/domain/district.js'
import type { Material } from '../../src/domain/material.js'
import type { OrderLine } from '../../src/domain/order-line.js'
import { openRules, warningRules, type WarningRule } from '../../src/domain/order-warning.js'
import { prayerTimes } from '../../src/domain/prayer-times.js'
import { defaultSettings } from '../../src/domain/settings.js'
import { neighbours } from '../../src/domain/warn-of-times.js'
import { warnOrder, type WarningFacts } from '../../src/domain/warn-order.js'
import { outlets, storyBegins } from '../support/people.js'
import { aCampaign, aLine, anOrder, aVersion } from '../support/things.js'

const place = { latitude: -5.403, longitude: 105.2541 }
const zone = 'Asia/Jakarta'
const checked = {
  id: 'A',
  code: 'A',
  title: 'Naskah',
  medium: 'radio',
  checkedAt: storyBegins,
  retiredAt: null,
} as Material
const district = { code: '18.71', shortName: 'Bandar Lampung', ...place } as District

/** An order against which nothing speaks, with some facts changed. */
function facts(change: Partial<WarningFacts> = {}, line: Partial<OrderLine> = {}): WarningFacts {
  const order = anOrder(aVersion({ lines: [aLine(line)] }))
  const { id } = outlets.gema
  return {
    today: '2026-11-10',
    zone,
    order: { ...order, outletId: id },
    campaign: aCampaign(),
    outlet: outlets.gema,
    offAir: [],
    rates: [],
    materials: new Map([['A', checked]]),
    orders: [{ ...order, outletId: id }],
    coverage: [{ outletId: id, districtCode: '18.71', share: 0.4, source: '', asOf: '2026-01-01' }],
    districts: [district],
    holidays: new Set(),
    ramadans: [],
    threshold: 0.1,
    deadlines: { leadDays: { ...defaultSettings.materialLeadDays, radio: 2 }, off: new Set() },
    ...change,
  }
}

const rules = (...given: Parameters<typeof facts>) => warnOrder(facts(...given)).map(({ rule }) => rule)
const maghrib = prayerTimes(place, '2026-11-16', zone).maghrib
const off = {
  id: 'off',
  outletId: outlets.gema.id,
  firstDay: '2026-11-18',
  lastDay: '2026-11-19',
  reason: '',
}
const ramadan = { hijriYear: 1, firstDay: '2026-11-01', lastDay: '2026-11-30', eidDay: '2026-12-01' }
const rate = { id: 'r', outletId: outlets.gema.id, format: 'spot', seconds: 30, validTo: null } as const

describe('Warnings of an order', () => {
  it('are none when nothing speaks against it', () => {
    expect(rules()).to.deep.equal([])
  })

  /** For every rule a plan that breaks it, and nothing else. */
  const breaches: Record<WarningRule, Parameters<typeof facts>> = {
    'outlet-retired': [{ outlet: { ...outlets.gema, retiredAt: storyBegins } }],
    'outlet-unverified': [{ outlet: { ...outlets.gema, verifiedAt: null } }],
    'outlet-off-air': [{ offAir: [off] }],
    'licence-lapsed': [{ outlet: { ...outlets.gema, licenceUntil: '2026-11-18' } }],
    'flight-outside-campaign': [{ campaign: aCampaign({ firstDay: '2026-11-17' }) }],
    'material-unchecked': [{ materials: new Map([['A', { ...checked, checkedAt: null }]]) }],
    'material-retired': [{ materials: new Map([['A', { ...checked, retiredAt: storyBegins }]]) }],
    'material-late': [{ today: '2026-11-13', materials: new Map([['A', { ...checked, checkedAt: null }]]) }],
    'same-break': [{}, { fromMinute: 360, toMinute: 380, runsPerDay: 2 }],
    'prayer-time': [{}, { fromMinute: maghrib, toMinute: maghrib + 20 }],
    ramadan: [{ ramadans: [ramadan] }, { fromMinute: maghrib - 30, toMinute: maghrib - 2 }],
    'past-fiscal-year': [
      { campaign: aCampaign({ lastDay: '2027-02-28' }) },
      { firstDay: '2026-12-28', lastDay: '2027-01-10' },
    ],
    'rate-changed': [
      { rates: [{ ...rate, rupiah: 2, validFrom: '2026-01-01' }] },
      { rates: [{ firstDay: '2026-11-16', lastDay: '2026-11-20', rupiah: 1 }] },
    ],
    'budget-exceeded': [{ campaign: aCampaign({ budgetRupiah: 749_999 }) }],
    'district-uncovered': [{ threshold: 0.41 }],
  }
  for (const rule of Object.keys(warningRules) as WarningRule[])
    it(`name ${rule} when a plan breaks it, and only then`, () => {
      expect(rules(...breaches[rule])).to.deep.equal([rule])
    })

  it('name the days they touch, and what to mend', () => {
    const [silent] = warnOrder(facts({ offAir: [off] }))
    expect(silent).to.deep.include({ days: ['2026-11-18', '2026-11-19'], severity: 'stop' })
    expect(silent!.about).to.deep.equal({ kind: 'outlet', id: outlets.gema.id })
  })

  it('of prayer leave a station that has room to choose alone, and a newspaper', () => {
    expect(rules({}, { fromMinute: maghrib - 60, toMinute: maghrib + 60 })).to.deep.equal([])
    const print = { ...outlets.gema, medium: 'print' } as const
    expect(rules({ outlet: print }, { fromMinute: maghrib, toMinute: maghrib + 20 })).to.deep.equal([])
  })

  it('see the same material in another order of the outlet, and two runs at the edge of a break', () => {
    const other = { ...anOrder(aVersion({ lines: [aLine({ lineKey: 'other' })] })), id: 'other' }
    const both = [{ ...other, outletId: outlets.gema.id }]
    expect(rules({ orders: both })).to.deep.equal(['same-break'])
    expect(rules({ orders: [{ ...both[0]!, cancelledAt: storyBegins }], threshold: 0 })).to.deep.equal([
      'district-uncovered',
    ])
    const run = (fromMinute: number, toMinute: number) => ({ fromMinute, toMinute })
    expect(neighbours([run(0, 15), run(15, 30)])).to.deep.equal([])
    expect(neighbours([run(15, 30), run(1, 15)])).to.have.length(2)
  })

  it('wait for a reason where they ask for one, until it is given', () => {
    const [prayer] = warnOrder(facts(...breaches['prayer-time']))
    const reason = { orderId: 'order', versionNumber: 1, reason: 'x', givenBy: 'b', givenAt: storyBegins }
    expect(openRules([prayer!], [])).to.deep.equal(['prayer-time'])
    expect(openRules([prayer!], [{ ...reason, rule: 'prayer-time' }])).to.deep.equal([])
    expect(openRules(warnOrder(facts({ offAir: [off] })), [])).to.deep.equal([])
  })
})
