import { gzipSync } from 'node:zlib'
import { expect } from 'chai'
import { needBrowser, openTab } from '../support/browser.js'
import { putOnAir, weekAddress } from '../support/on-air.js'
import { outlets } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'

const heaviest = 30_000

/** A contact of two stations who has ordered, missed, answered, been paid for and been asked. */
describe('Pages of partners', () => {
  let server: TestServer
  let week: string
  let shorter: string
  before(async () => {
    server = await startServer()
    server.clock.set('2026-11-30T01:00:00.000Z')
    await putOnAir(server.app, { monday: '2026-11-23', runs: 40 })
    await putOnAir(server.app, { monday: '2026-11-23', outlet: 'pesisir', runs: 14, number: 2 })
    await putOnAir(server.app, { monday: '2026-11-16', runs: 12, number: 3 })
    week = await weekAddress(server.app, 'wayan', '2026-11-23')
    shorter = await weekAddress(server.app)
    await server.visitor().post(`${shorter}/answer`, { answer: 'ran' })
  })
  after(() => server.stop())

  const pages = () => [
    ...['', '/exceptions', '/none', '/makegoods', '/text', '/paper', '/orders', '/log'].map(
      part => `${week}${part}`,
    ),
    `${week}/statement?outlet=${outlets.gema.id}&month=2026-11`,
    `${week}/proof?outlet=${outlets.gema.id}`,
    '/new-link',
    '/new-link/sent',
    '/p/nonsense',
  ]

  it('weigh 30 kB at most with all they need, though a week holds fifty broadcasts, and need no script', async () => {
    const weights: string[] = []
    for (const language of ['id', 'en'] as const)
      for (const path of pages()) {
        const clerk = server.visitor(language)
        await clerk.open(path)
        const styles = await clerk.send(clerk.find('link[rel=stylesheet]').getAttribute('href')!)
        const bytes = gzipSync(clerk.bytes).length + gzipSync(Buffer.from(await styles.arrayBuffer())).length
        expect(bytes, path).to.be.at.most(heaviest)
        expect(clerk.all('script'), path).to.deep.equal([])
        const name = path.replace(/^\/p\/[^/?]+/, '').split('?')[0] || '/'
        if (language === 'id') weights.push(`${name} ${(bytes / 1000).toFixed(1)}`)
      }
    console.log(`      kB with styles: ${weights.join(', ')}`)
  })

  it('fit a phone of 360 px and are readable to everybody, on paper too', async function () {
    this.timeout(120_000)
    needBrowser(this)
    const looks = {
      id: { 'partner-own': `${shorter}/orders`, 'partner-paper': `${shorter}/paper` },
      en: {
        'partner-statement': `${shorter}/statement?outlet=${outlets.pesisir.id}&month=2026-11`,
        'partner-new-link': '/new-link',
      },
    }
    for (const language of ['id', 'en'] as const) {
      const tab = await openTab(server, language)
      for (const [name, path] of Object.entries(looks[language])) {
        await tab.open(path)
        await tab.look(name)
      }
      await tab.close()
    }
  })
})
