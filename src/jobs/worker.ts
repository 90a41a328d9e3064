/** What runs in a worker: pure functions of what they are handed. */
import type { MessagePort } from 'node:worker_threads'
import { measurePlan, type PlanAnswer, type PlanQuestion } from '../domain/plan-measurement.js'
import type { SeasonQuestion } from '../domain/season-question.js'
import {
  findSpikes,
  forecastYearEnd,
  judgeFlights,
  nowcast,
  type ForecastOptions,
  type JudgedGroup,
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

/** Tells the port after each group of flights how far it is. */
export function judge({ question, port }: { question: SeasonQuestion; port: MessagePort }): JudgedGroup[] {
  const { panel, flights, masked, excluded, neighbours, options } = question
  const groups = judgeFlights(panel, flights, {
    ...options,
    masked,
    excluded: place => excluded[place]!,
    neighbours: place => neighbours[place]!,
    progress: (done, of) => port.postMessage(done / of),
  })
  port.close()
  return groups
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

export function plan(question: PlanQuestion): PlanAnswer {
  return measurePlan(question)
}
