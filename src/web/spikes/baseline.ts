import type { App } from '../../app.js'
import { addDays } from '../../domain/time.js'
import type { BaselineDay } from '../../views/charts/district-time/input.js'

/** The stored baseline of the last search for spikes in a district, as days. */
export async function baselineOf(
  { store }: App,
  code: string,
  streamId: string,
): Promise<{ baseline: BaselineDay[]; status: string }> {
  const analysis = (await store.analyses.current('spikes')).find(found => found.streamId === streamId)
  const row = analysis && (await store.analyses.baseline(analysis.id, code))
  if (!row) return { baseline: [], status: 'none' }
  const series = JSON.parse(row.series) as {
    expected: number[]
    low: number[]
    high: number[]
    known: boolean[]
  }
  const baseline = series.expected.flatMap((expected, index) => {
    const day = {
      day: addDays(row.firstDay, index),
      expected,
      low: series.low[index]!,
      high: series.high[index]!,
    }
    return series.known[index] ? [day] : []
  })
  return { baseline, status: row.status }
}
