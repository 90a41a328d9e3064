import { expect } from 'chai'
import fc from 'fast-check'
import { rowSums } from '../../src/domain/import-report.js'
import { SheetCells } from '../../src/domain/registration-cells.js'
import { RowReader } from '../../src/domain/registration-rows.js'
import type { Reading } from '../../src/domain/registration-sheet.js'
import type { TableRow } from '../../src/domain/table.js'

const reading: Reading = {
  wide: null,
  format: { kind: 'csv', encoding: 'utf-8', separator: ';' },
  dataFrom: 2,
  headings: ['tanggal', 'kabupaten', 'BPU', 'PU'],
  roles: ['day', 'district', 'count self', 'count employer'],
  dayOrder: 'day-month',
  dash: 'zero',
  measure: 'daily',
  measureChosen: true,
  lots: null,
  streamNames: {},
  leftOut: ['kotalain'],
}
const names = {
  districts: new Map([
    ['metro', '18.72'],
    ['mesuji', '18.11'],
  ]),
  streams: new Map([['bpu', 'self']]),
}
const context = { names, districts: new Map(), today: '2026-11-16' }

function read(rows: readonly string[][], measure: Reading['measure'] = 'daily') {
  const reader = new RowReader({ ...reading, measure }, context)
  reader.take(rows.map((cells, index): TableRow => ({ line: index + 2, cells })))
  const result = reader.finish()
  const sheet = new SheetCells(result.records, { ...reading, measure })
  const cells = [...sheet.districts()].flatMap(district => district.cells)
  const refusals = [...result.refusals, ...sheet.refusals]
  return { cells, refusals, sums: rowSums(result, refusals, sheet.repeated) }
}

const day = fc.constantFrom(
  '01/10/2026',
  '2026-10-02',
  '3 Okt 2026',
  '31/09/2026',
  '',
  'Jumlah',
  '20/12/2026',
  'tanggal',
)
const place = fc.constantFrom('Metro', 'Kab. Mesuji', 'Kota Lain', 'Atlantis', '', 'Sub total', 'kabupaten')
const count = fc.constantFrom('0', '5', '1.204', '-', '', '-3', '2,5', 'lima', 'nihil')
const row = fc.tuple(day, place, count, count)

describe('Rows of a sheet', () => {
  it('all are taken, refused or explained, whatever stands in them', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 30 }),
        fc.constantFrom('daily', 'cumulative'),
        (rows, measure) => {
          const { sums } = read(rows, measure)
          const { read: all, ...parts } = sums
          expect(all).to.equal(rows.length)
          expect(Object.values(parts).every(part => part >= 0)).to.equal(true)
          expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).to.equal(all)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('become each day of a district and stream once, with what stands there and nothing else', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), rows => {
        const { cells, sums } = read(rows)
        const places = cells.map(cell => `${cell.day} ${cell.districtCode} ${cell.streamId}`)
        expect(new Set(places).size).to.equal(places.length)
        expect(cells).to.have.length(sums.taken * 2)
        for (const cell of cells) expect([0, 5, 1204, null]).to.include(cell.count)
      }),
    )
  })

  it('that are alike count once; those that contradict each other count not at all', () => {
    const { sums, refusals, cells } = read([
      ['01/10/2026', 'Metro', '5', '0'],
      ['1 Okt 2026', 'Kota Metro', '5', '-'],
      ['02/10/2026', 'Metro', '5', '0'],
      ['02/10/2026', 'Metro', '6', '0'],
    ])
    expect(sums).to.include({ taken: 1, repeated: 1, refused: 2 })
    expect(refusals.map(({ line, detail }) => [line, detail])).to.deep.equal([
      [4, 5],
      [5, 4],
    ])
    expect(cells).to.have.length(2)
  })

  it('of days still to come are no mistakes while they are empty', () => {
    const { sums } = read([
      ['20/12/2026', 'Metro', '', ''],
      ['21/12/2026', 'Metro', '3', ''],
    ])
    expect(sums).to.include({ ahead: 1, refused: 1 })
  })

  it('below the data are notes only when they hold neither day nor count', () => {
    const { sums, refusals } = read([
      ['01/10/2026', 'Metro', '5', '0'],
      ['31/09/2026', 'Metro', '5', '0'],
      ['Sumber: loket', '', '', ''],
      ['', '', '', 'Kepala Kantor'],
    ])
    expect(sums).to.include({ notes: 2, refused: 1 })
    expect(refusals.map(refusal => refusal.line)).to.deep.equal([3])
  })
})
