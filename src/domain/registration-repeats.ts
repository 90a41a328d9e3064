/** Records by district and stream, each day once. */
import type { Oddities } from './registration-oddity.js'
import type { Refusal } from './registration-refusal.js'
import type { SheetRecord } from './registration-rows.js'
import type { Day } from './time.js'

export interface RecordGroup {
  districtCode: string
  /** Null where the value columns name their streams. */
  streamId: string | null
  /** In a list of employer lots. */
  firmKey?: string | undefined
  records: SheetRecord[]
}

interface Days {
  districtCode: string
  streamId: string | null
  firmKey: string | undefined
  byDay: Map<Day, SheetRecord>
  conflicts: Map<Day, SheetRecord[]>
}

export interface Grouped {
  groups: RecordGroup[]
  refusals: Refusal[]
  repeated: number
}

/** A day delivered twice: alike, it counts once; unlike, nobody can say which holds, and none is taken. */
export function groupRecords(records: readonly SheetRecord[], oddities: Oddities): Grouped {
  const found = new Map<string, Map<string | null, Days>>()
  let repeated = 0
  for (const record of records) {
    const days = daysOf(found, record)
    const known = days.byDay.get(record.day)
    if (!known) days.byDay.set(record.day, record)
    else if (sameCounts(known, record)) {
      repeated++
      oddities.add({ kind: 'delivered-again', day: record.day, districtCode: record.districtCode })
    } else days.conflicts.set(record.day, [...(days.conflicts.get(record.day) ?? [known]), record])
  }
  const all = [...found.values()].flatMap(streams => [...streams.values()])
  return { groups: all.map(inOrder), refusals: all.flatMap(refuseConflicts), repeated }
}

function daysOf(
  found: Map<string, Map<string | null, Days>>,
  { districtCode, streamId, firmKey }: SheetRecord,
): Days {
  let streams = found.get(districtCode)
  if (!streams) found.set(districtCode, (streams = new Map()))
  const series = firmKey === undefined ? streamId : `${streamId} ${firmKey}`
  let days = streams.get(series)
  if (!days)
    streams.set(series, (days = { districtCode, streamId, firmKey, byDay: new Map(), conflicts: new Map() }))
  return days
}

function sameCounts(a: SheetRecord, b: SheetRecord): boolean {
  return a.counts.every((count, index) => count === b.counts[index])
}

function inOrder({ districtCode, streamId, firmKey, byDay, conflicts }: Days): RecordGroup {
  for (const day of conflicts.keys()) byDay.delete(day)
  const records = [...byDay.values()]
  records.sort((a, b) => (a.day < b.day ? -1 : 1))
  return { districtCode, streamId, firmKey, records }
}

function refuseConflicts({ conflicts }: Days): Refusal[] {
  return [...conflicts.values()].flatMap(records =>
    records.map(({ line, place, counts }, index): Refusal => {
      const other = records[index === 0 ? 1 : 0]!
      const text = counts.map(count => count ?? '').join('; ')
      return {
        line,
        column: place ?? '',
        text,
        reason: 'conflicting',
        detail: other.line,
        ...(place ? { place } : {}),
      }
    }),
  )
}
