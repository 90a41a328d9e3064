import { expect } from 'chai'
import type { App } from '../../src/app.js'
import { compose } from '../../src/compose.js'
import { addMinutes, standingClock } from '../../src/domain/time.js'
import { createDispatcher, type Job } from '../../src/jobs/dispatcher.js'
import { judgeSoon } from '../../src/operations/judge-soon.js'
import type { Task } from '../../src/operations/task.js'
import { jobNames, type JobName } from '../../src/jobs/timetable.js'
import { newFolder } from '../support/folders.js'
import { storyBegins } from '../support/people.js'
import { newDatabase, testConfig } from '../support/template.js'

const nothing: Job = () => Promise.resolve('')
const doing = (jobs: Partial<Record<JobName, Job>>) =>
  ({ ...Object.fromEntries(jobNames.map(name => [name, nothing])), ...jobs }) as Record<JobName, Job>

describe('The dispatcher', () => {
  let app: App
  let clock: ReturnType<typeof standingClock>
  let close: () => Promise<void>
  let runs: string[]

  /** Does its work by writing down that it ran. */
  const noting = (name: JobName, work: Job = nothing) => ({
    [name]: (it: App, task: Task) => {
      runs.push(name)
      return work(it, task)
    },
  })
  const job = async (name: JobName) => (await app.store.jobs.list()).find(each => each.name === name)!

  beforeEach(async () => {
    runs = []
    const config = testConfig({ DATABASE_URL: await newDatabase('empty'), GAUNG_DATA: newFolder() })
    clock = standingClock(storyBegins, config.zone)
    const composed = await compose(config, { clock })
    app = composed.app
    close = async () => {
      await app.compute.close()
      await composed.connection.close()
    }
  })
  afterEach(() => close())

  it('runs a job that was missed while the process was down, once, at the next start', async () => {
    const first = createDispatcher(app, doing({}))
    await first.start()
    await first.stop()
    clock.set('2026-11-26T02:00:00.000Z')
    const second = createDispatcher(app, doing({ ...noting('backup'), ...noting('tidy') }))
    await second.start()
    await second.run()
    await second.stop()
    expect(runs.toSorted()).to.deep.equal(['backup', 'tidy'])
    expect((await job('backup')).dueAt).to.equal('2026-11-26T20:30:00.000Z')
  })

  it('does not run what is not due', async () => {
    const dispatcher = createDispatcher(app, doing(noting('backup')))
    await dispatcher.start()
    await dispatcher.run()
    expect(runs).to.deep.equal([])
    clock.set('2026-11-16T20:29:00.000Z')
    await dispatcher.run()
    expect(runs).to.deep.equal([])
    clock.set('2026-11-16T20:30:00.000Z')
    await dispatcher.run()
    expect(runs).to.deep.equal(['backup'])
    await dispatcher.stop()
  })

  it('leaves alone what another process has, until its lease has ended', async () => {
    const dispatcher = createDispatcher(app, doing(noting('tidy')))
    await dispatcher.start()
    const due = '2026-11-17T00:00:00.000Z'
    clock.set(due)
    await app.store.write(store => store.jobs.lease('tidy', due, addMinutes(due, 30)))
    await dispatcher.run()
    expect(await dispatcher.runNow('tidy')).to.equal(undefined)
    expect(runs).to.deep.equal([])
    clock.set(addMinutes(due, 30))
    await dispatcher.run()
    expect(runs).to.deep.equal(['tidy'])
    await dispatcher.stop()
  })

  it('tries a job that failed again, later each time, and keeps why it failed', async () => {
    let broken = true
    const work = () => (broken ? Promise.reject(new Error('the disk is full')) : Promise.resolve('3 done'))
    const dispatcher = createDispatcher(app, doing(noting('tidy', work)))
    await dispatcher.start()
    const due = '2026-11-17T00:00:00.000Z'
    clock.set(due)
    await dispatcher.run()
    expect(await job('tidy')).to.include({
      lastError: 'the disk is full',
      dueAt: addMinutes(due, 2),
      attempts: 1,
    })
    clock.set(addMinutes(due, 2))
    await dispatcher.run()
    expect(await job('tidy')).to.include({ dueAt: addMinutes(due, 6), attempts: 2 })
    broken = false
    clock.set(addMinutes(due, 6))
    await dispatcher.run()
    expect(await job('tidy')).to.include({
      lastError: null,
      attempts: 0,
      lastSucceededAt: addMinutes(due, 6),
    })
    const kept = (await app.store.jobs.runs(9)).map(({ outcome, detail }) => [outcome, detail])
    expect(kept).to.deep.equal([
      ['done', '3 done'],
      ['failed', 'the disk is full'],
      ['failed', 'the disk is full'],
    ])
    await dispatcher.stop()
  })

  it('goes on with the others when one fails', async () => {
    const failing = noting('deliver-mail', () => Promise.reject(new Error('no')))
    const dispatcher = createDispatcher(app, doing({ ...failing, ...noting('backup') }))
    await dispatcher.start()
    clock.set('2026-11-17T00:00:00.000Z')
    await dispatcher.run()
    expect(runs).to.have.members(['deliver-mail', 'backup'])
    await dispatcher.stop()
  })

  it('runs a job sooner for what came meanwhile, once for all of it', async () => {
    const dispatcher = createDispatcher(app, doing(noting('judge-campaigns')))
    await dispatcher.start()
    const soon = addMinutes(storyBegins, 10)
    await app.store.write(store => judgeSoon(app, store))
    clock.set(addMinutes(storyBegins, 4))
    await app.store.write(store => judgeSoon(app, store))
    await dispatcher.run()
    expect([runs, (await job('judge-campaigns')).dueAt]).to.deep.equal([[], soon])
    clock.set(soon)
    await dispatcher.run()
    await dispatcher.run()
    expect(runs).to.deep.equal(['judge-campaigns'])
    expect((await job('judge-campaigns')).dueAt).to.equal('2026-11-16T19:00:00.000Z')
    await dispatcher.stop()
  })

  it('runs a job again for what came while it was running', async () => {
    const work: Job = () => app.store.write(store => judgeSoon(app, store)).then(() => '')
    const dispatcher = createDispatcher(app, doing(noting('judge-campaigns', work)))
    await dispatcher.start()
    await dispatcher.runNow('judge-campaigns')
    expect((await job('judge-campaigns')).dueAt).to.equal(addMinutes(storyBegins, 10))
    clock.set(addMinutes(storyBegins, 10))
    await dispatcher.run()
    expect(runs).to.deep.equal(['judge-campaigns', 'judge-campaigns'])
    await dispatcher.stop()
  })

  it('runs once more for what is woken during a run', async () => {
    const waking: Job = async () => {
      if (runs.length === 1) dispatcher.wake('deliver-mail')
      return ''
    }
    const dispatcher = createDispatcher(app, doing(noting('deliver-mail', waking)))
    await dispatcher.start()
    dispatcher.wake('deliver-mail')
    await dispatcher.run()
    await dispatcher.run()
    expect(runs).to.deep.equal(['deliver-mail', 'deliver-mail'])
    await dispatcher.stop()
  })

  it('lets a job that was woken inside a change read freely', async () => {
    let users = -1
    const reading: Job = async ({ store }) => {
      users = (await store.users.list()).length
      return ''
    }
    const dispatcher = createDispatcher(app, doing({ 'deliver-mail': reading }))
    await dispatcher.start()
    await app.store.write(async store => {
      await store.settings.save({ officeName: 'Metro' }, storyBegins)
      dispatcher.wake('deliver-mail')
    })
    await new Promise(resolve => setImmediate(resolve))
    await dispatcher.run()
    expect(users).to.equal(0)
    expect((await job('deliver-mail')).lastError).to.equal(null)
    await dispatcher.stop()
  })

  it('runs nothing after it was stopped', async () => {
    const dispatcher = createDispatcher(app, doing(noting('deliver-mail')))
    await dispatcher.start()
    await dispatcher.stop()
    dispatcher.wake('deliver-mail')
    await dispatcher.run()
    expect(runs).to.deep.equal([])
  })
})
