/** Every picture of data in its states: rich, weekly, without a baseline, without anything. */
import { districtTimeChart } from '../charts/district-time-chart.js'
import { intervalBar } from '../charts/interval-bar.js'
import { paceChart } from '../charts/pace-chart.js'
import { placeboStrip } from '../charts/placebo-strip.js'
import { smallMultiples } from '../charts/small-multiples.js'
import { sparkline } from '../charts/sparkline.js'
import type { Texts } from '../charts/texts.js'
import { tileMap } from '../charts/tile-map.js'
import { verdictChart } from '../charts/verdict-chart.js'
import type { ChartModel, TableModel } from '../components/registry.js'
import { sampleMultiples, samplePace, sampleTiles } from './sample-overview.js'
import { drawn, sampleDistrict } from './sample-season.js'
import { samplePlacebos, sampleVerdict } from './sample-verdict.js'

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
