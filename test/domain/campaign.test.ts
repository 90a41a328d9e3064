import { expect } from 'chai'
import * as campaigns from '../../src/domain/campaign.js'
import { Conflict, Forbidden, mustAllow } from '../../src/domain/errors.js'
import { mayCheck, materialStatus, readingSeconds, type Material } from '../../src/domain/material.js'
import { allowed, refused } from '../../src/domain/problem.js'
import { people, storyBegins as now } from '../support/people.js'
import { aCampaign } from '../support/things.js'

const today = '2026-11-16'
const { bayu, hendra } = people
const submitted = { submittedAt: now, submittedBy: bayu.id }

describe('A campaign', () => {
  const states = {
    draft: {},
    returned: { returnedAt: now },
    submitted,
    approved: { ...submitted, approvedAt: now, firstDay: '2026-11-17' },
    live: { ...submitted, approvedAt: now, firstDay: today },
    ended: { ...submitted, approvedAt: now, firstDay: '2026-11-01', lastDay: '2026-11-15' },
    closed: { ...submitted, approvedAt: now, closedAt: now },
    cancelled: { ...submitted, approvedAt: now, cancelledAt: now },
  } satisfies Record<campaigns.CampaignStatus, object>
  const inState = (state: keyof typeof states) => aCampaign(states[state])
  const all = Object.keys(states) as campaigns.CampaignStatus[]
  const where = (may: (campaign: ReturnType<typeof aCampaign>) => { ok: boolean }) =>
    all.filter(state => may(inState(state)).ok)

  it('is what its dated facts say', () => {
    for (const state of all) expect(campaigns.campaignStatus(inState(state), today), state).to.equal(state)
  })

  it('allows each move in its states only', () => {
    expect(where(it => campaigns.mayEdit(it, today))).to.deep.equal(['draft', 'returned'])
    expect(where(it => campaigns.maySubmit(it, today))).to.deep.equal(['draft', 'returned'])
    expect(where(it => campaigns.mayDecide(it, today, hendra.id))).to.deep.equal(['submitted'])
    expect(where(it => campaigns.mayOrder(it, today))).to.deep.equal(['approved', 'live', 'ended'])
    expect(where(it => campaigns.mayClose(it, today))).to.deep.equal(['ended'])
    expect(where(it => campaigns.mayCancel(it, today))).to.deep.equal([
      'draft',
      'returned',
      'submitted',
      'approved',
      'live',
    ])
  })

  it('is decided by nobody who wrote or submitted it', () => {
    const own = { ok: false, problem: { code: 'own-work' } }
    expect(campaigns.mayDecide(inState('submitted'), today, bayu.id)).to.deep.equal(own)
    const byOther = aCampaign({ ...submitted, authors: ['somebody'] })
    expect(campaigns.mayDecide(byOther, today, bayu.id)).to.deep.equal(own)
  })

  it('refuses as forbidden what is somebody’s own work, as a conflict what its state does not allow', () => {
    expect(() => mustAllow(allowed)).not.to.throw()
    expect(() => mustAllow(refused('own-work'))).to.throw(Forbidden)
    expect(() => mustAllow(refused('wrong-state'))).to.throw(Conflict)
  })
})

describe('A material', () => {
  const material = (change: Partial<Material> = {}) =>
    ({ authors: [bayu.id], checkedAt: null, returnedAt: null, retiredAt: null, ...change }) as Material

  it('may run once a second person has checked it', () => {
    expect(mayCheck(material(), hendra.id).ok).to.equal(true)
    expect(mayCheck(material(), bayu.id)).to.deep.equal(refused('own-work'))
    expect(mayCheck(material({ checkedAt: now }), hendra.id)).to.deep.equal(refused('wrong-state'))
    const states = [
      {},
      { returnedAt: now },
      { returnedAt: now, checkedAt: now },
      { checkedAt: now, retiredAt: now },
    ]
    expect(states.map(state => materialStatus(material(state)))).to.deep.equal([
      'unchecked',
      'returned',
      'checked',
      'retired',
    ])
  })

  it('takes as long as a newsreader takes for its words', () => {
    expect(readingSeconds('kata '.repeat(130), 130)).to.equal(60)
    expect(readingSeconds('kata '.repeat(130), 100)).to.equal(78)
    expect(readingSeconds('  ', 130)).to.equal(0)
  })
})
