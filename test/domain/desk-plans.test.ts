import { expect } from 'chai'
import { riskTasks } from '../../src/domain/desk-plans.js'
import type { DeskFacts } from '../../src/domain/desk.js'
import { people } from '../support/people.js'
import { aLine, anOrder, aVersion } from '../support/things.js'

describe('An order at risk', () => {
  const of = (today: string, change: Partial<DeskFacts> = {}) =>
    riskTasks({
      reader: people.bayu,
      today,
      orders: [anOrder(aVersion({ lines: [aLine({ firstDay: '2026-11-23', lastDay: '2026-11-29' })] }))],
      materials: [{ id: 'A' }] as unknown as DeskFacts['materials'],
      outlets: new Map(),
      daysOff: new Set(),
      ...change,
    } as DeskFacts).map(task => task.subjectId)

  it('has a run ahead whose material is unchecked three working days before it', () => {
    expect(of('2026-11-17')).to.deep.equal([])
    expect(of('2026-11-18')).to.deep.equal(['order'])
    expect(of('2026-11-17', { daysOff: new Set(['2026-11-20']) })).to.deep.equal(['order'])
    expect(of('2026-11-24')).to.deep.equal([])
    expect(of('2026-11-18', { materials: [] })).to.deep.equal([])
    expect(of('2026-11-18', { reader: people.maruli })).to.deep.equal([])
  })
})
