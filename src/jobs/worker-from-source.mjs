/** The worker of a process that runs from the source: it has to be taught TypeScript before it can read its task. */
import { register } from 'tsx/esm/api'

register()
const { delays, judge, plan, spikes, yearEnds } = await import('./worker.ts')

export { delays, judge, plan, spikes, yearEnds }
