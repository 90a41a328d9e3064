/**
 * Partners answer and upload over HTTP while the process is killed at random moments. After each restart every answer
 * that got its success page must be there exactly once, and every file that is referenced must be whole.
 */
import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { killFindings } from './kill-findings.js'
import { answer, prove, startProcess } from './kill-process.js'
import { newEnvironment, prepare, runsAWeek } from './kill-world.js'

export interface KillReport {
  kills: number
  /** Answers and uploads that got their success page, and those that were under way when the process was killed. */
  confirmed: number
  cutOff: number
  uploads: number
  problems: string[]
}

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
  report.problems = await killFindings(env, { acknowledged, uploaded, weeks: world.weeks })
  return report
}

/** The minimal standard generator of Park and Miller: fixed moments for a fixed seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}
