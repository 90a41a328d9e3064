import { expect } from 'chai'
import { addMinutes } from '../../src/domain/time.js'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { people, storyBegins } from '../support/people.js'
import { anApprovedCampaign } from '../support/planned.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id.results

describe('The result of a campaign', () => {
  let server: TestServer
  let bayu: Visitor
  let page: string
  beforeEach(async () => {
    server = await startServer()
    bayu = await server.signedIn('bayu')
    page = paths.campaignResult((await anApprovedCampaign(server)).id)
  })
  afterEach(() => server.stop())

  it('is judged in the background when a planner asks, and says that nothing has run', async () => {
    await bayu.open(page)
    expect(bayu.text).to.include(t.notJudged)
    await bayu.submit(t.judge)
    expect([bayu.path, bayu.text.includes(t.started)]).to.deep.equal([page, true])
    await server.runJobs()
    await bayu.open(page)
    expect(bayu.text).to.include(words.id.verdicts['cannot-judge'])
    expect(bayu.text).to.include(t.reasons['nothing-ran']())
    expect(bayu.all('.progress').length).to.equal(0)
    const [event] = await server.app.store.audit.list({ action: 'job-requested' }, { limit: 1 })
    expect(event).to.include({ subjectId: 'judge-campaigns', actorName: people.bayu.name })
  })

  it('shows how far the judgement is, with a script and without, and a button that stops it', async () => {
    const { store } = server.app
    const now = addMinutes(storyBegins, 24 * 60)
    await store.write(tx => tx.jobs.lease('judge-campaigns', now, addMinutes(now, 30)))
    await store.write(tx => tx.jobs.goOn('judge-campaigns', 0.25))
    server.clock.set(now)
    await bayu.open(page)
    expect(bayu.find('.progress progress').getAttribute('value')).to.equal('0.25')
    expect(bayu.text).to.include(t.runningShare('25%'))
    expect(bayu.html).to.include('http-equiv="refresh"')
    await bayu.submit(t.cancel)
    expect([bayu.path, bayu.text.includes(t.cancelled)]).to.deep.equal([page, true])
    const job = (await store.jobs.list()).find(({ name }) => name === 'judge-campaigns')!
    expect(job.cancelRequestedAt).to.equal(now)
  })

  it('tells an auditor how far it is, and offers no button', async () => {
    const { store } = server.app
    const now = addMinutes(storyBegins, 24 * 60)
    await store.write(tx => tx.jobs.lease('judge-campaigns', now, addMinutes(now, 30)))
    server.clock.set(now)
    const maruli = await server.signedIn('maruli')
    await maruli.open(page)
    expect(maruli.text).to.include(t.running)
    expect(maruli.text).not.to.include(t.cancel)
    expect((await maruli.post(`${page.replace(/result$/, 'judgement')}/stop`, {})).status).to.equal(403)
  })
})
