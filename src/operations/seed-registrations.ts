import type { App } from '../app.js'
import type { Actor } from '../domain/actor.js'
import { groupBy } from '../domain/group.js'
import { importSums, unreadReport } from '../domain/import-report.js'
import { compareCells, noChanges } from '../domain/registration-changes.js'
import { Oddities } from '../domain/registration-oddity.js'
import type { Reading } from '../domain/registration-sheet.js'
import type { RegistrationCell } from '../domain/registration.js'
import type { Day, Instant } from '../domain/time.js'
import { keepChanges, recordImport } from './commit-registration-import.js'
import { newImport } from './receive-registrations.js'

export interface SeededLot {
  districtCode: string
  streamId: string
  day: Day
  size: number
  firmKey: string
}

export interface Delivery {
  /** Shown as the name of its file. */
  name: string
  /** When it became known: later than every delivery before it. */
  at: Instant
  cells: readonly RegistrationCell[]
  lots?: readonly SeededLot[]
}

/** Makes cells known at a moment without a file: how a simulated season comes in. Cells that say nothing new change nothing. */
export async function seedRegistrations(app: App, actor: Actor, delivery: Delivery): Promise<string> {
  return app.store.write(async store => {
    const last = await store.registrations.lastKnownFrom()
    if (last !== null && delivery.at <= last)
      throw new RangeError(`known at ${delivery.at}, but ${last} was already past`)
    const bytes = { length: 0 }
    const batch = newImport(app, actor, { name: delivery.name, sha256: '', bytes, source: 'demo' })
    const days = delivery.cells.map(cell => cell.day).toSorted()
    const period = { from: days[0] ?? '', to: days.at(-1) ?? '' }
    const changes = noChanges()
    for (const [districtCode, cells] of groupBy(delivery.cells, cell => cell.districtCode)) {
      const streamIds = [...new Set(cells.map(cell => cell.streamId))]
      const known = await store.registrations.knownCells({ districtCode, streamIds, ...period })
      compareCells(cells, known, { changes, oddities: new Oddities() })
    }
    const report = {
      ...unreadReport([], []),
      firstDay: period.from,
      lastDay: period.to,
      confirmed: [...changes.confirmed],
    }
    const sums = importSums(report, changes)
    const kept = {
      ...batch,
      ...sums,
      sha256: `demo ${batch.id}`,
      receivedAt: delivery.at,
      committedAt: delivery.at,
    }
    await store.registrationImports.insert({
      ...kept,
      committedBy: kept.receivedBy,
      reading: noReading,
      report,
    })
    const known = { from: delivery.at, importId: batch.id }
    await keepChanges(store, changes, known)
    const lots = (delivery.lots ?? []).map(lot => ({
      ...lot,
      id: app.newId(),
      knownFrom: known.from,
      knownTo: null,
      importId: batch.id,
    }))
    await store.registrations.insertLots(lots)
    await recordImport(app, store, actor, kept)
    return batch.id
  })
}

const noReading: Reading = {
  wide: null,
  format: { kind: 'csv', encoding: 'utf-8', separator: ',' },
  dataFrom: 1,
  headings: [],
  roles: [],
  dayOrder: null,
  dash: null,
  measure: 'daily',
  measureChosen: true,
  lots: null,
  streamNames: {},
  leftOut: [],
}
