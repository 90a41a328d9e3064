import type { ImportStatus } from './registration.js'
import type { Coverage, Outlet } from './outlet.js'
import type { OutletSheet, SheetKind } from './outlet-sheet.js'
import type { Day, Instant } from './time.js'

/** A file of outlets or of their coverage: read, shown, then taken over as a whole, and taken back as a whole. */
export interface OutletImport {
  id: string
  kind: SheetKind
  fileName: string
  sha256: string
  /** Where coverage comes from and as of when, for files that do not say it per row. */
  source: string
  asOf: Day | null
  rowsRead: number
  rowsRefused: number
  /** What was taken over, so that it can be taken back. */
  changes: OutletChange[]
  createdAt: Instant
  createdBy: string
  committedAt: Instant | null
  committedBy: string | null
  undoneAt: Instant | null
  undoneBy: string | null
  discardedAt: Instant | null
}

export type ImportedOutlet = Pick<
  Outlet,
  'name' | 'medium' | 'period' | 'ownerGroup' | 'city' | 'licence' | 'licenceUntil'
>

export type OutletChange =
  | { kind: 'added'; id: string }
  | { kind: 'changed'; id: string; version: number; before: Partial<Outlet> }
  | { kind: 'coverage'; before: Pick<Coverage, 'share' | 'source'> | null; after: Coverage }

/** Why a row is not taken over. */
export const rowRefusals = [
  'name-missing',
  'name-twice',
  'name-like-known',
  'medium-missing',
  'medium-unknown',
  'period-unknown',
  'day-unreadable',
  'outlet-unknown',
  'district-missing',
  'district-unknown',
  'district-not-then',
  'share-unreadable',
  'share-over-100',
  'share-twice',
  'source-missing',
  'too-long',
] as const
export type RowRefusal = (typeof rowRefusals)[number]

export interface RefusedRow {
  line: number
  heading: string
  written: string
  reason: RowRefusal
  /** The line or name it clashes with. */
  detail: string
}

export interface PlannedOutlet {
  line: number
  change: 'new' | 'changed' | 'same'
  id: string | null
  facts: ImportedOutlet
  /** The facts that differ from what is known. */
  differs: (keyof ImportedOutlet)[]
}

export interface PlannedCoverage {
  line: number
  outletName: string
  coverage: Coverage
  before: Pick<Coverage, 'share' | 'source'> | null
}

/** What a file would do, exactly: computed anew for every look at it, so that it is never out of date. */
export interface OutletPlan {
  sheet: OutletSheet
  rowsRead: number
  outlets: PlannedOutlet[]
  coverage: PlannedCoverage[]
  refused: RefusedRow[]
  /** Rows that are no data: totals, repeated headings. */
  skipped: { line: number; written: string }[]
  notes: PlanNote[]
}

/** What was understood rather than written. */
export type PlanNote = 'parts-of-one' | 'filled-down' | 'period-assumed'

export function outletImportStatus(batch: OutletImport): ImportStatus {
  if (batch.undoneAt) return 'undone'
  if (batch.committedAt) return 'committed'
  return batch.discardedAt ? 'discarded' : 'preview'
}
