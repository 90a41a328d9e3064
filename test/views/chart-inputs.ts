/** Inputs of every shape a district can have: the ordinary, and the ones that break pictures. */
import fc from 'fast-check'
import { addDays } from '../../src/domain/time.js'
import { words } from '../../src/language/words.js'
import { runStates, type DistrictTimeInput } from '../../src/views/charts/district-time/input.js'
import type { Texts } from '../../src/views/charts/texts.js'
import { formats } from '../../src/views/formats.js'

export const indonesian: Texts = { words: words.id, formats: formats('id', 'Asia/Jakarta') }
export const english: Texts = { words: words.en, formats: formats('en', 'Asia/Jakarta') }

export const first = '2011-01-05'

export function plainDistrict(days: number, change: Partial<DistrictTimeInput> = {}): DistrictTimeInput {
  return {
    id: 'district',
    title: 'Pendaftaran mandiri per hari, Pringsewu',
    first,
    last: addDays(first, days - 1),
    counts: Array.from({ length: days }, (_, i) => ({
      day: addDays(first, i),
      spanDays: 1,
      count: 10 + (i % 7),
    })),
    baseline: [],
    baselineNote: '',
    spikes: [],
    lanes: [],
    fieldEvents: [],
    holidays: [],
    incompleteFrom: '',
    ...change,
  }
}

const count = fc.oneof(fc.constant(null), fc.constant(0), fc.nat(60), fc.nat(20_000))

/** Days may lie before and after what is drawn, too. */
export const anyDistrict: fc.Arbitrary<DistrictTimeInput> = fc.integer({ min: 1, max: 460 }).chain(days => {
  const day = fc.integer({ min: -20, max: days + 20 }).map(i => addDays(first, i))
  const span = fc
    .tuple(day, fc.nat(12))
    .map(([from, more]) => ({ firstDay: from, lastDay: addDays(from, more) }))
  const run = fc.record({ day, state: fc.constantFrom(...runStates) })
  const spike = fc.record({
    level: fc.constantFrom('watch' as const, 'alert' as const),
    kind: fc.constantFrom('spike' as const, 'level-shift' as const, 'common-shock' as const),
    excess: fc.nat(500),
  })
  return fc
    .record({
      counts: fc.array(count, { minLength: 0, maxLength: days }),
      width: fc.nat(40),
      withBaseline: fc.boolean(),
      spikes: fc.array(fc.tuple(span, spike), { maxLength: 6 }),
      lanes: fc.array(fc.array(run, { maxLength: 40 }), { maxLength: 7 }),
      events: fc.array(span, { maxLength: 5 }),
      holidays: fc.array(day, { maxLength: 8 }),
      incomplete: fc.option(day, { nil: '' }),
    })
    .map(drawn =>
      plainDistrict(days, {
        counts: drawn.counts.map((value, i) => ({
          day: addDays(first, i),
          spanDays: i % 11 === 10 ? 3 : 1,
          count: value,
        })),
        baseline: drawn.withBaseline
          ? Array.from({ length: days }, (_, i) => ({
              day: addDays(first, i),
              expected: 20,
              low: Math.max(0, 20 - drawn.width),
              high: 20 + drawn.width,
            }))
          : [],
        spikes: drawn.spikes.map(([reach, spikeOf]) => ({ ...reach, ...spikeOf })),
        lanes: drawn.lanes.map((runs, i) => ({ label: `Kampanye ${i + 1}`, runs })),
        fieldEvents: drawn.events.map((reach, i) => ({ ...reach, label: `Kegiatan ${i + 1}` })),
        holidays: drawn.holidays.toSorted().map(holiday => ({ day: holiday, label: 'Libur' })),
        incompleteFrom: drawn.incomplete,
      }),
    )
})
