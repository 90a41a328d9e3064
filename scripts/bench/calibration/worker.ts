/** What runs in the workers: pure functions of their task. */
import { parentPort } from 'node:worker_threads'
import { runDelays } from './forecast/delays-part.js'
import { runYearEnd } from './forecast/year-end-part.js'
import { runLift } from './lift/lift-cells.js'
import { runLots } from './lots/lots-part.js'
import { runCoin } from './planning/fair-coin-part.js'
import { runPower } from './planning/power-part.js'
import { runSeasons } from './seasons/judge-season.js'
import { runJudge } from './speed/ten-years.js'
import { runSpikes } from './spikes/spike-tasks.js'

const runs = {
  lift: runLift,
  seasons: runSeasons,
  spikes: runSpikes,
  power: runPower,
  coin: runCoin,
  'year-end': runYearEnd,
  delays: runDelays,
  lots: runLots,
  judge: runJudge,
} as const

parentPort!.on('message', ({ name, task }: { name: keyof typeof runs; task: never }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort!.postMessage(runs[name](task))
})
