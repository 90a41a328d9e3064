/** A worker of the calibration: it has to be taught TypeScript before it can read its tasks. */
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
