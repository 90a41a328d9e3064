/** What runs in a worker: pure functions of what they are handed. */
import type { LiftQuestion } from '../domain/lift-question.js'
import {
  estimateLift,
  findSpikes,
  forecastYearEnd,
  nowcast,
  type ForecastOptions,
  type LiftEstimate,
  type Nowcast,
  type Panel,
  type Refusal,
  type SpikeOptions,
  type SpikeReport,
  type YearEndForecast,
} from '../statistics/index.js'

export interface SpikeQuestion {
  panel: Panel
  options: SpikeOptions
}

export type SpikeAnswer = SpikeReport

export interface YearEndQuestion {
  panel: Panel
  options: ForecastOptions
}

/** By question, a row per delivery period. */
export type DelayQuestion = Float64Array[]

export function estimate({ panel, options }: LiftQuestion): LiftEstimate | Refusal {
  return estimateLift(panel, options)
}

export function spikes({ panel, options }: SpikeQuestion): SpikeAnswer {
  return findSpikes(panel, options)
}

export function delays(questions: readonly DelayQuestion[]): (Nowcast | Refusal)[] {
  return questions.map(rows => nowcast(rows))
}

export function yearEnds(questions: readonly YearEndQuestion[]): YearEndForecast[] {
  return questions.map(({ panel, options }) => forecastYearEnd(panel, options))
}
