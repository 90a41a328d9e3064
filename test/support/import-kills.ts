/** An import is killed at random moments: after each, all of it counts or nothing, and it can be repeated. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { compose } from '../../src/compose.js'
import { readConfig } from '../../src/config.js'
import { system } from '../../src/domain/actor.js'
import { addDays } from '../../src/domain/time.js'
import { randomStream } from '../../src/statistics/random.js'
import { importAtOnce } from '../../src/operations/import-at-once.js'
import { newFolder } from './folders.js'
import { newDatabase } from './template.js'

export interface ImportKills {
  kills: number
  /** Found after the kill. */
  nothing: number
  whole: number
  /** Ended before it could be killed. */
  tooLate: number
  problems: string[]
}

const secret = 'the secret of the kills, 32 characters or more'
const places = ['Metro', 'Mesuji', 'Way Kanan', 'Pringsewu']

export async function killWhileImporting(given: {
  kills: number
  rows: number
  seed: number
}): Promise<ImportKills> {
  const { text, total } = sheetOf(given.rows)
  const file = path.join(newFolder(), 'kills.csv')
  writeFileSync(file, text)
  const random = randomStream(given.seed)
  const report: ImportKills = { kills: 0, nothing: 0, whole: 0, tooLate: 0, problems: [] }
  const usual = await importAndKill(await newEnvironment(), file, null)
  for (; report.kills < given.kills; report.kills++) {
    const env = await newEnvironment()
    const ended = await importAndKill(env, file, random.uniform() * usual * 1.1)
    const found = await known(env)
    if (ended === null) report.tooLate++
    if (found === 0) report.nothing++
    else if (found === total) report.whole++
    else report.problems.push(`kill ${report.kills}: ${found} of ${total} counted`)
    await repeat(env, text)
    const again = await known(env)
    if (again !== total) report.problems.push(`kill ${report.kills}: ${again} of ${total} after repeating`)
  }
  return report
}

/** Counts that add up to a number nobody meets by accident. */
function sheetOf(rows: number): { text: string; total: number } {
  const lines = ['tanggal,kabupaten,jalur,jumlah']
  let total = 0
  for (let row = 0; row < rows; row++) {
    const day = addDays('2012-01-01', Math.floor(row / places.length))
    lines.push(`${day},${places[row % places.length]!},mandiri,${(row % 7) + 1}`)
    total += (row % 7) + 1
  }
  return { text: `${lines.join('\n')}\n`, total }
}

type Environment = Record<string, string>

async function newEnvironment(): Promise<Environment> {
  const own = { DATABASE_URL: await newDatabase('story'), GAUNG_DATA: newFolder(), GAUNG_SECRET: secret }
  return { ...own, LOG_LEVEL: 'silent', NODE_ENV: 'production' }
}

/** How long the import took, in milliseconds; null when it was over before the kill. */
async function importAndKill(env: Environment, file: string, after: number): Promise<number | null>
async function importAndKill(env: Environment, file: string, after: null): Promise<number>
async function importAndKill(env: Environment, file: string, after: number | null): Promise<number | null> {
  const child = spawn(process.execPath, ['--import=tsx', 'test/support/import-process.ts', file], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const early = exit.then(([code]) => {
    throw new Error(`the import did not begin: it ended with ${code}`)
  })
  early.catch(() => {})
  await Promise.race([once(child.stdout, 'data'), early])
  const began = performance.now()
  const done = once(child.stdout, 'data').then(() => performance.now() - began)
  if (after === null) {
    const took = await done
    await exit
    return took
  }
  const isOver = await Promise.race([wait(after).then(() => false), done.then(() => true)])
  child.kill('SIGKILL')
  await exit
  return isOver ? null : after
}

async function inApp<T>(
  env: Environment,
  act: (app: Awaited<ReturnType<typeof compose>>['app']) => Promise<T>,
) {
  const { app, connection, dispatcher } = await compose(readConfig(env))
  try {
    return await act(app)
  } finally {
    await dispatcher.stop()
    await app.compute.close()
    await connection.close()
  }
}

function known(env: Environment): Promise<number> {
  return inApp(env, async ({ store }) => {
    const sums = await store.registrations.bucketTotals({ starts: ['2012-01-01'], to: '2099-12-31' })
    return sums.reduce((sum, row) => sum + row.total, 0)
  })
}

/** What a watched folder does with a file it finds again. */
async function repeat(env: Environment, text: string): Promise<void> {
  await inApp(env, async app => {
    const file = { name: 'kills.csv', bytes: Buffer.from(text), source: 'folder' as const }
    await importAtOnce(app, system('read-inbox'), file).catch((error: unknown) => {
      if (!(error instanceof Error) || !JSON.stringify(error).includes('same-file-again')) throw error
    })
  })
}
