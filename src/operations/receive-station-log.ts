import type { App } from '../app.js'
import type { Actor } from '../domain/actor.js'
import { Conflict, Invalid } from '../domain/errors.js'
import type { LogPeriod } from '../domain/log-day.js'
import { daysBetween } from '../domain/time.js'
import { logRows, readLogAsFound } from '../domain/read-log.js'
import { logStatus, type LogReading, type LogRow, type StationLog } from '../domain/station-log.js'
import type { Outlet } from '../domain/outlet.js'
import { keepFile } from './keep-file.js'
import { record } from './record.js'

export interface ReceivedLog {
  outlet: Outlet
  period: LogPeriod
  upload: { bytes: Buffer; name: string } | undefined
  /** Pasted instead of a file. */
  text: string
}

/** A month of a station that lists every spot of everybody stays below it. */
const mostRows = 5_000
const longestPeriod = 92

/** Reads a log and keeps it as a preview: nothing counts yet. The same log again leads to the preview that waits. */
export async function receiveStationLog(app: App, actor: Actor, received: ReceivedLog): Promise<string> {
  const { outlet, period } = received
  if (actor.kind === 'system') throw new Conflict('not-allowed')
  if (daysBetween(period.first, period.last) > longestPeriod)
    throw new Invalid({ last: { code: 'log-too-long', values: { most: longestPeriod } } })
  const { bytes, name } = givenOf(received)
  const rows = await rowsOf(app, bytes)
  const habits = await app.store.stationLogs.habits(outlet.id)
  const { reading } = found(rows, { period, medium: outlet.medium }, habits?.reading)
  const stored = await app.files.keep(bytes)
  return app.store.write(async store => {
    const mediaType = bytes[0] === 0x50 && bytes[1] === 0x4b ? workbook : 'text/plain'
    const file = await keepFile(app, store, { ...noPicture, ...stored, mediaType, originalName: name })
    const known = await store.stationLogs.findWithFile(outlet.id, file.id, period.first)
    if (known && logStatus(known) === 'preview') return known.id
    if (known) throw new Invalid({ file: { code: 'log-again', values: { file: known.fileName } } })
    const log: StationLog = {
      id: app.newId(),
      outletId: outlet.id,
      period,
      fileId: file.id,
      fileName: name,
      receivedAt: app.clock.now(),
      receivedByContact: actor.kind === 'contact' ? actor.id : null,
      receivedByUser: actor.kind === 'user' ? actor.id : null,
      reading,
      rows,
      names: habits?.names ?? {},
      missing: 'did-not-run',
      committedAt: null,
      discardedAt: null,
      evidenceId: null,
      grade: null,
      finding: null,
      trustedAt: null,
      trustedBy: null,
      trustReason: null,
      version: 1,
    }
    await store.stationLogs.insert(log)
    await record(app, store, actor, {
      action: 'log-received',
      subject: ['station-log', log.id],
      after: { outlet: outlet.name, fileName: name, sha256: stored.sha256, rows: rows.length },
    })
    return log.id
  })
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const noPicture = { perceptualHash: null, width: null, height: null, seconds: null }

function givenOf({ upload, text }: ReceivedLog): { bytes: Buffer; name: string } {
  if (Boolean(upload) === (text !== ''))
    throw new Invalid({ file: { code: upload ? 'log-file-or-text' : 'log-missing' } })
  return upload ?? { bytes: Buffer.from(text), name: 'log.txt' }
}

/** Rows of every sheet that is not hidden. */
async function rowsOf(app: App, bytes: Buffer): Promise<LogRow[]> {
  const rows: LogRow[] = []
  for (const table of await app.tables.sheets(bytes)) {
    if (table.format.kind === 'xlsx' && table.format.hidden) continue
    for await (const batch of table.batches()) rows.push(...logRows(table.format, batch))
    if (rows.length > mostRows)
      throw new Invalid({ file: { code: 'too-many-rows', values: { most: mostRows } } })
  }
  return rows
}

function found(
  rows: LogRow[],
  question: Parameters<typeof readLogAsFound>[1],
  remembered: LogReading | undefined,
) {
  const result = readLogAsFound(rows, question, remembered)
  const outside = result.read.rows.some(({ meaning }) => meaning === 'outside')
  if (result.read.entries.length === 0)
    throw new Invalid({ file: { code: outside ? 'log-other-days' : 'log-no-runs' } })
  return result
}
