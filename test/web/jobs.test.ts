import { expect } from 'chai'
import { addMinutes } from '../../src/domain/time.js'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { storyBegins } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import { textOf, type Visitor } from '../support/visitor.js'

const t = words.id.system

describe('The page of the jobs', () => {
  let server: TestServer
  let ratna: Visitor
  beforeEach(async () => {
    server = await startServer()
    ratna = await server.signedIn('ratna')
  })
  afterEach(() => server.stop())

  const row = (name: keyof typeof t.jobNames) =>
    ratna
      .all('tbody tr')
      .map(textOf)
      .find(text => text.startsWith(t.jobNames[name]))

  it('lists every job by name, with when it is due', async () => {
    await ratna.open(paths.jobs)
    for (const name of Object.values(t.jobNames)) expect(ratna.text).to.include(name)
    expect(row('tidy')).to.include('17 Nov, 03.00 WIB').and.include(t.jobNever)
  })

  it('runs one now, and tells how it went', async () => {
    await ratna.open(paths.jobs)
    await ratna.submit(t.jobRun, {}, { near: t.jobNames.tidy })
    expect(ratna.text).to.include(t.jobStarted)
    await server.runJobs()
    await ratna.open(paths.jobs)
    expect(row('tidy')).to.include('16 Nov, 09.00 WIB').and.include(t.jobState.done)
    expect(textOf(ratna.find('.section')))
      .to.include(t.jobNames.tidy)
      .and.include(t.jobOutcome.done)
    const [event] = await server.app.store.audit.list({ action: 'job-requested' }, { limit: 5 })
    expect(event).to.include({ subjectKind: 'job', subjectId: 'tidy', actorName: 'Ratna Dewi' })
  })

  it('says which job failed and why, and which is late', async () => {
    const { store } = server.app
    await store.write(tx =>
      tx.jobs.finish('backup', { at: storyBegins, dueAt: addMinutes(storyBegins, 60), error: 'disk full' }),
    )
    await store.write(tx =>
      tx.jobs.finish('find-spikes', { at: storyBegins, dueAt: addMinutes(storyBegins, -11), error: null }),
    )
    await ratna.open(paths.jobs)
    expect(row('backup')).to.include(t.jobState.failing).and.include('disk full')
    expect(row('find-spikes')).to.include(t.jobState.late)
    expect(row('tidy')).to.include(t.jobState.waiting)
  })

  it('renews itself while a job runs, with a script and without, and no longer', async () => {
    await ratna.open(paths.jobs)
    expect([ratna.all('.progress').length, ratna.all('noscript meta').length]).to.deep.equal([0, 0])
    const { store } = server.app
    const now = addMinutes(storyBegins, 24 * 60)
    await store.write(tx => tx.jobs.lease('tidy', now, addMinutes(now, 30)))
    server.clock.set(now)
    await ratna.open(paths.jobs)
    expect(row('tidy')).to.include(t.jobState.running)
    expect(ratna.find('.progress').getAttribute('hx-get')).to.equal(paths.jobs)
    expect(ratna.html)
      .to.include('http-equiv="refresh"')
      .and.match(/htmx\.[0-9a-f]+\.js/)
  })

  it('knows no job that is not there', async () => {
    expect((await ratna.post(paths.jobRun('nothing'), {})).status).to.equal(404)
  })
})
