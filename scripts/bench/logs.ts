/** How well station logs are matched and copies of the plan are told, in full; and how fast 300 runs find their orders. */
import { assign, randomStream } from '../../src/statistics/index.js'
import { copyCurve, detectionOf, matchingOf } from '../../test/support/match-scores.js'

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

export async function benchLogs(): Promise<void> {
  const { precision, recall, right, wrong, missed } = matchingOf(1000)
  console.log(`1,000 generated logs: precision ${percent(precision)}, recall ${percent(recall)}`)
  console.log(`  ${right} pairs right, ${wrong} wrong, ${missed} not found`)
  const curve = copyCurve(1000)
  console.log('Times typed off the plan → logs found to be copies, 1,000 logs each')
  for (const { copied, found } of curve) console.log(`  ${percent(copied).padStart(7)} → ${percent(found)}`)
  const detection = detectionOf(curve)
  console.log(
    `  half and more against honest: precision ${percent(detection.precision)}, recall ${percent(detection.recall)}`,
  )
  const milliseconds = Array.from({ length: 7 }, (_, seed) => timeOf(300, 600, seed)).toSorted(
    (a, b) => a - b,
  )
  console.log(`300 runs to 300 orders or none: ${milliseconds[3]!.toFixed(1)} ms (median of 7)`)
}

function timeOf(rows: number, columns: number, seed: number): number {
  const stream = randomStream(seed)
  const costs = Float64Array.from({ length: rows * columns }, () => stream.uniform() * 200)
  const start = performance.now()
  assign(costs, rows, columns)
  return performance.now() - start
}
