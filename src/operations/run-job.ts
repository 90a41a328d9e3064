import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { NotFound } from '../domain/errors.js'
import { record } from './record.js'

/** Makes a job due now. One that is running runs once more afterwards. */
export async function runJob(app: App, actor: UserActor, name: string): Promise<void> {
  const known = (await app.store.jobs.list()).find(job => job.name === name)
  if (!known) throw new NotFound('job')
  await app.store.write(async store => {
    await store.jobs.wake(name, app.clock.now())
    await record(app, store, actor, { action: 'job-requested', subject: ['job', name] })
  })
  app.wake(name as Parameters<App['wake']>[0])
}
