import { compareAlarms, tableRow } from '../../test/support/alarm-comparison.js'
import { casesAreHere } from '../../test/support/cases.js'

/** Alarms week by week beside those of R surveillance's farringtonFlexible, on its own two examples. */
export function benchAlarms(): Promise<void> {
  if (!casesAreHere) console.log('  not measured: the public cases are not here')
  const comparisons = casesAreHere ? compareAlarms() : []
  console.log('  | on | weeks | both | neither | engine only | peer only |')
  for (const comparison of comparisons) console.log(`  ${tableRow(comparison)}`)
  for (const { name, differences } of comparisons)
    for (const { week, who, cause, observed, expected, calendar, p, peersBound } of differences)
      console.log(
        `  ${name}, week ${week}: ${who} only, ${cause}; observed ${observed}, expected ${expected.toFixed(2)} ` +
          `(calendar ${calendar.toFixed(2)}), p ${p.toFixed(3)}, peer's bound ${peersBound?.toFixed(2) ?? 'none'}`,
      )
  return Promise.resolve()
}
