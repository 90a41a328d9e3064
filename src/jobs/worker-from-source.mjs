/** The worker of a process that runs from the source: it has to be taught TypeScript before it can read its task. */
import { register } from 'tsx/esm/api'

register()
const { estimate, spikes } = await import('./worker.ts')

export { estimate, spikes }
