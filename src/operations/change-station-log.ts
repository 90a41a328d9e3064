import type { App, Store } from '../app.js'
import type { Actor } from '../domain/actor.js'
import { Conflict, NotFound } from '../domain/errors.js'
import { logStatus, type LogReading, type StationLog, type TextMeaning } from '../domain/station-log.js'
import { record } from './record.js'

export interface LogChange {
  roles: LogReading['roles']
  names: Record<string, TextMeaning>
  missing: StationLog['missing']
}

/** A person says how the waiting log is to be read. What is kept already is not read anew. */
export async function changeStationLog(app: App, actor: Actor, id: string, change: LogChange): Promise<void> {
  await app.store.write(async store => {
    const log = await mustWait(store, id)
    const reading = log.reading.kind === 'chat' ? log.reading : { ...log.reading, roles: change.roles }
    const names = { ...log.names, ...change.names }
    await store.stationLogs.update({ ...log, reading, names, missing: change.missing })
    await record(app, store, actor, {
      action: 'log-reading-changed',
      subject: ['station-log', id],
      before: { roles: log.reading.roles, missing: log.missing },
      after: { roles: reading.roles, missing: change.missing, names: change.names },
    })
  })
}

export async function discardStationLog(app: App, actor: Actor, id: string): Promise<void> {
  await app.store.write(async store => {
    const log = await mustWait(store, id)
    await store.stationLogs.update({ ...log, discardedAt: app.clock.now() })
    await record(app, store, actor, { action: 'log-discarded', subject: ['station-log', id] })
  })
}

export async function mustWait(store: Store, id: string): Promise<StationLog> {
  const log = await store.stationLogs.find(id)
  if (!log) throw new NotFound('station log')
  if (logStatus(log) !== 'preview') throw new Conflict('wrong-state')
  return log
}
