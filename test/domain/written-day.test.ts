import { expect } from 'chai'
import { contradictsWeekday, dayIn, isUnsure, writtenDay } from '../../src/domain/written-day.js'

const sure: [text: string, day: string][] = [
  ['2011-10-31', '2011-10-31'],
  ['2011/10/31', '2011-10-31'],
  ['2011-10-31 00:00:00', '2011-10-31'],
  ['2011-10-31T07:15:00.000Z', '2011-10-31'],
  ['20111031', '2011-10-31'],
  ['31/10/2011', '2011-10-31'],
  ['31-10-11', '2011-10-31'],
  ['31.10.2011', '2011-10-31'],
  ['10/31/2011', '2011-10-31'],
  ['31/10/2011 13.05', '2011-10-31'],
  ['05/05/2011', '2011-05-05'],
  ['31 Okt 2011', '2011-10-31'],
  ['31-Okt-11', '2011-10-31'],
  ['1 Nopember 2011', '2011-11-01'],
  ['17 Agustus 2011', '2011-08-17'],
  ['Senin, 31 Oktober 2011', '2011-10-31'],
  ['Jum’at 4 Nov 2011', '2011-11-04'],
  ['October 31, 2011', '2011-10-31'],
  ['31/12/99', '1999-12-31'],
  ['29/02/2012', '2012-02-29'],
]

const no = [
  '',
  'kemarin',
  '31/09/2011',
  '29/02/2011',
  '2011-13-01',
  '32 Okt 2011',
  '31 Foo 2011',
  '1.234',
  '12',
  '2011',
  '123456789',
  '31/10',
  'Selasa, 2 November 2011',
]

describe('A written day', () => {
  for (const [text, day] of sure) {
    it(`"${text}" is ${day}`, () => {
      const written = writtenDay(text)!
      expect(isUnsure(written)).to.equal(false)
      expect(dayIn(written, null)).to.equal(day)
    })
  }

  for (const text of no) it(`"${text}" is none`, () => expect(writtenDay(text)).to.equal(undefined))

  it('may mean two days, and then nothing is guessed', () => {
    const written = writtenDay('03/10/2011')!
    expect(isUnsure(written)).to.equal(true)
    expect(dayIn(written, null)).to.equal(null)
    expect(dayIn(written, 'day-month')).to.equal('2011-10-03')
    expect(dayIn(written, 'month-day')).to.equal('2011-03-10')
  })

  it('is told apart by its weekday: only one 03/10/2011 was a Monday', () => {
    const written = writtenDay('Senin, 03/10/2011')!
    expect(isUnsure(written)).to.equal(false)
    expect(dayIn(written, null)).to.equal('2011-10-03')
  })

  it('that fits one order only is no day in the other', () => {
    expect(dayIn(writtenDay('31/10/2011')!, 'month-day')).to.equal(null)
  })

  it('contradicts itself when its weekday is another', () => {
    expect(contradictsWeekday('Selasa, 2 November 2011')).to.equal(true)
    expect(contradictsWeekday('Rabu, 2 November 2011')).to.equal(false)
    expect(contradictsWeekday('kemarin')).to.equal(false)
  })
})
