/** What the marks mean; only those that the picture holds. */
import { keyEntry, type KeyEntry } from '../key.js'
import { texture, textured } from '../patterns.js'
import { dot, group, line, path, rect } from '../svg.js'
import type { Texts } from '../texts.js'
import { eventLanes } from './layout.js'
import { runStates, type DistrictTimeInput, type RunState } from './input.js'
import type { Slot } from './slots.js'

export function timeKey({ words }: Texts, input: DistrictTimeInput, slots: readonly Slot[]): KeyEntry[] {
  const t = words.charts.key
  const has = (test: (slot: Slot) => unknown) => slots.some(test)
  const when = (holds: boolean, entry: () => KeyEntry) => (holds ? [entry()] : [])
  return [
    keyEntry(t.observed, line('observed', [1, 6], [17, 6]), dot('point', [9, 6], 2.2)),
    ...when(
      has(slot => slot.baseline),
      () =>
        keyEntry(
          t.band,
          rect('band', { x: 0, y: 1, width: 18, height: 10 }),
          line('expected', [0, 6], [18, 6]),
        ),
    ),
    ...spikeKey(words, input),
    ...when(
      has(slot => slot.span),
      () =>
        keyEntry(
          t.span,
          group('span', [
            line('span-level', [2, 6], [16, 6]),
            line('span-end', [2, 2], [2, 10]),
            line('span-end', [16, 2], [16, 10]),
          ]),
        ),
    ),
    ...when(
      has(slot => slot.value === null),
      () => keyEntry(t.gap, line('gap', [1, 6], [17, 6])),
    ),
    ...when(
      has(slot => slot.incomplete),
      () => texturedEntry(`${input.id}-key-incomplete`, t.incomplete, 'incomplete'),
    ),
    ...when(input.holidays.length > 0, () =>
      keyEntry(t.holiday, rect('holiday-band', { x: 0, y: 0, width: 18, height: 12 })),
    ),
    ...runStates
      .filter(state => has(slot => slot.runs.some(lane => lane[state] > 0)))
      .map(state => runKey(words, input, state)),
    ...eventLanes(input).map(({ kind }) =>
      kind === 'lots'
        ? keyEntry(t.lot, path('event event-lot', 'M4,6l5,-5l5,5l-5,5z'))
        : keyEntry(t.event, path('event', 'M4,6l5,-5l5,5l-5,5z')),
    ),
  ]
}

function spikeKey(words: Texts['words'], { spikes }: DistrictTimeInput): KeyEntry[] {
  const t = words.charts.key
  const mark = (className: string, label: string, d: string) =>
    keyEntry(label, group(`spike ${className}`, [path('spike-mark', d)]))
  const own = spikes.filter(spike => spike.kind === 'spike')
  return [
    ...(own.some(spike => spike.level === 'alert')
      ? [mark('spike-alert', t.spikeAlert, 'M9,10l5,-8h-10z')]
      : []),
    ...(own.some(spike => spike.level === 'watch')
      ? [mark('spike-watch', t.spikeWatch, 'M9,10l5,-8h-10z')]
      : []),
    ...(spikes.some(spike => spike.kind === 'common-shock')
      ? [mark('spike-common', t.spikeCommon, 'M9,10.5l5,-4.5l-5,-4.5l-5,4.5z')]
      : []),
    ...(spikes.some(spike => spike.kind === 'level-shift')
      ? [mark('spike-alert', t.levelShift, 'M9,10h-6v-3h4v-5h8v3h-6z')]
      : []),
  ]
}

function runKey(words: Texts['words'], input: DistrictTimeInput, state: RunState): KeyEntry {
  const box = { x: 6, y: 0.5, width: 6, height: 11 }
  const label = words.charts.key.run(words.charts.runStates[state])
  const id = `${input.id}-key-lane`
  if (state === 'confirmed') {
    const marks = [texture(id, 'dense', 'texture-1'), textured('run run-confirmed', id, box)]
    return keyEntry(label, group('lane lane-1', marks))
  }
  const shape =
    state === 'missed' ? path('run run-missed', 'M6.5,3.5l5,5m0,-5l-5,5') : rect(`run run-${state}`, box)
  return keyEntry(label, group('lane lane-1', [shape]))
}

/** A pattern of its own: one inside a picture that is not shown at this width would not be painted. */
function texturedEntry(id: string, label: string, className: string): KeyEntry {
  const box = { x: 0, y: 0, width: 18, height: 12 }
  return keyEntry(label, texture(id, 'hatch', 'texture-soft'), textured(className, id, box))
}
