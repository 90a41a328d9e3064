import { expect } from 'chai'
import type { App } from '../../src/app.js'
import { compose } from '../../src/compose.js'
import { NotFound } from '../../src/domain/errors.js'
import { addMinutes, standingClock } from '../../src/domain/time.js'
import { createDispatcher, type Job } from '../../src/jobs/dispatcher.js'
import { jobNames, type JobName } from '../../src/jobs/timetable.js'
import { stopJob } from '../../src/operations/stop-job.js'
import { newFolder } from '../support/folders.js'
import { storyBegins } from '../support/people.js'
import { actorOf } from '../support/planned.js'
import { newDatabase, testConfig } from '../support/template.js'

describe('A long job', () => {
  let app: App
  let clock: ReturnType<typeof standingClock>
  let close: () => Promise<void>

  beforeEach(async () => {
    const config = testConfig({ DATABASE_URL: await newDatabase('story'), GAUNG_DATA: newFolder() })
    clock = standingClock(storyBegins, config.zone)
    const composed = await compose(config, { clock })
    app = composed.app
    close = async () => {
      await app.compute.close()
      await composed.connection.close()
    }
  })
  afterEach(() => close())

  const judging = async () => (await app.store.jobs.list()).find(({ name }) => name === 'judge-campaigns')!
  const dispatcherOf = (work: Job) => {
    const nothing = Object.fromEntries(jobNames.map(name => [name, () => Promise.resolve('')]))
    return createDispatcher(app, { ...nothing, 'judge-campaigns': work } as Record<JobName, Job>)
  }
  /** Goes on until it is told to stop. */
  const endless: Job = (_, task) => {
    task.progress(0.4)
    return new Promise((_resolve, reject) => {
      task.signal.addEventListener('abort', () => reject(new Error('given up')))
    })
  }

  it('says how far it is, and ends when somebody stops it, which is no failure', async () => {
    const dispatcher = dispatcherOf(endless)
    const running = dispatcher.runNow('judge-campaigns')
    while ((await judging().catch(() => undefined))?.progress !== 0.4)
      await new Promise(resolve => setTimeout(resolve, 20))
    expect(await stopJob(app, actorOf('bayu'), 'judge-campaigns')).to.equal(true)
    expect(await running).to.deep.equal({ detail: '', error: null, cancelled: true })
    expect(await judging()).to.include({
      progress: null,
      leasedUntil: null,
      cancelRequestedAt: null,
      lastError: null,
      lastSucceededAt: null,
    })
    const [run] = await app.store.jobs.runs(1)
    expect(run).to.include({ name: 'judge-campaigns', outcome: 'cancelled' })
    const [event] = await app.store.audit.list({ action: 'job-stopped' }, { limit: 1 })
    expect(event).to.include({ subjectId: 'judge-campaigns', actorName: actorOf('bayu').name })
  })

  it('does not begin when it was stopped before its turn, and runs again when it is due again', async () => {
    let runs = 0
    const dispatcher = dispatcherOf(async (_, { signal }) => {
      await Promise.resolve()
      signal.throwIfAborted()
      return String(++runs)
    })
    await dispatcher.start()
    await dispatcher.run()
    await app.store.write(tx => tx.jobs.wake('judge-campaigns', clock.now()))
    expect(await stopJob(app, actorOf('bayu'), 'judge-campaigns')).to.equal(true)
    await dispatcher.run()
    expect(runs).to.equal(0)
    clock.set(addMinutes(storyBegins, 24 * 60))
    await dispatcher.run()
    expect(runs).to.equal(1)
    await dispatcher.stop()
  })

  it('that does not run is not stopped, and mail cannot be', async () => {
    const dispatcher = dispatcherOf(endless)
    await dispatcher.start()
    expect(await stopJob(app, actorOf('bayu'), 'judge-campaigns')).to.equal(false)
    const refused = await stopJob(app, actorOf('bayu'), 'deliver-mail').catch((error: unknown) => error)
    expect(refused).to.be.instanceOf(NotFound)
    expect(await app.store.audit.list({ action: 'job-stopped' }, { limit: 1 })).to.deep.equal([])
    await dispatcher.stop()
  })
})
