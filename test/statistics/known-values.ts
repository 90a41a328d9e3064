import { readFileSync } from 'node:fs'

/** Reads a file of test/known-values; the R script of the same name beside it made it. */
export function readKnownValues(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../known-values/${file}`, import.meta.url), 'utf8'))
}
