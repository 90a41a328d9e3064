/** What a sheet would change of what is known. Shown before anything counts, and done exactly so. */
import { noLotChanges, type LotChanges } from './employer-lot.js'
import { sameCell, type RegistrationCell } from './registration.js'
import type { Oddities } from './registration-oddity.js'
import type { Day } from './time.js'

export type KnownCell = RegistrationCell & { importId: string }

export interface CellChange {
  districtCode: string
  streamId: string
  day: Day
  before: Pick<RegistrationCell, 'state' | 'count' | 'spanDays'>
  after: Pick<RegistrationCell, 'state' | 'count' | 'spanDays'>
}

export interface StreamSum {
  streamId: string
  added: number
  changed: number
  same: number
  /** By how much the total and the reported district-days grow. */
  total: number
  reportedDays: number
}

export interface Changes {
  added: RegistrationCell[]
  changed: RegistrationCell[]
  /** Some of what changes, for the eye. */
  shown: CellChange[]
  streams: Map<string, StreamSum>
  lots: LotChanges
  /** Imports whose values this sheet delivers again: they cannot be undone under it. */
  confirmed: Set<string>
}

const mostShown = 300

export function noChanges(): Changes {
  return { added: [], changed: [], shown: [], streams: new Map(), lots: noLotChanges(), confirmed: new Set() }
}

/** Cells and lots that are stored, and those of them that replace others. */
export function storedBy({ added, changed, lots }: Changes): { stored: number; replaced: number } {
  const replaced = changed.length + lots.changed.length
  return { stored: added.length + lots.added.length + replaced, replaced }
}

/**
 * Compares the cells of one district with what is known of it. A cell without a report never takes away a known number:
 * an empty cell says that the sheet knows nothing, and an import is taken back by undoing it.
 */
export function compareCells(
  cells: readonly RegistrationCell[],
  known: readonly KnownCell[],
  into: { changes: Changes; oddities: Oddities },
): void {
  const before = new Map(known.map(cell => [`${cell.streamId} ${cell.day}`, cell]))
  const { changes, oddities } = into
  for (const cell of cells) {
    const old = before.size === 0 ? undefined : before.get(`${cell.streamId} ${cell.day}`)
    const sum = sumOf(changes, cell.streamId)
    if (old && sameCell(old, cell)) {
      sum.same++
      changes.confirmed.add(old.importId)
    } else if (old && cell.state === 'not-reported' && old.state === 'reported') {
      oddities.add({ kind: 'kept' })
    } else {
      sum.total += (cell.count ?? 0) - (old?.count ?? 0)
      sum.reportedDays += reportedDays(cell) - (old ? reportedDays(old) : 0)
      if (old) noteChange(changes, sum, { old, cell })
      else {
        sum.added++
        changes.added.push(cell)
      }
    }
  }
}

function noteChange(
  changes: Changes,
  sum: StreamSum,
  { old, cell }: { old: KnownCell; cell: RegistrationCell },
): void {
  const { districtCode, streamId, day } = cell
  sum.changed++
  changes.changed.push(cell)
  if (changes.shown.length < mostShown)
    changes.shown.push({ districtCode, streamId, day, before: facts(old), after: facts(cell) })
}

function facts({ state, count, spanDays }: RegistrationCell) {
  return { state, count, spanDays }
}

function sumOf(changes: Changes, streamId: string): StreamSum {
  const known = changes.streams.get(streamId)
  if (known) return known
  const fresh = { streamId, added: 0, changed: 0, same: 0, total: 0, reportedDays: 0 }
  changes.streams.set(streamId, fresh)
  return fresh
}

export function reportedDays({ state, spanDays }: RegistrationCell): number {
  return state === 'reported' ? spanDays : 0
}
