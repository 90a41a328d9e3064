/** Every picture of data in its states: rich, weekly, without a baseline, without anything. */
import { addDays, daysFrom, weekdayOf } from '../../domain/time.js'
import { districtTimeChart } from '../charts/district-time-chart.js'
import { intervalBar } from '../charts/interval-bar.js'
import { paceChart, type PaceInput } from '../charts/pace-chart.js'
import { placeboStrip } from '../charts/placebo-strip.js'
import { smallMultiples } from '../charts/small-multiples.js'
import { sparkline } from '../charts/sparkline.js'
import type { Texts } from '../charts/texts.js'
import { tileMap, type TileMapInput } from '../charts/tile-map.js'
import { verdictChart, type VerdictInput } from '../charts/verdict-chart.js'
import type { ChartModel, TableModel } from '../components/registry.js'
import { drawn, sampleDistrict } from './sample-season.js'

export function chartExamples(texts: Texts): ChartModel[] {
  const season = sampleDistrict('time-season', '2011-05-02', '2011-10-08')
  const young = sampleDistrict('time-young', '2011-09-01', '2011-10-08')
  return [
    districtTimeChart(texts, season),
    districtTimeChart(texts, sampleDistrict('time-years', '2010-01-01', '2011-10-08')),
    districtTimeChart(texts, {
      ...young,
      title: 'Pendaftaran mandiri per hari, Pesisir Barat',
      baseline: [],
      baselineNote: 'Riwayat kurang dari 28 hari, jadi batas wajar belum dapat dihitung.',
      spikes: [],
    }),
    districtTimeChart(texts, {
      ...young,
      id: 'time-empty',
      title: 'Mesuji, belum ada laporan',
      counts: [],
      spikes: [],
      lanes: [],
      baseline: [],
    }),
    verdictChart(texts, sampleVerdict()),
    placeboStrip(texts, samplePlacebos()),
    paceChart(texts, samplePace()),
    tileMap(texts, sampleTiles(texts)),
    smallMultiples(texts, sampleMultiples()),
  ]
}

/** Small pictures stand in cells. */
export function cellExamples({ formats }: Texts): TableModel {
  const chance = drawn(5)
  const rows = ['Pringsewu', 'Metro', 'Way Kanan', 'Tulang Bawang'].map((name, i) => {
    const values = Array.from({ length: 12 }, () => Math.round(8 + chance() * 22))
    const [estimate, half] = [0.31 - i * 0.14, 0.14 + i * 0.12]
    const [low, high] = [estimate - half, estimate + half]
    const words = `${formats.signedPercent(estimate)}, antara ${formats.signedPercent(low)} dan ${formats.signedPercent(high)}`
    return {
      cells: [
        name,
        sparkline(values, { label: `12 minggu: ${values.join(', ')}`, most: 30 }),
        intervalBar({ estimate, low, high }, { reach: 0.5, label: words }),
        words,
      ],
      strong: false,
    }
  })
  const columns = ['Kabupaten/kota', '12 minggu', 'Kenaikan', 'Dalam kata'].map(label => ({
    label,
    numeric: false,
  }))
  return {
    caption: 'Gambar kecil di dalam tabel',
    showCaption: true,
    columns,
    rows,
    empty: '',
    rowHeads: true,
  }
}

function sampleVerdict(): VerdictInput {
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

function samplePlacebos() {
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

/** The targets of 2011, and the figure that is exactly ten twelfths of them. */
function samplePace(): PaceInput {
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

function sampleTiles({ formats }: Texts): TileMapInput {
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

function sampleMultiples() {
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
