/** Rows per second of an import through the product against the sqlite3 command line's `.import` of the same file. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { compose } from '../../src/compose.js'
import { readConfig } from '../../src/config.js'
import type { UserActor } from '../../src/domain/actor.js'
import { addDays } from '../../src/domain/time.js'
import { commitRegistrationImport } from '../../src/operations/commit-registration-import.js'
import { receiveRegistrations } from '../../src/operations/receive-registrations.js'
import { randomStream } from '../../src/statistics/random.js'
import { median, row } from './print.js'

const rows = 100_000
const rounds = 3

export async function benchImports(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gaung-bench-'))
  try {
    const file = path.join(folder, 'registrations.csv')
    writeFileSync(file, registrationRows())
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      ours.push(await importByProduct(path.join(folder, String(round)), file))
      const time = importBySqlite(path.join(folder, `${round}.sqlite`), file)
      if (time !== undefined) theirs.push(time)
    }
    const rate = rows / (median(ours) / 1000)
    row(`import of ${rows} rows`, `${Math.round(rate)} rows/s, read, checked, previewed and committed`)
    if (theirs.length === 0) return row('sqlite3 .import', 'the sqlite3 command line is not installed')
    const other = rows / (median(theirs) / 1000)
    row(
      'sqlite3 .import of the same file',
      `${Math.round(other)} rows/s; ours is ${(rate / other).toFixed(3)} of it`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A row per day, district and stream, as a branch would send ten years at once. */
function registrationRows(): string {
  const districts = [
    '18.01',
    '18.02',
    '18.03',
    '18.04',
    '18.05',
    '18.06',
    '18.07',
    '18.08',
    '18.09',
    '18.10',
    '18.11',
    '18.12',
    '18.71',
    '18.72',
  ]
  const random = randomStream(1)
  const lines = ['tanggal,kabupaten,jalur,jumlah']
  for (let day = '2010-01-01'; lines.length <= rows; day = addDays(day, 1))
    for (const district of districts)
      for (const stream of ['mandiri', 'perusahaan'])
        if (lines.length <= rows) lines.push(`${day},${district},${stream},${random.poisson(9)}`)
  return `${lines.join('\n')}\n`
}

async function importByProduct(dataFolder: string, file: string): Promise<number> {
  const config = readConfig({ GAUNG_DATA: dataFolder, LOG_LEVEL: 'silent', NODE_ENV: 'production' })
  const { app, connection, dispatcher } = await compose(config)
  const actor: UserActor = { kind: 'user', id: app.newId(), name: 'Bench', role: 'planner' }
  const { kind: _, ...user } = actor
  const account = { email: 'bench@localhost', language: 'id', passwordHash: null, invitedBy: null } as const
  const dates = { createdAt: app.clock.now(), deactivatedAt: null }
  await app.store.write(store => store.users.insert({ ...user, ...account, ...dates }))
  const began = performance.now()
  const { id } = await receiveRegistrations(app, actor, {
    name: 'registrations.csv',
    bytes: readFileSync(file),
    source: 'upload',
  })
  await commitRegistrationImport(app, actor, id, { leaveOutRefused: false })
  const took = performance.now() - began
  await dispatcher.stop()
  await app.compute.close()
  await connection.close()
  return took
}

function importBySqlite(database: string, file: string): number | undefined {
  const script = `create table counts (day text, district text, stream text, count integer);\n.mode csv\n.import --skip 1 ${file} counts\n`
  const began = performance.now()
  const run = spawnSync('sqlite3', [database], { input: script })
  return run.error ? undefined : performance.now() - began
}
