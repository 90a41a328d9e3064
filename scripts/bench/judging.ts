import { copyOfTheDemo } from '../../test/demo/copy.js'
import { endProcess } from '../../test/support/at-end.js'
import { judgeCampaigns } from '../../src/operations/judge-campaign.js'
import { row } from './print.js'

/** All campaigns of the demo season judged anew: in the engine and its worker, and with everything around it. */
export async function benchJudging(): Promise<void> {
  const copy = await copyOfTheDemo()
  let engine = 0
  const { compute } = copy.app
  const timed: typeof compute = {
    ...compute,
    async judgeFlights(question, task) {
      const start = performance.now()
      const groups = await compute.judgeFlights(question, task)
      engine += performance.now() - start
      return groups
    },
  }
  for (const round of ['worker starting', 'worker warm']) {
    await copy.forgetVerdicts()
    engine = 0
    const start = performance.now()
    const made = await judgeCampaigns({ ...copy.app, compute: timed })
    const all = performance.now() - start
    row(`${made} verdicts, ${round}`, `engine ${engine.toFixed(0)} ms, with everything ${all.toFixed(0)} ms`)
  }
  await copy.close()
  await endProcess()
}
