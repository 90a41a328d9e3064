import { expect } from 'chai'
import { deskTasks, type DeskFacts, type TaskKind } from '../../src/domain/desk.js'
import type { District } from '../../src/domain/district.js'
import { undecided, type Makegood } from '../../src/domain/makegood.js'
import type { Material } from '../../src/domain/material.js'
import { defaultSettings } from '../../src/domain/settings.js'
import { outlets, people, storyBegins } from '../support/people.js'
import { aBroadcast, aCampaign, aLine, anOrder, aVersion } from '../support/things.js'

const unread = { id: 'A', medium: 'radio', authors: [people.bayu.id], code: 'M01', title: 'Spot' } as Material
const fresh = { ...unread, checkedAt: null, retiredAt: null, returnedAt: null }

/** A desk on which nothing waits, with some facts changed. */
function desk(change: Partial<DeskFacts>): DeskFacts {
  return {
    reader: people.bayu,
    today: '2026-11-18',
    now: '2026-11-18T02:00:00.000Z',
    campaigns: [],
    materials: [],
    messages: [],
    deadlines: { leadDays: defaultSettings.materialLeadDays, off: new Set() },
    holidays: new Set(),
    orders: [],
    outlets: new Map(),
    broadcasts: [],
    misses: [],
    attempts: new Map(),
    onAir: [],
    coverage: [],
    threshold: 0.1,
    districts: [],
    openAlarms: 0,
    moreTime: [],
    staleContacts: [],
    ...change,
  }
}

const ids = (kind: TaskKind, change: Partial<DeskFacts>) =>
  deskTasks(desk(change)).flatMap(task => (task.kind === kind ? [task.subjectId] : []))

describe('The desk', () => {
  it('is empty when nothing waits', () => {
    expect(deskTasks(desk({}))).to.deep.equal([])
  })

  describe('names an order at risk', () => {
    const order = anOrder(aVersion({ lines: [aLine({ firstDay: '2026-11-23', lastDay: '2026-11-29' })] }))
    const of = (today: string, change: Partial<DeskFacts> = {}) =>
      ids('order-at-risk', { today, orders: [order], materials: [fresh], ...change })

    it('when the day by which its material had to be checked has gone by', () => {
      // Three working days before Monday the 23rd is Wednesday the 18th: that day is still in time.
      expect(of('2026-11-18')).to.deep.equal([])
      expect(of('2026-11-19')).to.deep.equal(['order'])
      const holiday = { leadDays: defaultSettings.materialLeadDays, off: new Set(['2026-11-20']) }
      expect(of('2026-11-18', { deadlines: holiday })).to.deep.equal(['order'])
      const sooner = { leadDays: { ...defaultSettings.materialLeadDays, radio: 1 }, off: new Set<string>() }
      expect(of('2026-11-20', { deadlines: sooner })).to.deep.equal([])
    })

    it('as long as a run lies ahead, and not once all is checked', () => {
      expect(of('2026-11-27')).to.deep.equal(['order'])
      expect(of('2026-11-28')).to.deep.equal([])
      expect(of('2026-11-19', { materials: [] })).to.deep.equal([])
    })

    it('when its material was withdrawn', () => {
      const withdrawn = { ...fresh, checkedAt: storyBegins, retiredAt: storyBegins }
      expect(of('2026-11-10', { materials: [withdrawn] })).to.deep.equal(['order'])
    })

    it('to planners only', () => {
      expect(of('2026-11-19', { reader: people.maruli })).to.deep.equal([])
    })
  })

  it('gives material to check to others than its writer, what is due first at the top', () => {
    const soon = { ...fresh, id: 'B', title: 'Soon' }
    const lines = [aLine({ materials: [{ materialId: 'B', weight: 1 }], firstDay: '2026-11-20' })]
    const facts = { materials: [fresh, soon], orders: [anOrder(aVersion({ lines }))] }
    expect(ids('material-check', facts)).to.deep.equal([])
    expect(ids('material-check', { ...facts, reader: people.sari })).to.deep.equal(['B', 'A'])
    const [first] = deskTasks(desk({ ...facts, reader: people.sari }))
    expect(first?.due).to.deep.equal({ day: '2026-11-17', isPast: true })
  })

  it('asks about a replacement the outlet offers, and not about one the office offered', () => {
    const miss = aBroadcast({ answer: 'did-not-run', confirmationId: 'c' })
    const offer = {
      ...undecided,
      id: 'm',
      missedId: miss.id,
      offeredAt: storyBegins,
      day: '2026-11-25',
      expiresAt: '2026-11-24T02:00:00.000Z',
    }
    const by = (who: Partial<Makegood>) => ({
      misses: [miss],
      attempts: new Map([[miss.id, [{ ...offer, offeredByContact: null, offeredByUser: null, ...who }]]]),
    })
    expect(ids('makegood-decide', by({ offeredByContact: 'wayan' }))).to.deep.equal([miss.id])
    expect(ids('makegood-decide', by({ offeredByUser: 'bayu' }))).to.deep.equal([])
    expect(ids('miss-open', by({ offeredByUser: 'bayu' }))).to.deep.equal([])
    expect(ids('miss-open', by({ offeredByContact: 'wayan', declinedAt: storyBegins }))).to.deep.equal([
      'campaign',
    ])
    expect(ids('miss-open', { misses: [{ ...miss, orderClosedAt: storyBegins }] })).to.deep.equal([])
  })

  it('names target districts that nothing on air in the coming week reaches', () => {
    const campaign = aCampaign({ approvedAt: storyBegins, districtCodes: ['18.71', '18.01'] })
    const places = [
      { code: '18.71', shortName: 'Bandar Lampung' },
      { code: '18.01', shortName: 'Lampung Selatan' },
      { code: '18.08', shortName: 'Way Kanan' },
    ] as District[]
    const row = { outletId: outlets.gema.id, source: '', asOf: '2026-01-01' }
    const facts = {
      campaigns: [campaign],
      districts: places,
      onAir: [{ campaignId: campaign.id, outletId: outlets.gema.id }],
      coverage: [
        { ...row, districtCode: '18.71', share: 0.4 },
        { ...row, districtCode: '18.01', share: 0.09 },
      ],
    }
    const silent = (change: Partial<DeskFacts>) =>
      deskTasks(desk({ ...facts, ...change })).map(({ districts }) => districts)
    expect(silent({})).to.deep.equal([['Lampung Selatan']])
    expect(silent({ onAir: [] })).to.deep.equal([['Bandar Lampung', 'Lampung Selatan']])
    expect(silent({ threshold: 0.05 })).to.deep.equal([])
    expect(silent({ today: '2026-11-01' })).to.deep.equal([])
    expect(silent({ today: '2026-12-14' })).to.deep.equal([])
    expect(silent({ reader: people.hendra })).to.deep.equal([])
  })

  it('follows an order to whoever has the next move', () => {
    const stamp = (change: object) => [anOrder(aVersion(change))]
    const sent = { approvedAt: storyBegins, sentAt: storyBegins }
    const answer = {
      lineKey: 'line',
      answer: 'other-time',
      fromMinute: 1,
      toMinute: 2,
      note: '',
    } as const
    expect(ids('order-answered', { orders: stamp({ ...sent, answers: [answer] }) })).to.have.length(1)
    expect(ids('order-declined', { orders: stamp({ ...sent, declinedAt: storyBegins }) })).to.have.length(1)
    const submitted = stamp({ submittedAt: storyBegins })
    expect(ids('order-decide', { orders: submitted })).to.deep.equal([])
    expect(ids('order-decide', { orders: submitted, reader: people.sari })).to.have.length(1)
    const returned = stamp({ returnedAt: storyBegins })
    expect(ids('order-returned', { orders: returned })).to.have.length(1)
    expect(ids('order-returned', { orders: returned, reader: people.sari })).to.deep.equal([])
  })
})
