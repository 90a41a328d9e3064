/** Rows of a sheet of outlets → what each would add or change, or why it is refused. */
import type { Outlet } from './outlet.js'
import type { ImportedOutlet, OutletPlan, PlannedOutlet, RefusedRow, RowRefusal } from './outlet-import.js'
import type { OutletSheet, SheetRole } from './outlet-sheet.js'
import { outletCore, outletNameKey, saysNothing, writtenMedium, writtenPeriod } from './outlet-words.js'
import type { TableRow } from './table.js'
import { dayIn, writtenDay } from './written-day.js'

type Part = Pick<OutletPlan, 'outlets' | 'refused' | 'notes'>

const longest = 120

export function planOutletRows(
  rows: readonly TableRow[],
  sheet: OutletSheet,
  known: readonly Outlet[],
): Part {
  const byKey = new Map(known.map(outlet => [outletNameKey(outlet.name), outlet]))
  const byCore = new Map(known.map(outlet => [outletCore(outlet.name), outlet.name]))
  const seen = new Map<string, number>()
  const part: Part = { outlets: [], refused: [], notes: [] }
  for (const row of rows) {
    const cell = (role: SheetRole) => row.cells[sheet.roles.indexOf(role)] ?? ''
    const refuse = (role: SheetRole, reason: RowRefusal, detail = '') =>
      part.refused.push(refusedAt(row, sheet, { role, reason, detail }))
    const name = cell('name')
    const key = outletNameKey(name)
    const old = byKey.get(key)
    const twice = seen.get(key)
    const like = old ? undefined : byCore.get(outletCore(name))
    if (key === '') refuse('name', 'name-missing')
    else if (name.length > longest) refuse('name', 'too-long')
    else if (twice !== undefined) refuse('name', 'name-twice', String(twice))
    else if (like !== undefined && outletCore(name) !== '') refuse('name', 'name-like-known', like)
    else {
      seen.set(key, row.line)
      const read = factsOf(cell, old)
      if ('reason' in read) refuse(read.role, read.reason)
      else part.outlets.push(planned(row.line, read, old))
      if (!old && 'medium' in read && saysNothing(cell('period'))) part.notes = ['period-assumed']
    }
  }
  return part
}

type Cell = (role: SheetRole) => string

/** What an empty cell leaves open stays as it is known; what is written must be understood. */
function factsOf(
  cell: Cell,
  old: Outlet | undefined,
): ImportedOutlet | { role: SheetRole; reason: RowRefusal } {
  const text = (role: 'city' | 'ownerGroup' | 'licence') => {
    const written = cell(role)
    return saysNothing(written) ? (old?.[role] ?? '') : written
  }
  const medium = saysNothing(cell('medium')) ? old?.medium : writtenMedium(cell('medium'))
  if (!medium) {
    return { role: 'medium', reason: saysNothing(cell('medium')) ? 'medium-missing' : 'medium-unknown' }
  }
  const usual = old?.period ?? (medium === 'print' ? 'daily' : 'continuous')
  const period = saysNothing(cell('period')) ? usual : writtenPeriod(cell('period'))
  if (!period) return { role: 'period', reason: 'period-unknown' }
  const until = cell('licenceUntil')
  const written = saysNothing(until) ? undefined : writtenDay(until)
  const day = written ? dayIn(written, 'day-month') : null
  if (!saysNothing(until) && day === null) return { role: 'licenceUntil', reason: 'day-unreadable' }
  const long = (['city', 'ownerGroup', 'licence'] as const).find(role => text(role).length > longest)
  if (long) return { role: long, reason: 'too-long' }
  return {
    name: old?.name ?? cell('name'),
    medium,
    period,
    ownerGroup: text('ownerGroup'),
    city: text('city'),
    licence: text('licence'),
    licenceUntil: day ?? old?.licenceUntil ?? null,
  }
}

function planned(line: number, facts: ImportedOutlet, old: Outlet | undefined): PlannedOutlet {
  if (!old) return { line, change: 'new', id: null, facts, differs: [] }
  const differs = (Object.keys(facts) as (keyof ImportedOutlet)[]).filter(key => facts[key] !== old[key])
  return { line, change: differs.length > 0 ? 'changed' : 'same', id: old.id, facts, differs }
}

export function refusedAt(
  row: TableRow,
  sheet: OutletSheet,
  { role, reason, detail }: { role: SheetRole; reason: RowRefusal; detail: string },
): RefusedRow {
  const index = sheet.roles.indexOf(role)
  return {
    line: row.line,
    heading: sheet.headings[index] ?? '',
    written: (row.cells[index] ?? '').slice(0, 80),
    reason,
    detail,
  }
}
