/** The pool of workers for computations that would hold up the thread that answers requests. */
import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import type { LiftQuestion } from '../domain/lift-question.js'
import type { LiftEstimate, Nowcast, Refusal, YearEndForecast } from '../statistics/index.js'
import type { DelayQuestion, SpikeAnswer, SpikeQuestion, YearEndQuestion } from './worker.js'

export interface Compute {
  estimateLift(question: LiftQuestion): Promise<LiftEstimate | Refusal>
  findSpikes(question: SpikeQuestion): Promise<SpikeAnswer>
  nowcasts(questions: readonly DelayQuestion[]): Promise<(Nowcast | Refusal)[]>
  forecastYearEnds(questions: readonly YearEndQuestion[]): Promise<YearEndForecast[]>
  close(): Promise<void>
}

/** Workers start with the first computation and end after a quiet half minute. */
export function createCompute(): Compute {
  let pool: Piscina | undefined
  const file = import.meta.filename.endsWith('.ts') ? './worker-from-source.mjs' : './worker.js'
  const workers = () =>
    (pool ??= new Piscina({
      filename: new URL(file, import.meta.url).href,
      minThreads: 0,
      maxThreads: Math.max(1, availableParallelism() - 1),
      idleTimeout: 30_000,
    }))
  return {
    estimateLift: question =>
      workers().run(question, { name: 'estimate' }) as Promise<LiftEstimate | Refusal>,
    findSpikes: question => workers().run(question, { name: 'spikes' }) as Promise<SpikeAnswer>,
    nowcasts: questions => workers().run(questions, { name: 'delays' }) as Promise<(Nowcast | Refusal)[]>,
    forecastYearEnds: questions =>
      workers().run(questions, { name: 'yearEnds' }) as Promise<YearEndForecast[]>,
    close: async () => {
      await pool?.destroy()
    },
  }
}
