/** The process that draws a PNG when Gaung runs from the source: it has to be taught TypeScript first. */
import { register } from 'tsx/esm/api'

register()
await import('./png-process.ts')
