import { expect } from 'chai'
import { aliasKey, existsOn, type District } from '../../src/domain/district.js'
import { coverageOn, outletStatus, sendingProblem } from '../../src/domain/outlet.js'
import { streamName } from '../../src/domain/stream.js'
import { mayApproveTargets, type TargetVersion } from '../../src/domain/target.js'
import { refused } from '../../src/domain/problem.js'
import { outlets, storyBegins as now } from '../support/people.js'

describe('A district', () => {
  it('is found by the many ways its name is written', () => {
    const same = ['Lampung Selatan', 'KAB. LAMPUNG SELATAN', 'Kabupaten  Lampung-Selatan', 'lampung selatan ']
    expect(new Set(same.map(aliasKey))).to.deep.equal(new Set(['lampungselatan']))
    expect(aliasKey('Kota Metro')).to.equal(aliasKey('Metro'))
    expect(aliasKey('18.02')).to.equal('18.02')
    expect(aliasKey('Kemendagri 18.02')).to.equal('18.02')
  })

  it('is not guessed from a bare number, which two code systems read differently', () => {
    expect(aliasKey('1802')).not.to.equal(aliasKey('18.02'))
    expect(aliasKey('BPS 1802')).not.to.equal(aliasKey('1802'))
  })

  it('exists from its first to its last day', () => {
    const district = { validFrom: '2012-10-25', validTo: '2020-12-31' } as District
    const days = ['2012-10-24', '2012-10-25', '2020-12-31', '2021-01-01']
    expect(days.map(day => existsOn(district, day))).to.deep.equal([false, true, true, false])
    expect(existsOn({ ...district, validTo: null }, '2030-01-01')).to.equal(true)
  })
})

describe('An outlet', () => {
  const { gema } = outlets

  it('is unverified, verified, lapsed or retired', () => {
    const states = [
      { verifiedAt: null },
      {},
      { licenceUntil: '2026-11-15' },
      { retiredAt: now, licenceUntil: '2026-11-15' },
    ]
    expect(states.map(state => outletStatus({ ...gema, ...state }, '2026-11-16'))).to.deep.equal([
      'unverified',
      'verified',
      'licence-lapsed',
      'retired',
    ])
    expect(outletStatus({ ...gema, licenceUntil: '2026-11-16' }, '2026-11-16')).to.equal('verified')
  })

  it('is sent nothing while unverified, off air, or beyond its licence', () => {
    const days = { first: '2026-11-16', last: '2026-11-30' }
    const code = (change: Partial<typeof gema>, offAir: [string, string | null][] = []) =>
      sendingProblem(
        { ...gema, ...change },
        offAir.map(([firstDay, lastDay]) => ({ id: 'o', outletId: gema.id, firstDay, lastDay, reason: '' })),
        days,
      )?.code
    expect(code({})).to.equal(undefined)
    expect(code({ verifiedAt: null })).to.equal('outlet-unverified')
    expect(code({ retiredAt: now })).to.equal('outlet-unverified')
    expect(code({ licenceUntil: '2026-11-29' })).to.equal('outlet-not-ready')
    expect(code({ licenceUntil: '2026-11-30' })).to.equal(undefined)
    expect(code({}, [['2026-11-30', null]])).to.equal('outlet-not-ready')
    expect(
      code({}, [
        ['2026-11-01', '2026-11-15'],
        ['2026-12-01', null],
      ]),
    ).to.equal(undefined)
  })

  it('reaches what was last known on the day', () => {
    const row = (asOf: string, share: number) => ({
      outletId: 'o',
      districtCode: '18.71',
      share,
      source: '',
      asOf,
    })
    const figures = [row('2026-01-01', 0.4), row('2026-11-01', 0.3), row('2025-01-01', 0.5)]
    const on = (day: string) => coverageOn(figures, day).map(({ share }) => share)
    expect([on('2024-12-31'), on('2026-10-31'), on('2026-11-01')]).to.deep.equal([[], [0.4], [0.3]])
  })
})

describe('A stream', () => {
  it('has the name it had on the day, in the language of the reader', () => {
    const names = [
      { nameId: 'TK-LHK', nameEn: 'TK-LHK', validFrom: '1992-01-01', validTo: '2015-06-30' },
      { nameId: 'BPU', nameEn: 'Self-enrolled (BPU)', validFrom: '2015-07-01', validTo: null },
    ]
    const stream = { id: 'self', kind: 'self', position: 1, names } as const
    const of = (day: string, language: 'id' | 'en') =>
      streamName({ ...stream, names: [...names] }, day, language)
    expect([of('2011-11-14', 'id'), of('2026-11-14', 'id'), of('2026-11-14', 'en')]).to.deep.equal([
      'TK-LHK',
      'BPU',
      'Self-enrolled (BPU)',
    ])
    expect(streamName({ ...stream, names: [] }, '2026-01-01', 'id')).to.equal('self')
  })
})

describe('Targets', () => {
  it('are approved once, by nobody who wrote them', () => {
    const version = {
      authors: ['bayu'],
      number: 2,
      submittedAt: now,
      approvedAt: null,
    } as unknown as TargetVersion
    expect(mayApproveTargets(version, 'hendra').ok).to.equal(true)
    expect(mayApproveTargets({ ...version, submittedAt: null }, 'hendra')).to.deep.equal(
      refused('wrong-state'),
    )
    expect(mayApproveTargets(version, 'hendra', { ...version, number: 3, approvedAt: now })).to.deep.equal(
      refused('wrong-state'),
    )
    expect(mayApproveTargets(version, 'bayu')).to.deep.equal(refused('own-work'))
    expect(mayApproveTargets({ ...version, approvedAt: now }, 'hendra')).to.deep.equal(refused('wrong-state'))
  })
})
