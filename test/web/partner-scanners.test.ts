import { expect } from 'chai'
import { needBrowser, openTab } from '../support/browser.js'
import { dump } from '../support/dump.js'
import { putOnAir, weekAddress, type OnAir } from '../support/on-air.js'
import { startServer, type TestServer } from '../support/server.js'

const monday = '2026-11-23T01:00:00.000Z'

describe('A week’s link', () => {
  let server: TestServer
  let air: OnAir
  let week: string
  before(async () => {
    server = await startServer()
    server.clock.set(monday)
    air = await putOnAir(server.app)
    week = await weekAddress(server.app)
    await server.runJobs()
  })
  after(() => server.stop())

  const everything = async () => {
    await server.runJobs()
    return dump(server.connection)
  }

  it('changes nothing when a mail scanner asks for it, and for all it leads to, with HEAD and GET, again and again', async () => {
    const before = await everything()
    const seen = new Set<string>()
    const waiting = [week]
    const scanner = server.visitor()
    while (waiting.length > 0) {
      const path = waiting.pop()!
      if (seen.has(path)) continue
      seen.add(path)
      for (let again = 0; again < 3; again++) await scanner.send(path, { method: 'HEAD' })
      await scanner.open(path)
      await scanner.open(path)
      expect(scanner.status, path).to.equal(200)
      const links = scanner.all('a, form[method=get]')
      const leads = links.map(link => link.getAttribute('href') ?? link.getAttribute('action')!)
      waiting.push(...leads.filter(href => href.startsWith('/')))
    }
    expect([...seen].filter(path => path.startsWith(week))).to.have.length.above(3)
    expect(await everything()).to.deep.equal(before)
  })

  it('changes nothing when a scanner opens it in a browser and follows every link', async function () {
    this.timeout(30_000)
    needBrowser(this)
    const before = await everything()
    const tab = await openTab(server)
    await tab.open(week)
    const hrefs = await tab.page.locator('a').evaluateAll(links => links.map(link => String(link)))
    expect(hrefs).to.have.length.above(2)
    for (const href of hrefs) await tab.page.goto(href)
    await tab.close()
    expect(await everything()).to.deep.equal(before)
  })

  it('answers for no broadcast of another outlet or another week', async () => {
    const foreign = await putOnAir(server.app, { outlet: 'warta', runs: 1, number: 2 })
    const later = await putOnAir(server.app, { monday: '2026-11-09', runs: 1, number: 3 })
    const clerk = server.visitor()
    for (const [what, { broadcasts }] of Object.entries({ foreign, later })) {
      const { id } = broadcasts[0]!
      const body = { id, [`what-${id}`]: 'did-not-run', [`reason-${id}`]: 'other' }
      await clerk.post(`${week}/exceptions`, body)
      expect(clerk.status, what).to.equal(404)
      await clerk.post(`${week}/exceptions`, { ran: id })
      expect(clerk.status, what).to.equal(404)
      await clerk.post(`${week}/none`, { id, reason: 'other' })
      expect(clerk.status, what).to.equal(404)
      expect(await server.app.store.confirmations.history(id), what).to.deep.equal([])
    }
  })

  it('makes one answer of the same form sent ten times at once', async () => {
    const clerk = server.visitor()
    const sent = Array.from({ length: 10 }, () =>
      clerk.send(`${week}/answer`, { method: 'POST', body: new URLSearchParams({ answer: 'ran' }) }),
    )
    const answers = await Promise.all(sent)
    expect(answers.map(({ status }) => status)).to.deep.equal(Array.from({ length: 10 }, () => 303))
    for (const { id } of air.broadcasts)
      expect(await server.app.store.confirmations.history(id)).to.have.lengthOf(1)
    const events = await server.app.store.audit.after(0, 1000)
    expect(events.filter(({ action }) => action === 'broadcasts-confirmed')).to.have.lengthOf(1)
  })

  it('keeps both of two different answers sent at once, one of them current', async () => {
    const { id } = air.broadcasts[3]!
    const clerk = server.visitor()
    const miss = (reason: string) =>
      new URLSearchParams({ id, [`what-${id}`]: 'did-not-run', [`reason-${id}`]: reason })
    const sent = ['technical', 'forgotten'].map(reason =>
      clerk.send(`${week}/exceptions`, { method: 'POST', body: miss(reason) }),
    )
    for (const { status } of await Promise.all(sent)) expect(status).to.equal(303)
    const history = await server.app.store.confirmations.history(id)
    expect(history.map(({ reason }) => reason).slice(1)).to.have.members(['technical', 'forgotten'])
    expect(history.map(({ isCurrent }) => isCurrent)).to.deep.equal([false, false, true])
  })

  it('never lets “all ran” overrule an exception that came a moment before', async () => {
    const { broadcasts } = await putOnAir(server.app, { runs: 2, number: 4 })
    const { id } = broadcasts[0]!
    const body = new URLSearchParams({ id, [`what-${id}`]: 'did-not-run', [`reason-${id}`]: 'technical' })
    const clerk = server.visitor()
    await Promise.all([
      clerk.send(`${week}/exceptions`, { method: 'POST', body }),
      clerk.send(`${week}/answer`, { method: 'POST', body: new URLSearchParams({ answer: 'ran' }) }),
    ])
    const history = await server.app.store.confirmations.history(id)
    expect(history.at(-1)?.answer).to.equal('did-not-run')
  })
})
