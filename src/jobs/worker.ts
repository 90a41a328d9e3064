/** What runs in a worker: pure functions of what they are handed. */
import type { LiftQuestion } from '../domain/lift-question.js'
import {
  estimateLift,
  findSpikes,
  type LiftEstimate,
  type Panel,
  type Refusal,
  type SpikeOptions,
  type SpikeReport,
} from '../statistics/index.js'

export interface SpikeQuestion {
  panel: Panel
  options: SpikeOptions
}

export type SpikeAnswer = SpikeReport

export function estimate({ panel, options }: LiftQuestion): LiftEstimate | Refusal {
  return estimateLift(panel, options)
}

export function spikes({ panel, options }: SpikeQuestion): SpikeAnswer {
  return findSpikes(panel, options)
}
