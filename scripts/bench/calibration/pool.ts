/** Both cores: tasks are handed to workers as they become free; the order of answers is that of the tasks. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

export interface Pool {
  run<Answer>(name: string, tasks: readonly unknown[]): Promise<Answer[]>
  close(): Promise<void>
}

interface Question {
  name: string
  task: unknown
  resolve: (answer: unknown) => void
  reject: (error: Error) => void
}

export function startPool(size = Math.max(1, Math.min(2, availableParallelism()))): Pool {
  const waiting: Question[] = []
  const idle: Worker[] = []
  const busy = new Map<Worker, Question>()
  const next = (worker: Worker) => {
    const question = waiting.shift()
    if (question === undefined) {
      idle.push(worker)
      return
    }
    busy.set(worker, question)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage({ name: question.name, task: question.task })
  }
  const workers = Array.from({ length: size }, () => {
    const worker = new Worker(new URL('./worker-from-source.mjs', import.meta.url))
    worker.on('message', (answer: unknown) => {
      busy.get(worker)!.resolve(answer)
      next(worker)
    })
    worker.on('error', (error: Error) => busy.get(worker)?.reject(error))
    idle.push(worker)
    return worker
  })
  const ask = (name: string, task: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.push({ name, task, resolve, reject })
      const worker = idle.pop()
      if (worker !== undefined) next(worker)
    })
  return {
    run: async <Answer>(name: string, tasks: readonly unknown[]) =>
      (await Promise.all(tasks.map(task => ask(name, task)))) as Answer[],
    close: async () => void (await Promise.all(workers.map(worker => worker.terminate()))),
  }
}
