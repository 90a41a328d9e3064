import { expect } from 'chai'
import { acrossMidnight } from '../../src/domain/log-midnight.js'
import { meaningsOf } from '../../src/domain/log-materials.js'
import { pairCost } from '../../src/domain/match-cost.js'
import { matchLog } from '../../src/domain/match-log.js'
import { tolerances } from '../../src/domain/match-tolerance.js'
import { unclear, type LogEntry } from '../../src/domain/station-log.js'
import { randomStream } from '../../src/statistics/index.js'
import { matchGenerated, matchingOf } from '../support/match-scores.js'
import { aBroadcast } from '../support/things.js'

function anEntry(change: Partial<LogEntry> = {}): LogEntry {
  const run = {
    index: 0,
    sheet: '',
    line: 1,
    day: '2026-11-16',
    minute: 400,
    second: null,
    seconds: null,
    text: '',
  }
  return { ...run, ...change }
}

const meanings = new Map([
  ['a', 'A'],
  ['b', 'B'],
  ['kopi', 'not-ours'],
])
const kindsOf = (match: ReturnType<typeof matchLog>) => match.broadcasts.map(({ kind }) => kind)

describe('Matching a log to what was ordered', () => {
  it('names what differed: early, late, short, another material, nothing', () => {
    const ordered = aBroadcast()
    const kindOf = (change: Partial<LogEntry>) => kindsOf(matchLog([ordered], [anEntry(change)], meanings))[0]
    expect(kindOf({ text: 'A', seconds: 30 })).to.equal('matched')
    expect(kindOf({ minute: 345 })).to.equal('matched')
    expect(kindOf({ minute: 344 })).to.equal('early')
    expect(kindOf({ minute: 495 })).to.equal('matched')
    expect(kindOf({ minute: 496 })).to.equal('late')
    expect(kindOf({ seconds: 27 })).to.equal('matched')
    expect(kindOf({ seconds: 26 })).to.equal('short')
    expect(kindOf({ text: 'B' })).to.equal('wrong-material')
    expect(kindOf({ minute: 700 })).to.equal('not-in-log')
    expect(kindOf({ text: 'Kopi' })).to.equal('not-in-log')
    expect(kindOf({ day: '2026-11-18' })).to.equal('not-covered')
  })

  it('never gives one run to two orders, and moves all of them for the better of the whole', () => {
    const first = aBroadcast({ id: '1', fromMinute: 360, toMinute: 390 })
    const second = aBroadcast({ id: '2', fromMinute: 390, toMinute: 420 })
    const match = matchLog([first, second], [anEntry({ minute: 391 }), anEntry({ minute: 430 })], meanings)
    expect(match.broadcasts.map(({ entry }) => entry?.minute)).to.deep.equal([391, 430])
  })

  it('tells a gift from a run nobody ordered, and leaves the spots of others alone', () => {
    const entries = [
      anEntry({ text: 'A' }),
      anEntry({ text: 'A', minute: 900 }),
      anEntry({ text: 'B', minute: 950 }),
      anEntry({ text: 'Kopi', minute: 960 }),
    ]
    const { extra, foreign } = matchLog([aBroadcast()], entries, meanings)
    expect(extra.map(({ kind, entry }) => [kind, entry.text])).to.deep.equal([
      ['bonus', 'A'],
      ['not-ordered', 'B'],
    ])
    expect(foreign).to.equal(1)
  })

  it('counts a run after midnight to the day before where the log does', () => {
    const late = aBroadcast({ fromMinute: 1425, toMinute: 1500 })
    const crossed = acrossMidnight([
      anEntry({ minute: 1420 }),
      anEntry({ minute: 20 }),
      anEntry({ minute: 50 }),
    ])
    expect(crossed.map(({ day }) => day)).to.deep.equal(['2026-11-16', '2026-11-17', '2026-11-17'])
    for (const day of ['2026-11-16', '2026-11-17'])
      expect(kindsOf(matchLog([late], [anEntry({ day, minute: 20 })], meanings)), day).to.deep.equal([
        'matched',
      ])
  })

  it('costs as little as the best of all matchings, in every generated case up to 7 × 7', () => {
    const stream = randomStream(77)
    for (let tries = 0; tries < 150; tries++) {
      const broadcasts = Array.from({ length: 1 + stream.below(7) }, (_, i) => {
        const fromMinute = 360 + stream.below(240)
        const materialId = ['A', 'B'][stream.below(2)]!
        return aBroadcast({
          id: String(i),
          fromMinute,
          toMinute: fromMinute + 10 + stream.below(60),
          materialId,
        })
      })
      const entries = Array.from({ length: stream.below(8) }, (_, index) =>
        anEntry({
          index,
          minute: 330 + stream.below(330),
          text: ['a', 'b', ''][stream.below(3)]!,
          seconds: 15 + stream.below(20),
        }),
      )
      const costOf = (i: number, entry: LogEntry) =>
        pairCost(broadcasts[i]!, entry, {
          meaning: meanings.get(entry.text) ?? unclear,
          tolerance: tolerances.radio,
        })
      const alone = tolerances.radio.search + 70
      const least = (i: number, taken: number): number => {
        if (i === broadcasts.length) return 0
        let best = alone + least(i + 1, taken)
        for (const [j, entry] of entries.entries())
          if (!((taken >> j) & 1)) best = Math.min(best, costOf(i, entry) + least(i + 1, taken | (1 << j)))
        return best
      }
      const match = matchLog(broadcasts, entries, meanings)
      const cost = match.broadcasts.reduce((sum, { entry }, i) => sum + (entry ? costOf(i, entry) : alone), 0)
      expect(cost).to.be.closeTo(least(0, 0), 1e-9)
    }
  })

  it('finds at least 98 % of the pairs in generated logs, and at most 2 % wrong ones', () => {
    const { precision, recall, right } = matchingOf(150)
    expect(right).to.be.above(2000)
    expect(precision).to.be.at.least(0.98)
    expect(recall).to.be.at.least(0.98)
  })

  it('explains every row of a generated log', () => {
    for (let seed = 2000; seed < 2020; seed++) {
      const { log, read } = matchGenerated(seed)
      expect(read.rows.map(({ line }) => line)).to.deep.equal(log.rows.map(({ line }) => line))
    }
  })
})

describe('The names a station uses', () => {
  const materials = [
    { id: 'A', code: 'JHT-01', title: 'JHT untuk Pekerja Mandiri' },
    { id: 'B', code: 'RMH-02', title: 'Uang Muka Rumah' },
  ]
  const meaning = (...texts: string[]) => [
    ...meaningsOf(
      texts.map(text => anEntry({ text })),
      { materials, ourWords: ['Gerakan'], known: { 'lagu baru': 'B' } },
    ).values(),
  ]

  it('are recognised by code, by the words of the title, and by what was said before', () => {
    expect(meaning('Spot JHT-01 30 dtk')).to.deep.equal(['A'])
    expect(meaning('jht pkrja mandiri')).to.deep.equal(['A'])
    expect(meaning('ILM UANG MUKA RMH')).to.deep.equal(['B'])
    expect(meaning('Lagu baru')).to.deep.equal(['B'])
  })

  it('are somebody else’s where ours are recognised, and unclear where none is', () => {
    expect(meaning('JHT-01', 'Kopi Cap Gajah')).to.deep.equal(['A', 'not-ours'])
    expect(meaning('Spot 1', 'Spot 2')).to.deep.equal(['unclear', 'unclear'])
    expect(meaning('Spot BPJS', 'Kopi Cap Gajah')).to.deep.equal(['unclear', 'not-ours'])
    expect(meaning('')).to.deep.equal(['unclear'])
  })
})
