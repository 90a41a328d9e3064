/** What runs in the workers: pure functions of their task. */
import { parentPort } from 'node:worker_threads'
import { runLift } from './lift/lift-cells.js'

const runs = { lift: runLift } as const

parentPort!.on('message', ({ name, task }: { name: keyof typeof runs; task: never }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort!.postMessage(runs[name](task))
})
