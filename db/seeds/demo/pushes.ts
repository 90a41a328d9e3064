/** Everything that moves registrations in the season: what was planted for each campaign, and what else went on. */
import type { Day } from '../../../src/domain/time.js'
import type { StreamId } from './registrations/calendar.js'
import type { Push } from './registrations/expected.js'
import { listOf, readTable, type Row } from './tables.js'

/** A campaign's planted effect: the truth that verdicts are measured against. */
export interface Truth {
  campaign: string
  districts: string[]
  stream: StreamId
  firstDay: Day
  lastDay: Day
  fadingDays: number
  size: number
}

export function readTruths(root: string): Truth[] {
  const rows = readTable<'campaign' | 'districts' | 'stream' | 'size' | 'first' | 'last' | 'fading'>(
    root,
    'truths',
  )
  return rows.map(row => ({
    campaign: row.campaign,
    districts: listOf(row.districts),
    stream: row.stream as StreamId,
    firstDay: row.first,
    lastDay: row.last,
    fadingDays: Number(row.fading),
    size: Number(row.size),
  }))
}

export type Happening = Row<
  | 'kind'
  | 'title'
  | 'districts'
  | 'first'
  | 'last'
  | 'self'
  | 'employer'
  | 'fading'
  | 'logged'
  | 'by'
  | 'note'
>

/** What went on besides campaigns; some of it nobody wrote down. */
export function readHappenings(root: string): Happening[] {
  return readTable(root, 'happenings')
}

export function allPushes(root: string): Push[] {
  return [...readTruths(root).flatMap(pushesOfTruth), ...readHappenings(root).flatMap(pushesOfHappening)]
}

export function pushesOfTruth(truth: Truth): Push[] {
  const { stream, firstDay, lastDay, fadingDays, size } = truth
  return truth.districts.map(district => ({ district, stream, firstDay, lastDay, fadingDays, size }))
}

function pushesOfHappening(happening: Happening): Push[] {
  const { first, last, fading } = happening
  const span = { firstDay: first, lastDay: last, fadingDays: Number(fading) }
  return listOf(happening.districts).flatMap(district =>
    (['self', 'employer'] as const).map(stream => ({
      district,
      stream,
      ...span,
      size: Number(happening[stream]),
    })),
  )
}
