import type { Day, Instant } from './time.js'
import { justAfter } from './time.js'

export type CellState = 'reported' | 'not-reported' | 'not-applicable'

/** One cell: a district, a stream and a day (or the `spanDays` days that end on it), with what was known of it when. */
export interface RegistrationCell {
  districtCode: string
  streamId: string
  day: Day
  spanDays: number
  state: CellState
  count: number | null
}

export interface RegistrationCount extends RegistrationCell {
  knownFrom: Instant
  knownTo: Instant | null
  importId: string
}

export interface RegistrationImport {
  id: string
  fileName: string
  sha256: string
  bytes: number
  receivedAt: Instant
  receivedBy: string | null
  source: 'upload' | 'folder' | 'api' | 'demo'
  rowsRead: number
  rowsRefused: number
  cellsStored: number
  cellsChanged: number
  totalBefore: number
  totalAfter: number
  firstDay: Day | null
  lastDay: Day | null
  committedAt: Instant | null
  committedBy: string | null
  undoneAt: Instant | null
  undoneBy: string | null
  discardedAt: Instant | null
}

export type ImportStatus = 'preview' | 'committed' | 'undone' | 'discarded'

export function importStatus(batch: RegistrationImport): ImportStatus {
  if (batch.undoneAt) return 'undone'
  if (batch.committedAt) return 'committed'
  return batch.discardedAt ? 'discarded' : 'preview'
}

/** When a change becomes known: now, but always later than the last, for each moment belongs to one change. */
export function momentAfter(now: Instant, last: Instant | null): Instant {
  return last !== null && now <= last ? justAfter(last) : now
}

export function sameCell(a: RegistrationCell, b: RegistrationCell): boolean {
  return a.state === b.state && a.count === b.count && a.spanDays === b.spanDays
}
