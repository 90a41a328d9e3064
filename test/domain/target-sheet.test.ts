import { expect } from 'chai'
import { readTargetSheet } from '../../src/domain/target-sheet.js'
import { targetChanges, targetTable } from '../../src/domain/target-table.js'
import type { District } from '../../src/domain/district.js'
import type { Target } from '../../src/domain/target.js'

const names = {
  districts: new Map([
    ['metro', '18.72'],
    ['mesuji', '18.11'],
  ]),
  streams: new Map([
    ['bpu', 'self'],
    ['pu', 'employer'],
  ]),
}

function read(text: string) {
  const rows = text
    .split('\n')
    .map((line, index) => ({ line: index + 1, cells: line.split(';').map(cell => cell.trim()) }))
  return readTargetSheet(rows, { names, districts: new Map(), year: 2026 })
}

const target = (districtCode: string, month: string, amount: number, streamId = 'self'): Target => ({
  districtCode,
  streamId,
  month,
  amount,
})

describe('A list of targets', () => {
  it('is read long, with the stream in a column', () => {
    const { targets, mistakes } = read(
      'TARGET 2026;;;\nKabupaten;Bulan;Jalur;Target\nMetro;Januari;BPU;1.200\nMesuji;2026-01;PU;30',
    )
    expect(mistakes).to.deep.equal([])
    expect(targets).to.deep.equal([
      target('18.72', '2026-01', 1200),
      target('18.11', '2026-01', 30, 'employer'),
    ])
  })

  it('is read with a column per stream, and its row of totals is checked', () => {
    const { targets, mistakes } = read(
      'Kab/Kota;Bulan;Target BPU;Target PU\nMetro;1;10;20\nMesuji;1;5;0\nJumlah;;15;20',
    )
    expect(targets.map(one => one.amount)).to.deep.equal([10, 20, 5, 0])
    expect(mistakes).to.deep.equal([])
  })

  it('names each mistake with its line', () => {
    const { mistakes } = read(
      'Kabupaten;Bulan;BPU\nMetro;13;5\nAtlantis;1;5\nMesuji;1;lima\nMesuji;Jan 2025;5\nMetro;2;5\nKota Metro;2;6\nJumlah;;46.906',
    )
    expect(mistakes.map(({ line, reason, detail }) => [line, reason, detail])).to.deep.equal([
      [2, 'month-unreadable', null],
      [3, 'district-unknown', null],
      [4, 'amount-unreadable', null],
      [5, 'month-of-another-year', null],
      [7, 'repeated', 6],
      [8, 'total-differs', 46_901],
    ])
  })

  it('says which column it misses', () => {
    expect(read('a;b\n1;2').missing).to.equal('district')
    expect(read('Kabupaten;BPU\nMetro;2').missing).to.equal('month')
    expect(read('Kabupaten;Bulan\nMetro;2').missing).to.equal('amount')
    expect(read('Kabupaten;Bulan;Target\nMetro;2;3').missing).to.equal('stream')
  })
})

describe('The table of targets', () => {
  const district = (code: string) => ({ code, shortName: code }) as District
  const targets = [
    target('18.72', '2026-01', 100),
    target('18.72', '2026-02', 100, 'employer'),
    target('18.11', '2026-02', 56),
  ]
  const facts = {
    year: 2026,
    targets,
    districts: ['18.72', '18.11', '18.71'].map(district),
    realised: new Map([
      ['18.72', 120],
      ['18.71', 3],
    ]),
    through: '2026-02-14',
  }

  it('adds up districts, keeps no target apart from zero, and climbs in steps', () => {
    const table = targetTable(facts)
    expect(table.rows.map(row => row.district?.code)).to.deep.equal(['18.72', '18.11', '18.71'])
    expect(table.rows[1]!.months.slice(0, 3)).to.deep.equal([null, 56, null])
    expect(table.steps.slice(0, 3)).to.deep.equal([100, 256, 256])
    expect(table.sum).to.include({ total: 256, realised: 123, toDate: 178 })
    expect(table.sum.total).to.equal(table.rows.reduce((sum, row) => sum + row.total, 0))
    expect(table.rows[2], 'a district without a target').to.include({ total: 0, share: null })
  })

  it('says what a new version changes', () => {
    const changes = targetChanges(targets, [
      target('18.72', '2026-01', 90),
      target('18.72', '2026-02', 100, 'employer'),
      target('18.71', '2026-03', 1),
    ])
    expect(
      changes.map(({ districtCode, month, before, after }) => [districtCode, month, before, after]),
    ).to.deep.equal([
      ['18.11', '2026-02', 56, null],
      ['18.71', '2026-03', null, 1],
      ['18.72', '2026-01', 100, 90],
    ])
  })
})
