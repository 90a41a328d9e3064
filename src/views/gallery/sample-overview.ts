/** Invented pace, map and small multiples, for the gallery. */
import { addDays, daysFrom } from '../../domain/time.js'
import type { PaceInput } from '../charts/pace-chart.js'
import type { Texts } from '../charts/texts.js'
import type { TileMapInput } from '../charts/tile-map.js'
import { drawn } from './sample-season.js'

/** The targets of 2011, and the figure that is exactly ten twelfths of them. */
export function samplePace(): PaceInput {
  const target = 46_906
  const months = Array.from({ length: 12 }, (_, i) => `2011-${String(i + 1).padStart(2, '0')}`)
  const chance = drawn(3)
  let toDate = 0
  const realised = daysFrom('2011-01-01', '2011-10-08').map(day => {
    const holiday = day >= '2011-08-27' && day <= '2011-09-04'
    toDate += Math.round((target / 365) * (holiday ? 0.2 : 0.86 + chance() * 0.16))
    return { day, toDate }
  })
  const forecast = [30, 60, 84].map((ahead, i) => {
    const middle = toDate + ahead * 118
    return {
      day: addDays('2011-10-08', ahead),
      middle,
      low: middle - 520 * (i + 1),
      high: middle + 640 * (i + 1),
    }
  })
  return {
    id: 'pace',
    title: 'Laju pendaftaran 2011, Provinsi Lampung',
    caption:
      'Sampai 8 Oktober tercapai 93 % dari target s.d. bulan ini; akhir tahun diperkirakan antara 42.700 dan 46.500 dari 46.906.',
    targets: months.map((month, i) => ({ month, toDate: Math.round((target * (i + 1)) / 12) })),
    realised,
    forecast,
    published: [{ day: '2011-10-31', value: 39_088, label: 'sama dengan target 10/12', flagged: true }],
  }
}

const places: [code: string, name: string, column: number, row: number][] = [
  ['18.11', 'Mesuji', 3, 0],
  ['18.08', 'Way Kanan', 1, 1],
  ['18.12', 'Tulang Bawang Barat', 2, 1],
  ['18.05', 'Tulang Bawang', 3, 1],
  ['18.04', 'Lampung Barat', 0, 2],
  ['18.03', 'Lampung Utara', 1, 2],
  ['18.02', 'Lampung Tengah', 2, 2],
  ['18.72', 'Metro', 3, 2],
  ['18.07', 'Lampung Timur', 4, 2],
  ['18.13', 'Pesisir Barat', 0, 3],
  ['18.06', 'Tanggamus', 1, 3],
  ['18.10', 'Pringsewu', 2, 3],
  ['18.09', 'Pesawaran', 3, 3],
  ['18.01', 'Lampung Selatan', 4, 3],
  ['18.71', 'Bandar Lampung', 3, 4],
]

export function sampleTiles({ formats }: Texts): TileMapInput {
  const chance = drawn(9)
  const marks: Record<string, TileMapInput['tiles'][number]['marks']> = {
    '18.10': ['exposed', 'spike'],
    '18.71': ['exposed'],
    '18.08': ['silent'],
    '18.11': ['silent'],
  }
  return {
    id: 'tiles',
    title: 'Pendaftaran per 100.000 pekerja, minggu ini',
    measure: 'pendaftaran per 100.000 pekerja',
    format: formats.number,
    tiles: places.map(([code, name, column, row]) => ({
      code,
      name,
      shortName: name,
      column,
      row,
      value: code === '18.13' ? null : Math.round(6 + chance() ** 2 * 90),
      marks: marks[code] ?? [],
      href: `/districts/${code}`,
    })),
  }
}

export function sampleMultiples() {
  const periods = Array.from({ length: 16 }, (_, i) => `M${i + 1}`)
  return {
    id: 'multiples',
    title: 'Semua wilayah, urut kenaikan',
    measure: 'pendaftaran per minggu',
    periods,
    items: places.slice(0, 8).map(([code, label], place) => {
      const chance = drawn(100 + place)
      const base = 40 + place * 12
      const values = periods.map((_, i) =>
        place === 6 && i === 5
          ? null
          : Math.round(base * (i > 8 && i < 13 && place < 3 ? 1.7 - place * 0.2 : 1) + (chance() - 0.5) * 26),
      )
      return {
        label,
        href: `/districts/${code}`,
        note: place < 3 ? `kenaikan antara ${8 + place} % dan ${41 - place * 6} %` : 'tanpa siaran',
        values,
        usual: periods.map(() => ({ low: base * 0.7, high: base * 1.3 })),
        onAir: place < 3 ? [{ first: 9, last: 12 }] : [],
      }
    }),
  }
}
