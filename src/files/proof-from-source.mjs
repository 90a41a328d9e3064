/** The process that looks at proofs when Gaung runs from the source: it has to be taught TypeScript first. */
import { register } from 'tsx/esm/api'

register()
await import('./proof-process.ts')
