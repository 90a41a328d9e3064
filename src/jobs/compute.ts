/** The pool of workers for computations that would hold up the thread that answers requests. */
import { availableParallelism } from 'node:os'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { PlanAnswer, PlanQuestion } from '../domain/plan-measurement.js'
import type { SeasonQuestion } from '../domain/season-question.js'
import type { Task } from '../operations/task.js'
import type { JudgedGroup, Nowcast, Refusal, YearEndForecast } from '../statistics/index.js'
import type { DelayQuestion, SpikeAnswer, SpikeQuestion, YearEndQuestion } from './worker.js'

export interface Compute {
  judgeFlights(question: SeasonQuestion, task: Task): Promise<JudgedGroup[]>
  findSpikes(question: SpikeQuestion, task: Task): Promise<SpikeAnswer>
  nowcasts(questions: readonly DelayQuestion[]): Promise<(Nowcast | Refusal)[]>
  forecastYearEnds(questions: readonly YearEndQuestion[]): Promise<YearEndForecast[]>
  measurePlan(question: PlanQuestion): Promise<PlanAnswer>
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
    judgeFlights: (question, task) => judge(workers(), question, task),
    findSpikes: (question, { signal }) =>
      workers().run(question, { name: 'spikes', signal }) as Promise<SpikeAnswer>,
    nowcasts: questions => workers().run(questions, { name: 'delays' }) as Promise<(Nowcast | Refusal)[]>,
    forecastYearEnds: questions =>
      workers().run(questions, { name: 'yearEnds' }) as Promise<YearEndForecast[]>,
    measurePlan: question => workers().run(question, { name: 'plan' }) as Promise<PlanAnswer>,
    close: async () => {
      await pool?.destroy()
    },
  }
}

/** A cancelled task ends its worker; the next one starts anew. */
async function judge(workers: Piscina, question: SeasonQuestion, task: Task): Promise<JudgedGroup[]> {
  const { port1: here, port2: port } = new MessageChannel()
  here.on('message', (share: number) => task.progress(share))
  try {
    const options = { name: 'judge', transferList: [port], signal: task.signal }
    return (await workers.run({ question, port }, options)) as JudgedGroup[]
  } finally {
    here.close()
  }
}
