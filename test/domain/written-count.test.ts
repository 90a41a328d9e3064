import { expect } from 'chai'
import { thousandsSign, writtenCount, type NoCount } from '../../src/domain/written-count.js'
import { writtenMonth } from '../../src/domain/written-month.js'

const written: [text: string, value: number | NoCount][] = [
  ['0', 0],
  ['12', 12],
  ['1.234', 1234],
  ['1,234', 1234],
  ['1 234', 1234],
  ['12.345.678', 12_345_678],
  ['12.0', 12],
  ['12,00', 12],
  ['nihil', 0],
  ['', 'empty'],
  ['belum lapor', 'empty'],
  ['#N/A', 'empty'],
  ['-', 'dash'],
  ['–', 'dash'],
  ['-3', 'negative'],
  ['(3)', 'negative'],
  ['2,5', 'fraction'],
  ['0.123', 'fraction'],
  ['1.23', 'fraction'],
  ['1.234,567', 'unreadable'],
  ['1.23.456', 'unreadable'],
  ['dua belas', 'unreadable'],
  ['12 orang', 'unreadable'],
  ['9999999999', 'unreadable'],
  ['999.999.999.999', 'unreadable'],
  ['1e5', 'unreadable'],
]

describe('A written count', () => {
  for (const [text, value] of written)
    it(`"${text}" is ${value}`, () => expect(writtenCount(text)).to.equal(value))

  it('shows the sign between its thousands', () => {
    expect(['1.234', '1,234', '1234', '2,5'].map(thousandsSign)).to.deep.equal([
      '.',
      ',',
      undefined,
      undefined,
    ])
  })
})

describe('A written month', () => {
  const months: [text: string, month: string | undefined][] = [
    ['2011-10', '2011-10'],
    ['2011-10-01', '2011-10'],
    ['10/2011', '2011-10'],
    ['Oktober 2011', '2011-10'],
    ['Okt-12', '2012-10'],
    ['Okt', '2026-10'],
    ['10', '2026-10'],
    ['13', undefined],
    ['2011-10-15', undefined],
    ['triwulan 1', undefined],
    ['', undefined],
  ]
  for (const [text, month] of months) {
    it(`"${text}" is ${month ?? 'none'}`, () => expect(writtenMonth(text, 2026)).to.equal(month))
  }
})
