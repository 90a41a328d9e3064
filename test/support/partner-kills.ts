/**
 * Partners answer and upload over HTTP while the process is killed at random moments. After each restart every answer
 * that got its success page must be there exactly once, and every file that is referenced must be whole.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { compose } from '../../src/compose.js'
import { readConfig } from '../../src/config.js'
import type { Store } from '../../src/db/store.js'
import type { Broadcast } from '../../src/domain/broadcast.js'
import { plainAnswer } from '../../src/domain/confirmation.js'
import { addDays, mondayOf } from '../../src/domain/time.js'
import { confirmBroadcasts } from '../../src/operations/confirm-broadcasts.js'
import { newFolder } from './folders.js'
import { putOnAir, weekAddress } from './on-air.js'
import { contacts, outlets } from './people.js'
import { newDatabase } from './template.js'

export interface KillReport {
  kills: number
  /** Answers and uploads that got their success page, and those that were under way when the process was killed. */
  confirmed: number
  cutOff: number
  uploads: number
  problems: string[]
}

interface Week {
  address: string
  broadcasts: Broadcast[]
}

const secret = 'the secret of the kills, 32 characters or more'
/** Each a week: one broadcast ran before and is proven again and again, the others are answered once. */
const runsAWeek = 85
/** Requests sent at once before each kill: answers, and one upload. */
const answersAtOnce = 6
const latestKill = 1500

export async function killWhilePartnersAnswer(given: {
  kills: number
  seed: number
  /** How the process is started. */
  command: readonly string[]
}): Promise<KillReport> {
  const env = await newEnvironment()
  const world = await prepare(env, Math.ceil((given.kills * answersAtOnce) / (runsAWeek - 1)))
  const report: KillReport = { kills: 0, confirmed: 0, cutOff: 0, uploads: 0, problems: [] }
  const random = randomFrom(given.seed)
  const acknowledged = new Map<string, string>()
  const uploaded = new Set<string>()
  const waiting = world.weeks.flatMap(week =>
    week.broadcasts.slice(1).map(broadcast => ({ week, broadcast })),
  )
  for (; report.kills < given.kills; report.kills++) {
    const running = await startProcess(given.command, env)
    const sent = waiting.splice(0, answersAtOnce).map(async ({ week, broadcast }, i) => {
      await wait(random() * 60 * i)
      const note = `${report.kills}-${broadcast.id}`
      if (await answer(running.url + week.address, broadcast.id, note)) acknowledged.set(broadcast.id, note)
      else report.cutOff++
    })
    const week = world.weeks[report.kills % world.weeks.length]!
    const log = `tanggal;jam;materi\n${report.kills};07.10;M01\n${String(random())}\n`
    const upload = prove(running.url + week.address, week.broadcasts[0]!.id, log).then(done => {
      if (done) uploaded.add(createHash('sha256').update(log).digest('hex'))
      else report.cutOff++
    })
    await Promise.race([wait(random() * latestKill), Promise.all([...sent, upload])])
    running.child.kill('SIGKILL')
    await Promise.all([...sent, upload, running.ended])
  }
  await (await startProcess(given.command, env)).stop()
  report.confirmed = acknowledged.size
  report.uploads = uploaded.size
  report.problems = await look(env, { acknowledged, uploaded, weeks: world.weeks })
  return report
}

type Environment = Record<string, string>

async function newEnvironment(): Promise<Environment> {
  const { PATH = '', HOME = '' } = process.env
  return {
    PATH,
    HOME,
    PORT: '0',
    LOG_LEVEL: 'silent',
    GAUNG_SECRET: secret,
    GAUNG_DATA: newFolder('kills'),
    DATABASE_URL: await newDatabase('story'),
  }
}

/** Weeks of broadcasts, the latest past one first, by the clock on the wall. */
async function prepare(env: Environment, count: number): Promise<{ weeks: Week[] }> {
  return within(env, async app => {
    const weeks: Week[] = []
    const last = addDays(mondayOf(app.clock.today()), -7)
    for (let number = 0; number < count; number++) {
      const monday = addDays(last, -7 * number)
      const { broadcasts } = await putOnAir(app, { monday, runs: runsAWeek, number: number + 1 })
      const address = await weekAddress(app, 'wayan', monday)
      const link = (await app.store.links.findWeek(contacts.wayan.id, monday))!
      const wayan = {
        kind: 'contact',
        id: contacts.wayan.id,
        name: contacts.wayan.name,
        linkId: link.id,
      } as const
      await confirmBroadcasts(app, wayan, link, new Map([[broadcasts[0]!.id, plainAnswer('ran')]]))
      weeks.push({ address, broadcasts })
    }
    return { weeks }
  })
}

async function within<T>(
  env: Environment,
  act: (app: Awaited<ReturnType<typeof compose>>['app']) => Promise<T>,
): Promise<T> {
  const { app, connection, transport } = await compose(readConfig({ ...env, NODE_ENV: 'test' }))
  try {
    return await act(app)
  } finally {
    await app.compute.close()
    app.files.close()
    transport.close()
    await connection.close()
  }
}

interface Process {
  child: ChildProcess
  url: string
  ended: Promise<unknown>
  stop(): Promise<void>
}

function startProcess(command: readonly string[], env: Environment): Promise<Process> {
  const child = spawn(process.execPath, [...command], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise(resolve => child.once('close', resolve))
  return new Promise((resolve, reject) => {
    let text = ''
    void ended.then(() => reject(new Error(`it did not start:\n${text}`)))
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString()
      const url = /^Gaung: (\S+)$/m.exec(text)?.[1]
      if (!url) return
      const stop = async () => {
        child.kill('SIGTERM')
        await ended
      }
      resolve({ child, url, ended, stop })
    })
  })
}

function answer(week: string, id: string, note: string): Promise<boolean> {
  const body = new URLSearchParams({ id, [`what-${id}`]: 'not-known', [`note-${id}`]: note })
  return succeeds(`${week}/exceptions`, body)
}

function prove(week: string, id: string, log: string): Promise<boolean> {
  const body = new FormData()
  body.append('outletId', outlets.gema.id)
  body.append('broadcastIds', id)
  body.append('kind', 'other')
  body.append('file', new File([log], 'log.csv'))
  return succeeds(`${week}/proof`, body)
}

/** Whether the way to the success page came back. */
async function succeeds(url: string, body: URLSearchParams | FormData): Promise<boolean> {
  try {
    const response = await fetch(url, { method: 'POST', body, redirect: 'manual' })
    const leads = response.headers.get('location') ?? ''
    if (response.status !== 303) throw new Refused(`${url}: ${response.status}`)
    return leads.includes('saved=')
  } catch (error) {
    if (error instanceof Refused) throw error
    return false
  }
}

class Refused extends Error {}

function look(
  env: Environment,
  given: { acknowledged: Map<string, string>; uploaded: Set<string>; weeks: Week[] },
): Promise<string[]> {
  return within(env, async ({ store }) => [
    ...(await answerProblems(store, given)),
    ...(await fileProblems(store, env, given)),
  ])
}

/** Every broadcast was asked for once: no answer is there twice, and none that was confirmed is missing or another. */
async function answerProblems(
  store: Store,
  { acknowledged, weeks }: { acknowledged: Map<string, string>; weeks: Week[] },
): Promise<string[]> {
  const problems: string[] = []
  for (const { id } of weeks.flatMap(week => week.broadcasts.slice(1))) {
    const history = await store.confirmations.history(id)
    if (history.length > 1) problems.push(`${id} has ${history.length} answers`)
    const promised = acknowledged.get(id)
    if (promised !== undefined && history[0]?.note !== promised) problems.push(`${id} lost its answer`)
  }
  return problems
}

/** What is referenced is on the disk, whole; what was confirmed is referenced, once. */
async function fileProblems(
  store: Store,
  env: Environment,
  { uploaded, weeks }: { uploaded: Set<string>; weeks: Week[] },
): Promise<string[]> {
  const problems: string[] = []
  const kept = await store.evidence.listOf(weeks.map(week => week.broadcasts[0]!.id))
  const times = new Map<string, number>()
  for (const { fileId } of kept) {
    const { sha256 } = (await store.evidence.findFile(fileId!))!
    times.set(sha256, (times.get(sha256) ?? 0) + 1)
    const file = path.join(env['GAUNG_DATA']!, 'files', sha256.slice(0, 2), sha256)
    const found = createHash('sha256').update(readFileSync(file)).digest('hex')
    if (found !== sha256) problems.push(`${sha256} is not whole`)
  }
  for (const [sha256, count] of times) if (count > 1) problems.push(`${sha256} is there ${count} times`)
  for (const sha256 of uploaded) if (!times.has(sha256)) problems.push(`${sha256} was confirmed and is lost`)
  return problems
}

/** The minimal standard generator of Park and Miller: fixed moments for a fixed seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}
