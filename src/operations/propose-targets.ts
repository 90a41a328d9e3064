import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Invalid, mustAllow, NotFound } from '../domain/errors.js'
import { keyBy } from '../domain/group.js'
import { streamAliases } from '../domain/stream-alias.js'
import { sumOf } from '../domain/sum.js'
import type { TableRow } from '../domain/table.js'
import type { Target, TargetVersion } from '../domain/target.js'
import { mayApproveTargets, mayDiscardTargets, maySubmitTargets, versionInForce } from '../domain/target.js'
import {
  readTargetSheet,
  type TargetColumn,
  type TargetMistake,
  type TargetSheet,
} from '../domain/target-sheet.js'
import { record } from './record.js'

export interface TargetProposal {
  year: number
  reason: string
  bytes: Buffer
}

/** A sheet is taken whole or not at all: otherwise what is wrong with it, or the column that is missing. */
export type Proposed = { version: TargetVersion } | { mistakes: TargetMistake[] } | { missing: TargetColumn }

/** Takes a list of targets as a new version of its year. It counts once somebody else has approved it. */
export async function proposeTargets(
  app: App,
  actor: UserActor,
  { year, reason, bytes }: TargetProposal,
): Promise<Proposed> {
  const sheet = await readSheet(app, bytes, year)
  if (sheet.missing) return { missing: sheet.missing }
  if (sheet.mistakes.length > 0) return { mistakes: sheet.mistakes }
  if (sheet.targets.length === 0) throw new Invalid({ file: { code: 'nothing-to-import' } })
  const { sha256 } = await app.files.keep(bytes)
  const version = await keepTargetVersion(app, actor, {
    year,
    reason,
    targets: sheet.targets,
    from: { sha256 },
  })
  return { version }
}

/** A draft with the next number of its year. `from` says in the audit what it was made of. */
export async function keepTargetVersion(
  app: App,
  actor: UserActor,
  { year, reason, targets, from }: { year: number; reason: string; targets: Target[]; from: object },
): Promise<TargetVersion> {
  return app.store.write(async store => {
    const versions = await store.targets.versions(year)
    const number = Math.max(0, ...versions.map(version => version.number)) + 1
    const open = { submittedAt: null, submittedBy: null, approvedAt: null, approvedBy: null }
    const version: TargetVersion = {
      id: app.newId(),
      year,
      number,
      reason,
      authors: [actor.id],
      createdAt: app.clock.now(),
      ...open,
    }
    await store.targets.insert(version, targets)
    const total = sumOf(targets.map(target => target.amount))
    await record(app, store, actor, {
      action: 'targets-proposed',
      subject: ['target-version', version.id],
      after: { year, number, reason, ...from, rows: targets.length, total },
    })
    return version
  })
}

async function readSheet(app: App, bytes: Buffer, year: number): Promise<TargetSheet> {
  const table = await app.tables.open(bytes)
  const rows: TableRow[] = []
  for await (const batch of table.batches()) rows.push(...batch)
  const [districts, aliases, streams] = await Promise.all([
    app.store.districts.list(),
    app.store.districts.aliases(),
    app.store.streams.list(),
  ])
  const names = { districts: aliases, streams: streamAliases(streams) }
  return readTargetSheet(rows, { names, districts: keyBy(districts, district => district.code), year })
}

export async function submitTargets(app: App, actor: UserActor, id: string): Promise<void> {
  await app.store.write(async store => {
    const version = await versionOf(store, id)
    mustAllow(maySubmitTargets(version))
    const authors = [...new Set([...version.authors, actor.id])]
    await store.targets.submit({ id, authors }, { at: app.clock.now(), by: actor.id })
    await recordStep(app, store, actor, { action: 'targets-submitted', version })
  })
}

/** From now on these targets count for their year. */
export async function approveTargets(app: App, actor: UserActor, id: string): Promise<void> {
  await app.store.write(async store => {
    const version = await versionOf(store, id)
    mustAllow(
      mayApproveTargets(version, actor.id, versionInForce(await store.targets.versions(version.year))),
    )
    await store.targets.approve(id, { at: app.clock.now(), by: actor.id })
    await recordStep(app, store, actor, { action: 'targets-approved', version })
  })
}

export async function discardTargets(app: App, actor: UserActor, id: string): Promise<void> {
  await app.store.write(async store => {
    const version = await versionOf(store, id)
    mustAllow(mayDiscardTargets(version, actor.id))
    await store.targets.remove(id)
    await recordStep(app, store, actor, { action: 'targets-discarded', version })
  })
}

async function versionOf(store: Store, id: string): Promise<TargetVersion> {
  const version = await store.targets.findVersion(id)
  if (!version) throw new NotFound('target version')
  return version
}

async function recordStep(
  app: App,
  store: Store,
  actor: UserActor,
  { action, version }: { action: string; version: TargetVersion },
): Promise<void> {
  const { id, year, number, reason } = version
  await record(app, store, actor, {
    action,
    subject: ['target-version', id],
    after: { year, number, reason },
  })
}
