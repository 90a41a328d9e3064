/**
 * Runs what is due. The clock's tick only wakes it: when a job is due, who runs it and how it ended stands in the
 * database, so that a job missed while the process was down runs once at start, and two processes never both run it.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import cron, { type ScheduledTask } from 'node-cron'
import type { App } from '../app.js'
import { nextDue } from '../domain/schedule.js'
import { addMinutes, type Instant } from '../domain/time.js'
import type { Task } from '../operations/task.js'
import { watchedTask } from './watched-task.js'
import { jobNames, timetable, type JobName } from './timetable.js'

export type Job = (app: App, task: Task) => Promise<string>

export interface Dispatcher {
  /** Runs whatever is due; resolves when it is done. */
  run(): Promise<void>
  /** Runs one job, due or not; nothing when another process is at it. */
  runNow(job: JobName): Promise<Outcome | undefined>
  wake(job: JobName): void
  start(): Promise<void>
  stop(): Promise<void>
}

export interface Outcome {
  detail: string
  error: string | null
  cancelled: boolean
}

const leaseMinutes = 30

export function createDispatcher(app: App, jobs: Record<JobName, Job>): Dispatcher {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  let stopped = false
  let task: ScheduledTask | undefined
  const woken = new Set<JobName>()
  // A job woken from inside a transaction must not inherit that only the transaction's store may be used.
  const outside = AsyncLocalStorage.snapshot()
  const logFailure = (error: unknown) => app.log.error({ err: error }, 'dispatcher failed')

  /** One run at a time; asked for during a run, one more follows it. */
  function run(): Promise<void> {
    if (stopped) return Promise.resolve()
    if (running) return (next ??= running.then(runNext, runNext))
    running = outside(runAllDue).finally(() => void (running = undefined))
    return running
  }

  function runNext(): Promise<void> {
    next = undefined
    return run()
  }

  async function runAllDue(): Promise<void> {
    await makeWokenDue()
    for (const name of jobNames) {
      if (stopped) return
      await runIfDue(app, name, jobs[name])
    }
  }

  async function makeWokenDue(): Promise<void> {
    const names = [...woken]
    woken.clear()
    if (names.length === 0) return
    const now = app.clock.now()
    await app.store.write(async store => {
      for (const name of names) await store.jobs.wake(name, now)
    })
  }

  return {
    run,
    async runNow(name) {
      await makeJobsKnown(app)
      await app.store.write(store => store.jobs.wake(name, app.clock.now()))
      return runIfDue(app, name, jobs[name])
    },
    wake(job) {
      woken.add(job)
      // After the transaction that caused it has been committed.
      setImmediate(() => void run().catch(logFailure))
    },
    async start() {
      await makeJobsKnown(app)
      task = cron.schedule('* * * * *', () => run(), { noOverlap: true, timezone: app.clock.zone })
      void run().catch(logFailure)
    },
    async stop() {
      stopped = true
      await task?.destroy()
      await running?.catch(logFailure)
    },
  }
}

export async function makeJobsKnown({ store, clock }: App): Promise<void> {
  const now = clock.now()
  await store.write(async tx => {
    for (const name of jobNames) await tx.jobs.ensure(name, nextDue(timetable[name], now, clock.zone))
  })
}

async function runIfDue(app: App, name: JobName, job: Job): Promise<Outcome | undefined> {
  const startedAt = app.clock.now()
  const leased = await app.store.write(store =>
    store.jobs.lease(name, startedAt, addMinutes(startedAt, leaseMinutes)),
  )
  if (!leased) return undefined
  const task = watchedTask(app, name, { cancelled: leased.cancelRequestedAt !== null })
  const outcome = await job(app, task).then(
    (detail): Outcome => ({ detail, error: null, cancelled: false }),
    (error: unknown): Outcome =>
      task.signal.aborted
        ? { detail: '', error: null, cancelled: true }
        : { detail: '', error: error instanceof Error ? error.message : String(error), cancelled: false },
  )
  await task.end()
  if (outcome.error !== null) app.log.error({ job: name, error: outcome.error }, 'job failed')
  await keepOutcome(app, name, { ...outcome, startedAt, attempts: leased.attempts })
  return outcome
}

async function keepOutcome(
  app: App,
  name: JobName,
  { detail, error, cancelled, startedAt, attempts }: Outcome & { startedAt: Instant; attempts: number },
): Promise<void> {
  const { store, clock } = app
  const finishedAt = clock.now()
  const retryAt = addMinutes(finishedAt, Math.min(60, 2 ** attempts))
  const dueAt = error === null ? nextDue(timetable[name], finishedAt, clock.zone) : retryAt
  const outcome = cancelled ? 'cancelled' : error === null ? 'done' : 'failed'
  await store.write(async tx => {
    await tx.jobs.finish(name, { at: finishedAt, dueAt, error, cancelled })
    if (detail === '' && outcome === 'done') return
    await tx.jobs.recordRun({
      id: app.newId(),
      name,
      startedAt,
      finishedAt,
      outcome,
      detail: error ?? detail,
    })
  })
}
