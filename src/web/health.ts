import { Router } from 'express'
import type { App } from '../app.js'

/** `live`: the process answers. `ready`: the database answers too, and no job or mail is stuck. */
export function healthRouter(app: App, state: { stopping: boolean }): Router {
  const router = Router()
  router.get('/health/live', (_req, res) => void res.json({ status: 'live' }))
  router.get('/health/ready', async (_req, res) => {
    const report = await readiness(app).catch(() => ({
      database: 'unreachable' as const,
      jobs: [],
      mail: null,
    }))
    const ready = report.database === 'ok' && !state.stopping
    res
      .status(ready ? 200 : 503)
      .json({ status: ready ? 'ready' : 'not ready', stopping: state.stopping, ...report })
  })
  return router
}

async function readiness({ store, clock }: App) {
  const [jobs, mail] = await Promise.all([store.jobs.list(), store.outbox.counts()])
  const now = clock.now()
  return {
    database: 'ok' as const,
    jobs: jobs.map(job => ({
      name: job.name,
      dueAt: job.dueAt,
      overdue: job.dueAt < now && !job.leasedUntil,
      lastSucceededAt: job.lastSucceededAt,
      failing: job.lastError !== null,
    })),
    mail: { waiting: mail.waiting, failed: mail.failed },
  }
}
