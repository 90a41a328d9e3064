import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { NotFound } from '../domain/errors.js'
import { stoppableJobs } from '../domain/schedule.js'
import { record } from './record.js'

/** Asks for a job that runs, or is about to, to stop: it does at its next look. False when there is nothing to stop. */
export async function stopJob(app: App, actor: UserActor, name: string): Promise<boolean> {
  if (!stoppableJobs.includes(name)) throw new NotFound('job')
  return app.store.write(async store => {
    const isStopping = await store.jobs.requestCancel(name, app.clock.now())
    if (isStopping) await record(app, store, actor, { action: 'job-stopped', subject: ['job', name] })
    return isStopping
  })
}
