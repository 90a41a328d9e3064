/** An invented verdict and its placebos, for the gallery. */
import { daysFrom, weekdayOf } from '../../domain/time.js'
import type { VerdictInput } from '../charts/verdict-chart.js'
import { drawn } from './sample-season.js'

export function sampleVerdict(): VerdictInput {
  const chance = drawn(23)
  const [first, start, end] = ['2011-03-07', '2011-05-16', '2011-06-17']
  let [difference, spread] = [0, 0]
  const cumulative: VerdictInput['cumulative'][number][] = []
  const points = daysFrom(first, '2011-06-26').map(day => {
    const expected = 74 * [1.2, 1.1, 1, 1, 1.05, 0.6, 0.45][weekdayOf(day)]!
    const observed = Math.round(
      expected * (day >= start && day <= end ? 1.29 : 1) + (chance() + chance() - 1) * 22,
    )
    if (day >= start) {
      difference += observed - expected
      spread += 90
      const half = Math.sqrt(spread) * 3.1
      cumulative.push({ day, difference, low: difference - half, high: difference + half })
    }
    return { day, observed, expected, low: expected * 0.72, high: expected * 1.28 }
  })
  return {
    id: 'verdict',
    title: 'Rumah Pekerja: empat wilayah terpapar bersama',
    unit: 'day',
    points,
    window: { first: start, last: end },
    cumulative,
  }
}

export function samplePlacebos() {
  const chance = drawn(41)
  const lift = () => (chance() + chance() + chance() - 1.5) * 0.22
  const dates = ['7 Maret 2011', '28 Maret 2011', '11 April 2011']
  const districts = [
    'Metro',
    'Way Kanan',
    'Mesuji',
    'Tulang Bawang',
    'Tanggamus',
    'Lampung Barat',
    'Lampung Utara',
    'Pesawaran',
    'Lampung Timur',
    'Tulang Bawang Barat',
  ]
  return {
    id: 'placebo',
    title: 'Apakah kenaikannya menonjol?',
    actual: { label: 'Rumah Pekerja', lift: 0.29, low: 0.13, high: 0.46 },
    placebos: [
      ...dates.map(label => ({ kind: 'date' as const, label, lift: lift() })),
      ...districts.map(label => ({ kind: 'district' as const, label, lift: lift() })),
    ],
  }
}
