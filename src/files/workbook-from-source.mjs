/** The process that reads a workbook when Gaung runs from the source: it has to be taught TypeScript first. */
import { register } from 'tsx/esm/api'

register()
await import('./workbook-process.ts')
