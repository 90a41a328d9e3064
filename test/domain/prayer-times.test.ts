import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { prayers, prayerTimes } from '../../src/domain/prayer-times.js'
import { daysFrom } from '../../src/domain/time.js'

const bandarLampung = { latitude: -5.403, longitude: 105.2541 }
const zone = 'Asia/Jakarta'

describe('Prayer times', () => {
  it('are within two minutes of what was published for Bandar Lampung', () => {
    const [, , ...lines] = readFileSync('test/known-values/prayer-times.csv', 'utf8').trim().split('\n')
    expect(lines).to.have.length(4)
    for (const line of lines) {
      const [day, ...times] = line.split(',')
      const found = prayerTimes(bandarLampung, day!, zone)
      prayers.forEach((prayer, index) => {
        const [hours, minutes] = times[index]!.split(':').map(Number) as [number, number]
        expect(found[prayer], `${day} ${prayer}`).to.be.closeTo(hours * 60 + minutes, 2)
      })
    }
  })

  it('follow each other every day of a year, and come earlier in the east', () => {
    const east = { latitude: -5.403, longitude: 107.2541 }
    for (const day of daysFrom('2026-01-01', '2026-12-31')) {
      const here = prayerTimes(bandarLampung, day, zone)
      const minutes = prayers.map(prayer => here[prayer])
      expect(minutes, day).to.deep.equal(minutes.toSorted((a, b) => a - b))
      expect(here.maghrib - prayerTimes(east, day, zone).maghrib, day).to.be.closeTo(8, 1)
    }
  })
})
