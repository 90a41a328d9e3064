import { gzipSync } from 'node:zlib'
import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { putOnAir, weekAddress, type OnAir } from '../support/on-air.js'
import { people } from '../support/people.js'
import type { TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'
import { aWeekToAnswer, mondayAfter } from '../support/week.js'

const t = words.id

describe('An outlet that answers for its week', () => {
  let server: TestServer
  let air: OnAir
  let week: string
  let clerk: Visitor

  beforeEach(async () => {
    ;({ server, air, week, clerk } = await aWeekToAnswer())
  })
  afterEach(() => server.stop())

  const current = async (index: number) =>
    (await server.app.store.confirmations.current([air.broadcasts[index]!.id])).get(air.broadcasts[index]!.id)

  it('finishes 12 broadcasts with one exception in at most 8 taps, without a script', async () => {
    let taps = 1 // on the link in the mail
    const tap = async (act: Promise<unknown>, more = 0) => {
      taps += 1 + more
      await act
    }
    await clerk.open(week)
    const weights = [await weight(server, clerk)]
    await tap(clerk.follow(t.partner.someDidNot))
    weights.push(await weight(server, clerk))
    const missed = air.broadcasts[4]!.id
    await tap(clerk.submit(t.partner.chooseNext, { id: [missed] }), 1) // a tick, then on
    weights.push(await weight(server, clerk))
    await tap(clerk.submit(t.partner.save, { [`reason-${missed}`]: 'technical' }), 2) // the list, its choice
    weights.push(await weight(server, clerk))
    expect(clerk.text).to.include(t.partner.doneSome('12'))
    expect(taps).to.be.at.most(8)
    expect((await current(4))?.answer).to.equal('did-not-run')
    expect((await current(5))?.answer).to.equal('ran')
    console.log(
      `      ${taps} taps; kB with styles: ${weights.map(bytes => (bytes / 1000).toFixed(1)).join(', ')}`,
    )
    for (const bytes of weights) expect(bytes).to.be.at.most(30_000)
    expect(clerk.all('script')).to.deep.equal([])
  })

  it('types only what was different: time, day, length, material, read live', async () => {
    const [first, second] = air.broadcasts as [OnAir['broadcasts'][0], OnAir['broadcasts'][0]]
    await clerk.open(`${week}/exceptions?step=2&id=${first.id}&id=${second.id}`)
    const different = (id: string, values: Record<string, string>) =>
      Object.fromEntries([
        [`what-${id}`, 'ran-differently'],
        ...Object.entries(values).map(([name, value]) => [`${name}-${id}`, value]),
      ])
    await clerk.submit(t.partner.save, {
      ...different(first.id, {}),
      ...different(second.id, { time: '7.99' }),
    })
    expect(clerk.status).to.equal(422)
    expect(clerk.text).to.include(t.problems['difference-missing']())
    expect(clerk.text).to.include(t.problems['not-a-time']())
    expect(clerk.find(`#time-${second.id}`).getAttribute('value')).to.equal('7.99')
    const other = clerk.all(`#material-${first.id} option`).at(-1)!.getAttribute('value')!
    await clerk.submit(t.partner.save, {
      ...different(first.id, {
        day: '2026-11-17',
        time: '00.10',
        seconds: '25',
        material: other,
        live: 'yes',
      }),
      ...different(second.id, { time: '07.40' }),
    })
    expect(clerk.status).to.equal(200)
    expect(await current(0)).to.include({
      answer: 'ran-differently',
      actualDay: '2026-11-17',
      actualMinute: 10,
      actualSeconds: 25,
      actualMaterialId: other,
      announcerRead: true,
    })
    expect(await current(1)).to.include({ actualDay: '2026-11-17', actualMinute: 460, actualSeconds: null })
    await clerk.open(`${week}/exceptions?step=2&id=${first.id}`)
    expect(clerk.find(`#time-${first.id}`).getAttribute('value')).to.equal('00.10')
  })

  it('says with one reason that none ran, and corrects it until the period is locked', async () => {
    await clerk.open(week)
    await clerk.follow(t.partner.noneRan)
    await clerk.submit(t.partner.save)
    expect(clerk.status).to.equal(422)
    await clerk.submit(t.partner.save, { reason: 'off-air' })
    expect(clerk.text).to.include(t.inbox.missedRuns('12'))
    const id = air.broadcasts[0]!.id
    await clerk.open(`${week}/exceptions?step=2&id=${id}`)
    await clerk.submit(t.partner.save, { [`what-${id}`]: 'not-known' })
    const history = await server.app.store.confirmations.history(id)
    expect(history.map(({ answer, isCurrent }) => [answer, isCurrent])).to.deep.equal([
      ['did-not-run', false],
      ['not-known', true],
    ])
    const lock = { throughDay: '2026-11-22', lockedAt: mondayAfter, lockedBy: people.hendra.id }
    const open = { reopenedAt: null, reopenedBy: null, reopenReason: null }
    await server.app.store.write(store =>
      store.periodLocks.insert({ id: server.app.newId(), ...lock, ...open }),
    )
    await clerk.post(`${week}/exceptions`, { id, [`what-${id}`]: 'did-not-run', [`reason-${id}`]: 'other' })
    expect(clerk.status).to.equal(409)
    expect((await current(0))?.answer).to.equal('not-known')
  })

  it('sees other overdue weeks first, and the days that are left', async () => {
    await putOnAir(server.app, { monday: '2026-11-02', runs: 3, number: 2 })
    await weekAddress(server.app, 'wayan', '2026-11-02')
    await clerk.open(week)
    const shown = clerk.text
    expect(shown.indexOf(t.inbox.overdueWeeks('1'))).to.be.within(0, shown.indexOf('apakah semua siaran'))
    expect(shown).to.include(`(${t.inbox.daysLeft('1')})`)
    await clerk.follow(t.inbox.openWeek('2 Nov – 8 Nov 2026', '3'))
    expect(clerk.text).to.include(t.partner.count('3'))
  })

  it('copies the week as a plain text', async () => {
    await clerk.open(week)
    await clerk.follow(t.inbox.textLink)
    expect(clerk.find('textarea').textContent).to.match(
      /Radio Gema Saburai.*\n1\. Sen 16 Nov 06\.00–07\.00 M01/,
    )
  })
})

/** What goes over the line: the page and its styles, compressed as browsers ask for it. */
async function weight(server: TestServer, visitor: Visitor): Promise<number> {
  const styles = await visitor.send(visitor.find('link[rel=stylesheet]').getAttribute('href')!)
  expect(styles.url.startsWith(server.url)).to.equal(true)
  return gzipSync(visitor.bytes).length + gzipSync(Buffer.from(await styles.arrayBuffer())).length
}
