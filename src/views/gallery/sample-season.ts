/** A season of invented figures for the gallery: always the same, in Lampung's names. */
import type { Day } from '../../domain/time.js'
import { addDays, daysFrom, weekdayOf } from '../../domain/time.js'
import type { DistrictTimeInput } from '../charts/district-time-chart.js'

/** Numbers between 0 and 1 that look drawn by lot and never change. */
export function drawn(seed: number): () => number {
  let state = seed
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
}

const weekdays = [1.2, 1.1, 1, 1, 1.05, 0.6, 0.45]
const aired = { first: '2011-05-16', last: '2011-06-03' }
const holiday = { first: '2011-08-27', last: '2011-09-03' }

function inside(day: Day, { first, last }: { first: Day; last: Day }): boolean {
  return day >= first && day <= last
}

function usual(day: Day): number {
  return 26 * weekdays[weekdayOf(day)]! * (inside(day, holiday) ? 0.35 : 1)
}

/** One district between two days of 2010 or 2011, with everything the picture can show. */
export function sampleDistrict(id: string, first: Day, last: Day): DistrictTimeInput {
  const chance = drawn(11)
  const days = daysFrom(first, last)
  const counts = days.map((day, i) => {
    const noise = (chance() + chance() + chance() - 1.5) * 10
    const count = Math.max(0, Math.round(usual(day) * (inside(day, aired) ? 1.62 : 1) + noise))
    return { day, spanDays: 1, count: i % 41 === 17 ? null : count }
  })
  counts.splice(24, 3, { day: days[26]!, spanDays: 3, count: 63 })
  return {
    id,
    title: 'Pendaftaran mandiri per hari, Pringsewu',
    first,
    last,
    counts,
    baseline: days.map(day => ({
      day,
      expected: usual(day),
      low: usual(day) * 0.48,
      high: usual(day) * 1.45 + 4,
    })),
    baselineNote: '',
    spikes: sampleSpikes,
    lanes: sampleLanes,
    fieldEvents: [
      { label: 'Inspeksi bersama Disnaker', firstDay: '2011-07-12', lastDay: '2011-07-12' },
      { label: 'Bursa kerja', firstDay: '2011-09-19', lastDay: '2011-09-23' },
    ],
    holidays: daysFrom(holiday.first, holiday.last).map(day => ({
      day,
      label: 'Idulfitri dan cuti bersama',
    })),
    incompleteFrom: addDays(last, -6),
  }
}

const sampleSpikes: DistrictTimeInput['spikes'] = [
  { firstDay: '2011-05-17', lastDay: '2011-05-21', level: 'alert', kind: 'spike', excess: 71 },
  { firstDay: '2011-05-30', lastDay: '2011-06-01', level: 'watch', kind: 'spike', excess: 34 },
  { firstDay: '2011-07-13', lastDay: '2011-07-13', level: 'alert', kind: 'common-shock', excess: 22 },
]

const runsOf = (first: Day, last: Day, every: number) =>
  daysFrom(first, last).filter((_, i) => i % every === 0)

const sampleLanes: DistrictTimeInput['lanes'] = [
  {
    label: 'Rumah Pekerja',
    runs: [
      ...runsOf(aired.first, aired.last, 1).map((day, i) => ({
        day,
        state:
          i % 7 === 4 ? ('missed' as const) : i % 5 === 3 ? ('confirmed' as const) : ('verified' as const),
      })),
      ...runsOf(aired.first, '2011-05-25', 2).map(day => ({ day, state: 'verified' as const })),
    ],
  },
  {
    label: 'Beasiswa Anak Pekerja',
    runs: runsOf('2011-09-06', '2011-10-08', 3).map((day, i) => ({
      day,
      state: i < 4 ? ('verified' as const) : i < 6 ? ('confirmed' as const) : ('planned' as const),
    })),
  },
]
