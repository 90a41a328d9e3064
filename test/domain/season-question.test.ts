import { expect } from 'chai'
import type { Flight } from '../../src/domain/exposure.js'
import type { FieldEvent } from '../../src/domain/field-event.js'
import type { RegistrationPanel } from '../../src/domain/registration-panel.js'
import {
  exposedCells,
  seasonQuestion,
  seasonsOf,
  type SeasonGivens,
} from '../../src/domain/season-question.js'
import { addDays, type Day } from '../../src/domain/time.js'

const districtCodes = ['A', 'B', 'C', 'D']
const firstDay: Day = '2011-01-01'
const days = 60

const panel: RegistrationPanel = {
  counts: districtCodes.map(() => new Float64Array(days)),
  known: districtCodes.map(() => new Uint8Array(days).fill(1)),
  firstWeekday: 5,
  districtCodes,
  firstDay,
  days,
}

function aFlight(exposed: string[], [from, to]: readonly [number, number], fringe: string[] = []): Flight {
  const shares = { ranShare: 1, verifiedShare: 1, provenShare: 1 }
  const span = { firstDay: addDays(firstDay, from), lastDay: addDays(firstDay, to) }
  return { campaignId: exposed.join(''), exposed, fringe, ...span, ...shares }
}

function anEvent(codes: string[], [from, to]: readonly [number, number]): FieldEvent {
  const span = { firstDay: addDays(firstDay, from), lastDay: addDays(firstDay, to) }
  const by = { createdBy: '', createdAt: '', cancelledAt: null, version: 1 }
  return { id: 'e', kind: 'job-fair', title: 'Bursa', note: '', districtCodes: codes, ...span, ...by }
}

function asked(change: Partial<SeasonGivens> = {}) {
  const flights = [aFlight(['A'], [30, 43], ['C'])]
  return seasonQuestion({ panel, flights, others: [], fieldEvents: [], neighbours: [], seed: 7, ...change })
}

/** Columns that are left out, by district. */
function leftOut(masks: readonly Uint8Array[]): Record<string, number[]> {
  const columns = masks.map(row => Array.from(row.keys()).filter(t => row[t] === 1))
  return Object.fromEntries(districtCodes.map((code, row) => [code, columns[row]!]))
}

const none = { A: [], B: [], C: [], D: [] }
const span = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k)

describe('What the statistics are asked about a season', () => {
  it('is where and when each campaign was on air, in rows and columns, carry-over in it, a week of wash-out after', () => {
    const [flight] = asked().flights
    expect(flight).to.deep.equal({ districts: [0], from: 30, to: 44, carryOver: 0, washOut: 7 })
  })

  it('compares with no district that was reached faintly, and looks at neighbours that were not reached', () => {
    const pairs = [
      { districtCode: 'A', neighbourCode: 'B' },
      { districtCode: 'B', neighbourCode: 'D' },
    ]
    const { excluded, neighbours } = asked({ neighbours: pairs })
    expect([excluded, neighbours]).to.deep.equal([[[2]], [[1]]])
    const both = [aFlight(['A', 'B'], [30, 43])]
    expect(asked({ flights: both, neighbours: pairs }).neighbours).to.deep.equal([[3]])
  })

  it('takes no day for usual on which a field event was going on, wherever and whenever', () => {
    const fieldEvents = [anEvent(['B', 'X'], [10, 12]), anEvent(['A'], [32, 33])]
    expect(leftOut(asked({ fieldEvents }).masked)).to.deep.equal({ ...none, A: [32, 33], B: [10, 11, 12] })
  })

  it('takes no day for usual on which a campaign was on air that is not asked about, nor its wash-out', () => {
    const others = [aFlight(['D'], [20, 25])]
    expect(leftOut(asked({ others }).masked)).to.deep.equal({ ...none, D: span(20, 33) })
  })

  it('cuts what reaches beyond the panel, and ignores what lies outside it', () => {
    expect(leftOut(exposedCells(panel, [aFlight(['A', 'X'], [-5, 1])]))).to.deep.equal({
      ...none,
      A: span(0, 9),
    })
    expect(leftOut(exposedCells(panel, [aFlight(['A'], [55, 80])]))).to.deep.equal({
      ...none,
      A: span(55, 60),
    })
    expect(leftOut(exposedCells(panel, [aFlight(['A'], [70, 80])]))).to.deep.equal(none)
    const event = [anEvent(['C'], [-3, 0]), anEvent(['D'], [90, 95])]
    expect(leftOut(asked({ fieldEvents: event }).masked)).to.deep.equal({ ...none, C: [0] })
  })

  it('reads campaigns of a year side by side, and overlapping ones in the year the first of them began', () => {
    const december = aFlight(['A'], [350, 370])
    const january = aFlight(['A'], [372, 380])
    const apart = aFlight(['B'], [372, 380])
    expect(seasonsOf([january, apart, december])).to.deep.equal([
      { year: '2011', flights: [january, december] },
      { year: '2012', flights: [apart] },
    ])
  })
})
