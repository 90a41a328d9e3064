/** Rows of a sheet of coverage → the share of each outlet in each district, or why a cell is refused. */
import { aliasKey, existsOn, type District } from './district.js'
import type { Coverage, Outlet } from './outlet.js'
import type { OutletPlan, PlannedCoverage, RefusedRow, RowRefusal } from './outlet-import.js'
import type { OutletSheet, SheetRole } from './outlet-sheet.js'
import { arePartsOfOne, outletNameKey, saysNothing, writtenShare } from './outlet-words.js'
import { refusedAt } from './plan-outlet-rows.js'
import type { TableRow } from './table.js'
import type { Day } from './time.js'
import { dayIn, writtenDay } from './written-day.js'

export interface CoverageContext {
  outlets: readonly Outlet[]
  coverage: readonly Coverage[]
  districts: ReadonlyMap<string, District>
  /** `aliasKey` of a written name → code. */
  aliases: ReadonlyMap<string, string>
  /** For sheets without columns of their own. */
  source: string
  asOf: Day
}

type Part = Pick<OutletPlan, 'coverage' | 'refused' | 'notes'>
type Refused = { reason: RowRefusal; role: SheetRole; detail?: string; index?: number }

export function planCoverageRows(
  rows: readonly TableRow[],
  sheet: OutletSheet,
  context: CoverageContext,
): Part {
  const columns = sheet.roles.flatMap(shareColumn)
  const ofOne = new Set(
    columns.filter(({ index }) => arePartsOfOne(rows.map(row => row.cells[index] ?? ''))).map(c => c.index),
  )
  const part: Part = { coverage: [], refused: [], notes: ofOne.size > 0 ? ['parts-of-one'] : [] }
  const seen = new Map<string, number>()
  const read = createRowReader(sheet, context)
  for (const row of rows) {
    const facts = read(row)
    if (facts.filledDown && !part.notes.includes('filled-down')) part.notes.push('filled-down')
    for (const { index, code } of columns) {
      const written = row.cells[index] ?? ''
      if (code !== null && saysNothing(written)) continue
      const cell = { written, index, code, ofOne: ofOne.has(index) }
      const found = coverageIn(facts, cell, context)
      if ('reason' in found) part.refused.push(refusal(row, sheet, { index, ...found }))
      else {
        const key = `${found.outletId} ${found.districtCode} ${found.asOf}`
        const twice = seen.get(key)
        if (twice === undefined) part.coverage.push(planned(row.line, found, { facts, context }))
        else
          part.refused.push(
            refusal(row, sheet, { index, role: 'share', reason: 'share-twice', detail: String(twice) }),
          )
        seen.set(key, twice ?? row.line)
      }
    }
  }
  return part
}

/** A column of shares: of the district it names, or of the one its row names. */
function shareColumn(role: string, index: number): { index: number; code: string | null }[] {
  if (role === 'share') return [{ index, code: null }]
  return role.startsWith('share ') ? [{ index, code: role.slice('share '.length) }] : []
}

interface RowFacts {
  outlet: Outlet | undefined
  written: { outlet: string; district: string }
  district: string | undefined
  source: string
  asOf: Day | null
  filledDown: boolean
}

/** An outlet's name stands once and covers the rows below it, as merged cells do. */
function createRowReader(sheet: OutletSheet, context: CoverageContext) {
  const byKey = new Map(context.outlets.map(outlet => [outletNameKey(outlet.name), outlet]))
  const at = (row: TableRow, role: SheetRole) => row.cells[sheet.roles.indexOf(role)] ?? ''
  let last = ''
  return (row: TableRow): RowFacts => {
    const own = at(row, 'name')
    const name = own || last
    last = name
    const district = at(row, 'district')
    const day = at(row, 'asOf')
    const written = saysNothing(day) ? undefined : writtenDay(day)
    return {
      outlet: byKey.get(outletNameKey(name)),
      written: { outlet: name, district },
      district: context.aliases.get(aliasKey(district)),
      source: saysNothing(at(row, 'source')) ? context.source : at(row, 'source').slice(0, 200),
      asOf: saysNothing(day) ? context.asOf : written ? dayIn(written, 'day-month') : null,
      filledDown: own === '' && name !== '',
    }
  }
}

function coverageIn(
  facts: RowFacts,
  cell: { written: string; code: string | null; ofOne: boolean },
  context: CoverageContext,
): Coverage | Refused {
  if (facts.written.outlet === '') return { role: 'name', reason: 'name-missing' }
  if (!facts.outlet) return { role: 'name', reason: 'outlet-unknown', detail: facts.written.outlet }
  const code = cell.code ?? facts.district
  if (code === undefined) {
    return {
      role: 'district',
      reason: facts.written.district === '' ? 'district-missing' : 'district-unknown',
    }
  }
  if (facts.asOf === null) return { role: 'asOf', reason: 'day-unreadable' }
  const district = context.districts.get(code)
  if (district && !existsOn(district, facts.asOf))
    return { role: 'district', reason: 'district-not-then', detail: district.shortName }
  if (facts.source === '') return { role: 'source', reason: 'source-missing' }
  const share = writtenShare(cell.written)
  if (!share) return { role: 'share', reason: 'share-unreadable' }
  const whole = cell.ofOne ? share.value : share.value / 100
  if (whole > 1) return { role: 'share', reason: 'share-over-100' }
  const { source, asOf } = facts
  return {
    outletId: facts.outlet.id,
    districtCode: code,
    share: Math.round(whole * 10_000) / 10_000,
    source,
    asOf,
  }
}

function planned(
  line: number,
  coverage: Coverage,
  { facts, context }: { facts: RowFacts; context: CoverageContext },
): PlannedCoverage {
  const old = context.coverage.find(
    known =>
      known.outletId === coverage.outletId &&
      known.districtCode === coverage.districtCode &&
      known.asOf === coverage.asOf,
  )
  const before = old ? { share: old.share, source: old.source } : null
  return { line, outletName: facts.outlet!.name, coverage, before }
}

/** Of a column of its own a district's cell is named, not the row. */
function refusal(row: TableRow, sheet: OutletSheet, refused: Refused): RefusedRow {
  const { role, reason, detail = '', index } = refused
  const known = refusedAt(row, sheet, { role, reason, detail })
  if (role !== 'share' || index === undefined) return known
  return { ...known, heading: sheet.headings[index] ?? '', written: (row.cells[index] ?? '').slice(0, 80) }
}
