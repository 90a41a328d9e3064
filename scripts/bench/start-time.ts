import { startDemo } from './processes.js'
import { median, row } from './print.js'

const runs = 5

/** From the start of the process to its first address, with the season already told. */
export async function benchStart(): Promise<void> {
  const times: number[] = []
  for (let run = 0; run <= runs; run++) {
    const demo = await startDemo()
    await demo.stop()
    if (run > 0) times.push(demo.startedIn)
  }
  row('start to first address', `${Math.round(median(times))} ms (median of ${runs})`)
}
