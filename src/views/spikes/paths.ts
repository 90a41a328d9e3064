import type { Spike } from '../../domain/analysis.js'
import { paths, withQuery } from '../paths.js'

/** By stream, district and day: these stay when the search is repeated, the id of a spike does not. */
export function spikePath({
  streamId,
  districtCode,
  firstDay,
}: Pick<Spike, 'streamId' | 'districtCode' | 'firstDay'>): string {
  return withQuery(paths.spike, { stream: streamId, district: districtCode ?? '', day: firstDay })
}
