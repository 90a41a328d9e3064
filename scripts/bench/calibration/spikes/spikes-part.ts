import { existsSync } from 'node:fs'
import type { Part } from '../part.js'
import {
  average,
  figure,
  share,
  type CalibrationFigure,
  type CalibrationSetting,
  type Gate,
} from '../results.js'
import type { SpikeAnswer, SpikesTask } from './spike-tasks.js'

type Counted = { days: number; alarms: number }

/** Least shares found of spikes of +60, +100 and +200 %. */
const LEAST_FOUND: Record<number, number> = { 60: 0.45, 100: 0.8, 200: 0.98 }

/** Days called a spike where nothing happened, and planted spikes found. */
export const spikesPart: Part = async ({ pool, sizes, seed, cases }) => {
  const given: SpikesTask[] = existsSync(cases) ? [{ data: 'given', seed, panel: 0, cases }] : []
  const own = Array.from(
    { length: sizes.spikePanels },
    (_, panel) => ({ data: 'own', seed, panel, cases }) as const,
  )
  const [onGiven, onOwn] = await Promise.all([
    pool.run<SpikeAnswer>('spikes', given),
    pool.run<SpikeAnswer>('spikes', own),
  ])
  return [...(given.length > 0 ? spikeFigures('given', onGiven) : []), ...spikeFigures('own', onOwn)]
}

function spikeFigures(data: 'given' | 'own', answers: readonly SpikeAnswer[]): CalibrationFigure[] {
  const at = (measure: CalibrationSetting['measure'], what: string, lift?: number): CalibrationSetting => {
    return { part: 'spikes', measure, data: what, method: 'gaung', ...(lift === undefined ? {} : { lift }) }
  }
  const quiet: Gate = data === 'given' ? { atMost: 0.0105 } : { atLeast: 0.007, atMost: 0.015 }
  const spikes = answers.flatMap(answer => answer.spikes)
  const seen = spikes.filter(({ noticed }) => noticed >= 0)
  const shocks = answers.flatMap(({ shock }) => (shock === null ? [] : [shock]))
  return [
    rate(
      at('false-positives', data),
      answers.map(answer => answer.quiet),
      quiet,
    ),
    rate(
      at('false-positives', `${data}-after-holiday`),
      answers.map(answer => answer.afterHoliday),
      { atMost: 0.015 },
    ),
    ...[60, 100, 200].map(percent => {
      const own = spikes.filter(spike => spike.percent === percent)
      const gate = data === 'given' ? { atLeast: LEAST_FOUND[percent]! } : null
      return share(
        at('found', data, percent / 100),
        own.map(({ noticed }) => noticed >= 0),
        gate,
      )
    }),
    average(
      at('delay-days', data),
      seen.map(({ noticed }) => noticed),
      { atMost: 1.6 },
    ),
    ...(shocks.length === 0
      ? []
      : [
          rate(at('common-shock-spikes', 'own-common-shock'), shocks, { atMost: 0.015 }),
          share(
            at('found', 'own-common-shock'),
            shocks.map(({ named }) => named),
            { atLeast: 0.95 },
          ),
        ]),
  ]
}

/** Alarms per district-day; its error from how much panels differ, as days of a panel hang together. */
function rate(setting: CalibrationSetting, counted: readonly Counted[], gate: Gate): CalibrationFigure {
  const trials = counted.reduce((sum, { days }) => sum + days, 0)
  const value = counted.reduce((sum, { alarms }) => sum + alarms, 0) / Math.max(1, trials)
  const spread = counted.reduce((sum, { days, alarms }) => sum + (alarms - value * days) ** 2, 0)
  const byPanel = Math.sqrt(spread) / Math.max(1, trials)
  const error = counted.length > 1 ? byPanel : Math.sqrt((value * (1 - value)) / Math.max(1, trials))
  return figure(setting, value, { error, trials, gate })
}
