import { expect } from 'chai'
import fc from 'fast-check'
import type { BroadcastState } from '../../src/domain/broadcast.js'
import { dayOfRun, exposures, flightOf, hasRun, isProven, isVerified } from '../../src/domain/exposure.js'
import type { Coverage } from '../../src/domain/outlet.js'
import { aBroadcast } from '../support/things.js'

const today = '2026-12-31'

function reach(outletId: string, districtCode: string, share: number, asOf = '2026-01-01'): Coverage {
  return { outletId, districtCode, share, source: 'survey', asOf }
}

/** Answered in its only confirmation; verified with a grade where one is given. */
function answered(
  answer: NonNullable<BroadcastState['answer']>,
  change: Partial<BroadcastState> & { verifiedAs?: BroadcastState['grade'] } = {},
): BroadcastState {
  const { verifiedAs = null, ...rest } = change
  const verified = verifiedAs ? { verificationOf: 'c', decision: 'verified' as const, grade: verifiedAs } : {}
  return aBroadcast({ confirmationId: 'c', confirmationNumber: 1, answer, ...verified, ...rest })
}

describe('What counts as a run', () => {
  it('is what the outlet says ran, as planned or not, and staff did not dispute', () => {
    const disputed = { verificationOf: 'c', decision: 'disputed' as const }
    expect([
      hasRun(aBroadcast()),
      hasRun(answered('not-known')),
      hasRun(answered('did-not-run')),
      hasRun(answered('ran')),
      hasRun(answered('ran-differently')),
      hasRun(answered('ran', disputed)),
    ]).to.deep.equal([false, false, false, true, true, false])
    // A dispute of an earlier answer does not touch the present one
    expect(hasRun(answered('ran', { ...disputed, verificationOf: 'earlier' }))).to.equal(true)
  })

  it('is verified only in the answer that was verified, and proven by a station log or better', () => {
    const one = (verifiedAs: BroadcastState['grade']) => answered('ran', { verifiedAs })
    expect([
      isVerified(one('E1')),
      isProven(one('E1')),
      isProven(one('E2')),
      isProven(one('E3')),
    ]).to.deep.equal([true, false, true, true])
    const corrected = answered('ran', { verifiedAs: 'E3', verificationOf: 'earlier' })
    expect([isVerified(corrected), isProven(corrected)]).to.deep.equal([false, false])
  })

  it('counts on the day it really ran', () => {
    expect(dayOfRun(answered('ran-differently', { actualDay: '2026-11-18' }))).to.equal('2026-11-18')
    expect(dayOfRun(answered('ran'))).to.equal('2026-11-16')
  })
})

describe('Exposure of a district on a day', () => {
  it('adds to each district the share of its people that the outlet reaches, by how sure it is', () => {
    const coverage = [reach('outlet', 'A', 0.4), reach('outlet', 'B', 0.1), reach('other', 'A', 0.25)]
    const runs = [
      answered('ran', { verifiedAs: 'E2' }),
      answered('ran', { verifiedAs: 'E1' }),
      answered('did-not-run', { outletId: 'other' }),
      aBroadcast(),
    ]
    const [a, b] = exposures(runs, coverage).toSorted((x, y) => (x.districtCode < y.districtCode ? -1 : 1))
    expect([a!.planned, a!.ran, a!.verified, a!.proven]).to.deep.equal([
      0.4 + 0.4 + 0.25 + 0.4,
      0.8,
      0.8,
      0.4,
    ])
    expect([b!.planned, b!.ran]).to.deep.equal([0.1 + 0.1 + 0.1, 0.2])
  })

  it('uses the figure that was known on the day, and none before the first', () => {
    const coverage = [reach('outlet', 'A', 0.2, '2026-11-01'), reach('outlet', 'A', 0.6, '2026-11-17')]
    const on = (day: string) => exposures([aBroadcast({ day })], coverage).map(({ planned }) => planned)
    expect([on('2026-10-31'), on('2026-11-16'), on('2026-11-17')]).to.deep.equal([[], [0.2], [0.6]])
  })

  it('adds nothing for what was withdrawn, unless it ran all the same', () => {
    const withdrawnAt = '2026-11-15T00:00:00.000Z'
    const coverage = [reach('outlet', 'A', 0.5)]
    expect(exposures([aBroadcast({ withdrawnAt })], coverage)).to.deep.equal([])
    expect(exposures([answered('ran', { withdrawnAt })], coverage)[0]!.ran).to.equal(0.5)
  })

  it('never holds proven above verified above ran above planned, and does not mind the order', () => {
    const someRun = fc
      .tuple(
        fc.constantFrom('ran', 'ran-differently', 'did-not-run', 'not-known', null),
        fc.constantFrom('E1', 'E2', 'E3', null),
        fc.constantFrom('2026-11-16', '2026-11-17'),
        fc.constantFrom('outlet', 'other', 'unknown'),
      )
      .map(([answer, verifiedAs, day, outletId]) =>
        answer ? answered(answer, { verifiedAs, day, outletId }) : aBroadcast({ day, outletId }),
      )
    const coverage = [reach('outlet', 'A', 0.5), reach('outlet', 'B', 0.25), reach('other', 'A', 0.125)]
    fc.assert(
      fc.property(fc.array(someRun, { maxLength: 20 }), runs => {
        const cells = exposures(runs, coverage)
        for (const { planned, ran, verified, proven } of cells)
          expect([proven, verified, ran, planned]).to.deep.equal(
            [proven, verified, ran, planned].toSorted((x, y) => x - y),
          )
        const key = (all: typeof cells) => all.map(cell => JSON.stringify(cell)).toSorted()
        expect(key(exposures(runs.toReversed(), coverage))).to.deep.equal(key(cells))
      }),
      { seed: 2026, numRuns: 300 },
    )
  })
})

describe('A campaign as a flight', () => {
  const coverage = [reach('outlet', 'A', 0.4), reach('outlet', 'B', 0.05), reach('outlet', 'C', 0.02)]
  const given = { coverage, threshold: 0.1, today }
  const flight = (runs: BroadcastState[], change = {}) => flightOf('campaign', runs, { ...given, ...change })

  it('is nothing while nothing has run', () => {
    expect(flight([])).to.equal(undefined)
    expect(flight([aBroadcast(), answered('not-known')])).to.equal(undefined)
    expect(flight([answered('ran')], { today: '2026-11-15' })).to.equal(undefined)
  })

  it('exposes what is reached by the threshold, and lets nothing reached faintly compare', () => {
    expect(flight([answered('ran')])).to.deep.include({ exposed: ['A'], fringe: ['B'] })
    expect(flight([answered('ran')], { threshold: 0.05 })).to.deep.include({
      exposed: ['A', 'B'],
      fringe: [],
    })
  })

  it('lets nothing compare that may have been reached by what nobody answered for', () => {
    const far = [...coverage, reach('silent', 'D', 0.8)]
    const silent = aBroadcast({ outletId: 'silent' })
    expect(flight([answered('ran'), silent], { coverage: far })!.fringe).to.deep.equal(['B', 'D'])
    const missed = answered('did-not-run', { outletId: 'silent' })
    expect(flight([answered('ran'), missed], { coverage: far })!.fringe).to.deep.equal(['B'])
  })

  it('works for two weeks after the last run on air, one after the last in print or online', () => {
    const last = (medium: BroadcastState['medium']) => flight([answered('ran', { medium })])!.lastDay
    expect([last('radio'), last('tv'), last('print'), last('online')]).to.deep.equal([
      '2026-11-30',
      '2026-11-30',
      '2026-11-23',
      '2026-11-23',
    ])
  })

  it('tells the shares of what was to run until now that ran, were verified and were proven', () => {
    const runs = [
      answered('ran', { verifiedAs: 'E2' }),
      answered('ran', { verifiedAs: 'E1' }),
      answered('ran'),
      aBroadcast(),
      aBroadcast({ day: '2027-01-05' }),
    ]
    expect(flight(runs)).to.deep.include({ ranShare: 0.75, verifiedShare: 0.5, provenShare: 0.25 })
  })
})
