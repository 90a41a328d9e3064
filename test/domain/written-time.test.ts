import { expect } from 'chai'
import { logDay } from '../../src/domain/log-day.js'
import { lengthWithin, writtenLength } from '../../src/domain/written-length.js'
import { writtenTime, writtenTimes } from '../../src/domain/written-time.js'

const clock = (text: string) => {
  const time = writtenTime(text)
  return time && [time.minute / 60, time.second].map(part => part && Math.round(part * 60) / 60)
}

describe('A time of day in a log', () => {
  const at = (hour: number, minute: number, second: number | null = null) => ({
    minute: hour * 60 + minute,
    second,
  })

  it('is read however stations write it', () => {
    const all: [string, ReturnType<typeof at>][] = [
      ['13.05', at(13, 5)],
      ['13:05', at(13, 5)],
      ['6.15', at(6, 15)],
      ['13,05', at(13, 5)],
      ['13:05:30', at(13, 5, 30)],
      ['13.05.30', at(13, 5, 30)],
      ['13:05:30.12', at(13, 5, 30)],
      ['1305', at(13, 5)],
      ['pkl. 13.05 WIB', at(13, 5)],
      ['Jam 7', at(7, 0)],
      ['1:05 PM', at(13, 5)],
      ['12:10 am', at(0, 10)],
      ['7.30 malam', at(19, 30)],
      ['06.15 - 06.16', at(6, 15)],
      ['06.15 s/d 06.16', at(6, 15)],
      ['13.1', at(13, 10)],
      ['13:1', at(13, 1)],
      ['25:10', at(25, 10)],
      ['0.5451388889', at(13, 5)],
    ]
    for (const [text, time] of all) expect(writtenTime(text), text).to.deep.equal(time)
  })

  it('is not read out of what is none', () => {
    for (const text of ['', 'pagi', '31/10', '99.99', '12.60', 'a 13.05', '13.05 kopi', '1.234'])
      expect(clock(text), text).to.equal(undefined)
  })

  it('may stand with others in one cell', () => {
    expect(writtenTimes('06.15, 07.20 dan 13.05').map(time => time.minute)).to.deep.equal([375, 440, 785])
    expect(writtenTimes('06.15; kopi')).to.deep.equal([])
  })
})

describe('A length in a log', () => {
  it('is read in seconds, however it is written', () => {
    const all: [string, number][] = [
      ['30', 30],
      ['30"', 30],
      ["30''", 30],
      ['30 detik', 30],
      ['30 dtk.', 30],
      ['0:30', 30],
      ['00.30', 30],
      ['00:00:30', 30],
      ['00:30:00', 30],
      ['1:30', 90],
      ['1 menit', 60],
      ['1 mnt 30 dtk', 90],
      [`1'30"`, 90],
      ['60s', 60],
    ]
    for (const [text, seconds] of all) expect(writtenLength(text), text).to.equal(seconds)
    for (const text of ['', 'kopi', '0', '2 kol x 100 mm', '99999'])
      expect(writtenLength(text), text).to.equal(undefined)
    expect(lengthWithin('Spot JHT 30 detik')).to.equal(30)
    expect(lengthWithin('JHT 2011')).to.equal(undefined)
  })
})

describe('A day in a log', () => {
  const week = { first: '2011-10-31', last: '2011-11-06' }

  it('is the one within the days the log is about, whatever is missing or turned round', () => {
    for (const text of [
      '31/10/2011',
      '31/10',
      '31 Okt',
      'Senin, 31 Okt 2011',
      'Sen, 31/10',
      'Senin',
      '31',
      'Hari/Tanggal: Senin 31/10',
    ])
      expect(logDay(text, week), text).to.deep.equal({ day: '2011-10-31', swapped: false })
    expect(logDay('2011-01-11', week)).to.deep.equal({ day: '2011-11-01', swapped: true })
    expect(logDay('3/11/2011', week)).to.deep.equal({ day: '2011-11-03', swapped: false })
    expect(logDay('24/10/2011', week)).to.deep.equal({ day: '2011-10-24', swapped: false })
  })

  it('is refused by name where it contradicts itself or could be two', () => {
    const month = { first: '2011-10-01', last: '2011-12-31' }
    expect(logDay('Selasa, 31 Okt 2011', week)).to.deep.equal({ problem: 'contradicts' })
    expect(logDay('Selasa 31/10', week)).to.deep.equal({ problem: 'contradicts' })
    expect(logDay('10/11/2011', month)).to.deep.equal({ problem: 'unsure' })
    expect(logDay('Senin', month)).to.deep.equal({ problem: 'unsure' })
    for (const text of ['', 'JHT', '13.05', '06.10', 'Rumah 12'])
      expect(logDay(text, week), text).to.equal(undefined)
  })
})
