import { readFileSync } from 'node:fs'
import { expect } from 'chai'

/** Reads a file of test/known-values; the R script of the same name beside it made it. */
export function readKnownValues(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../known-values/${file}`, import.meta.url), 'utf8'))
}

/** Each value within a tolerance of what is known: relative, and absolute below 1. */
export function expectNear(values: ArrayLike<number>, expected: readonly number[], tolerance: number): void {
  expect(values.length).to.equal(expected.length)
  expected.forEach((value, k) => {
    const error = Math.abs(values[k]! - value)
    expect(error, `place ${k}: ${values[k]} against ${value}`).to.be.below(
      tolerance * Math.max(1, Math.abs(value)),
    )
  })
}
