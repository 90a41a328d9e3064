/**
 * Runs what is due. The clock's tick only wakes it: when a job is due, who runs it and how it ended stands in the
 * database, so that a job missed while the process was down runs once at start, and two processes never both run it.
 */
import cron, { type ScheduledTask } from 'node-cron'
import type { App } from '../app.js'
import { nextDue } from '../domain/schedule.js'
import { addMinutes } from '../domain/time.js'
import { jobNames, timetable, type JobName } from './timetable.js'

export type Job = (app: App) => Promise<string>

export interface Dispatcher {
  /** Runs whatever is due; resolves when it is done. */
  run(): Promise<void>
  wake(job: JobName): void
  start(): Promise<void>
  stop(): Promise<void>
}

const leaseMinutes = 30

export function createDispatcher(app: App, jobs: Record<JobName, Job>): Dispatcher {
  let running: Promise<void> | undefined
  let again = false
  let stopped = false
  let task: ScheduledTask | undefined
  const woken = new Set<JobName>()

  /** One run at a time; a wake during a run makes one more. */
  function run(): Promise<void> {
    if (stopped) return Promise.resolve()
    if (running) {
      again = true
      return running
    }
    running = runAllDue().finally(() => {
      running = undefined
      if (again) {
        again = false
        void run()
      }
    })
    return running
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
    wake(job) {
      woken.add(job)
      // After the transaction that caused it has been committed.
      setImmediate(
        () => void run().catch(error => app.log.error({ err: error as unknown }, 'dispatcher failed')),
      )
    },
    async start() {
      await makeJobsKnown(app)
      task = cron.schedule('* * * * *', () => run(), { noOverlap: true, timezone: app.clock.zone })
      void run().catch(error => app.log.error({ err: error as unknown }, 'dispatcher failed'))
    },
    async stop() {
      stopped = true
      await task?.destroy()
      await running
    },
  }
}

export async function makeJobsKnown({ store, clock }: App): Promise<void> {
  const now = clock.now()
  await store.write(async tx => {
    for (const name of jobNames) await tx.jobs.ensure(name, nextDue(timetable[name], now, clock.zone))
  })
}

async function runIfDue(app: App, name: JobName, job: Job): Promise<void> {
  const startedAt = app.clock.now()
  const leased = await app.store.write(store =>
    store.jobs.lease(name, startedAt, addMinutes(startedAt, leaseMinutes)),
  )
  if (!leased) return
  const outcome = await job(app).then(
    detail => ({ detail, error: null }),
    (error: unknown) => ({ detail: '', error: error instanceof Error ? error.message : String(error) }),
  )
  if (outcome.error !== null) app.log.error({ job: name, error: outcome.error }, 'job failed')
  const finishedAt = app.clock.now()
  const dueAt =
    outcome.error === null
      ? nextDue(timetable[name], finishedAt, app.clock.zone)
      : addMinutes(finishedAt, Math.min(60, 2 ** leased.attempts))
  await app.store.write(async store => {
    await store.jobs.finish(name, { at: finishedAt, dueAt, error: outcome.error })
    if (outcome.detail === '' && outcome.error === null) return
    await store.jobs.recordRun({
      id: app.newId(),
      name,
      startedAt,
      finishedAt,
      outcome: outcome.error === null ? 'done' : 'failed',
      detail: outcome.error ?? outcome.detail,
    })
  })
}
