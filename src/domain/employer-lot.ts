/** One firm's workers enrolled at once, and what a list of such lots changes of those that are known. */
import type { RegistrationCell } from './registration.js'
import type { Oddities } from './registration-oddity.js'
import { sumOf } from './sum.js'
import type { Day } from './time.js'

export interface EmployerLot {
  districtCode: string
  streamId: string
  day: Day
  size: number
  /** Keyed hash of the firm: the firm itself is never stored. */
  firmKey: string
}

export type KnownLot = EmployerLot & { id: string; importId: string }

export interface LotChanges {
  added: EmployerLot[]
  /** With the lot it replaces. */
  changed: { old: KnownLot; lot: EmployerLot }[]
  same: number
}

export function noLotChanges(): LotChanges {
  return { added: [], changed: [], same: 0 }
}

/** What the preview says of them. */
export interface LotSums {
  added: number
  changed: number
  same: number
  workers: number
  firms: number
}

export function lotSums({ added, changed, same }: LotChanges): LotSums {
  const fresh = [...added, ...changed.map(({ lot }) => lot)]
  const firms = new Set(fresh.map(lot => lot.firmKey)).size
  const workers = sumOf(fresh.map(lot => lot.size))
  return { added: added.length, changed: changed.length, same, workers, firms }
}

/** Lots of one district against those known of it; `confirmed` gathers the imports whose lots come again. */
export function compareLots(
  lots: readonly EmployerLot[],
  known: readonly KnownLot[],
  into: { changes: LotChanges; confirmed: Set<string> },
): void {
  const before = new Map(known.map(lot => [placeOf(lot), lot]))
  for (const lot of lots) {
    const old = before.get(placeOf(lot))
    if (!old) into.changes.added.push(lot)
    else if (old.size === lot.size) {
      into.changes.same++
      into.confirmed.add(old.importId)
    } else into.changes.changed.push({ old, lot })
  }
}

/** Lots that are part of the counts cannot be more than them: told, and kept, for either may be late. */
export function noteLotsBeyondCounts(
  lots: readonly EmployerLot[],
  counts: readonly RegistrationCell[],
  oddities: Oddities,
): void {
  const byDay = new Map<string, number>()
  for (const { streamId, day, size } of lots) {
    const place = `${streamId} ${day}`
    byDay.set(place, (byDay.get(place) ?? 0) + size)
  }
  const reported = new Map(counts.map(cell => [`${cell.streamId} ${cell.day}`, cell.count]))
  for (const [place, size] of byDay) {
    const count = reported.get(place) ?? null
    const districtCode = lots[0]!.districtCode
    if (count === null) oddities.add({ kind: 'lots-without-count', districtCode })
    else if (size > count)
      oddities.add({ kind: 'lots-beyond-count', day: place.slice(-10), districtCode, from: count, to: size })
  }
}

/** The counts that lots make by themselves: all of a day together. */
export function lotCells(lots: readonly EmployerLot[]): RegistrationCell[] {
  const cells = new Map<string, RegistrationCell & { count: number }>()
  for (const { districtCode, streamId, day, size } of lots) {
    const place = `${streamId} ${day}`
    const cell = cells.get(place)
    if (cell) cell.count += size
    else cells.set(place, { districtCode, streamId, day, spanDays: 1, state: 'reported', count: size })
  }
  return [...cells.values()]
}

function placeOf({ streamId, day, firmKey }: EmployerLot): string {
  return `${streamId} ${day} ${firmKey}`
}
