import type { App, Store } from '../app.js'
import type { Actor } from '../domain/actor.js'
import { canonicalJson } from '../domain/audit.js'
import { Conflict, Invalid } from '../domain/errors.js'
import { importSums, type ImportReport, type ImportWithReport } from '../domain/import-report.js'
import { storedBy, type Changes } from '../domain/registration-changes.js'
import { momentAfter, type RegistrationImport } from '../domain/registration.js'
import type { Instant } from '../domain/time.js'
import { mustBePreview, openPreview, savePreview } from './open-import-preview.js'
import { planImport, type ImportPlan } from './plan-registration-import.js'
import { record } from './record.js'

/** Makes a preview count, exactly as it was shown. What changed since it was shown is shown again instead. */
export async function commitRegistrationImport(
  app: App,
  actor: Actor,
  id: string,
  choice: { leaveOutRefused: boolean },
): Promise<RegistrationImport> {
  const basis = await app.store.registrations.lastKnownFrom()
  const { batch, table } = await openPreview(app, id)
  const plan = await planImport(app, { table, reading: batch.reading, columns: batch.report.columns })
  await mustBeAsShown(app, batch, plan)
  mustBeComplete(plan.report, plan.changes, choice)
  const committed = await app.store.write(async store => {
    await mustBePreview(store, id)
    await refuseSameFile(store, batch.sha256)
    if ((await store.registrations.lastKnownFrom()) !== basis) throw new Conflict('changed-meanwhile')
    const at = momentAfter(app.clock.now(), basis)
    const committedBy = actor.kind === 'user' ? actor.id : null
    await keepChanges(store, plan.changes, { from: at, importId: id })
    await keepLots(app, store, plan.changes, { from: at, importId: id })
    const sums = importSums(plan.report, plan.changes)
    await store.registrationImports.update(id, { ...sums, committedAt: at, committedBy })
    await recordImport(app, store, actor, { ...batch, ...sums })
    return { ...batch, ...sums, committedAt: at, committedBy }
  })
  app.wake('find-spikes')
  app.wake('judge-campaigns')
  app.wake('forecast-pace')
  return committed
}

async function mustBeAsShown(app: App, batch: ImportWithReport, plan: ImportPlan): Promise<void> {
  if (canonicalJson(plan.report) === canonicalJson(batch.report)) return
  await app.store.write(store =>
    savePreview(store, batch.id, { report: plan.report, ...importSums(plan.report, plan.changes) }),
  )
  throw new Conflict('changed-meanwhile')
}

function mustBeComplete(
  report: ImportReport,
  changes: Changes,
  { leaveOutRefused }: { leaveOutRefused: boolean },
): void {
  const { refused } = report.rows
  if (report.questions.length > 0) throw new Invalid({ '': { code: 'open-questions' } })
  if (storedBy(changes).stored === 0) throw new Invalid({ '': { code: 'nothing-to-import' } })
  if (refused > 0 && !leaveOutRefused)
    throw new Invalid({ leaveOut: { code: 'has-errors', values: { count: refused } } })
}

async function refuseSameFile(store: Store, sha256: string): Promise<void> {
  const same = await store.registrationImports.findCommittedByHash(sha256)
  if (same) throw new Conflict({ code: 'same-file-again', values: { file: same.fileName } })
}

/** New cells are added; changed ones supersede what was known, which stays known of the time before. */
export async function keepChanges(
  store: Store,
  { added, changed }: Pick<Changes, 'added' | 'changed'>,
  known: { from: Instant; importId: string },
): Promise<void> {
  await store.registrations.supersede(changed, known)
  await store.registrations.add(added, known)
}

/** A lot of another size supersedes what was known of it. */
async function keepLots(
  app: App,
  store: Store,
  { lots: { added, changed } }: Pick<Changes, 'lots'>,
  known: { from: Instant; importId: string },
): Promise<void> {
  await store.registrations.closeLots(
    changed.map(({ old }) => old.id),
    known.from,
  )
  const lots = [...added, ...changed.map(({ lot }) => lot)]
  await store.registrations.insertLots(
    lots.map(lot => ({
      ...lot,
      id: app.newId(),
      knownFrom: known.from,
      knownTo: null,
      importId: known.importId,
    })),
  )
}

export async function recordImport(
  app: App,
  store: Store,
  actor: Actor,
  batch: RegistrationImport,
): Promise<void> {
  const {
    fileName,
    sha256,
    source,
    rowsRead,
    rowsRefused,
    cellsStored,
    cellsChanged,
    totalBefore,
    totalAfter,
    firstDay,
    lastDay,
  } = batch
  await record(app, store, actor, {
    action: 'registrations-imported',
    subject: ['registration-import', batch.id],
    after: {
      fileName,
      sha256,
      source,
      rowsRead,
      rowsRefused,
      cellsStored,
      cellsChanged,
      totalBefore,
      totalAfter,
      firstDay,
      lastDay,
    },
  })
}
