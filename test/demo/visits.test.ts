import { expect } from 'chai'
import type { SeasonLinks } from '../../db/seeds/demo/index.js'
import { words } from '../../src/language/words.js'
import type { Visitor } from '../support/visitor.js'
import { textOf } from '../support/visitor.js'
import { enter, theDemo } from './season.js'

/** As many pages of one shape as are opened; a season has thousands of broadcasts that look alike. */
const ofEachShape = 3

const groups: Exclude<keyof SeasonLinks, 'partner'>[] = ['planner', 'manager', 'admin', 'auditor']

describe('A visit to the demo', function () {
  this.timeout(300_000)

  for (const who of groups) {
    it(`as ${who} finds no page that is broken, and every page says that it is simulated`, async () => {
      const visitor = await enter(await theDemo(), who)
      const shapes = await walk(visitor)
      expect(shapes.size, [...shapes].join('\n')).to.be.above(10)
    })
  }

  it('as a partner finds a week to answer for two outlets, answers it, and sees it answered', async () => {
    const visitor = await enter(await theDemo(), 'partner')
    const t = words.id.partner
    expect(visitor.all('.demo-band')).to.have.length(1)
    expect(visitor.text).to.include('Sinar Sekampung FM').and.include('Sekampung TV')
    expect(visitor.text).to.include(t.count('12'))
    await visitor.submit(t.allRan('12'))
    expect(visitor.text).to.include(t.doneSome('12'))
    await visitor.open(visitor.path)
    expect(visitor.text).not.to.include(t.count('12'))
  })
})

/** Opens whatever pages link to, breadth first; answers with the shapes of the addresses. */
async function walk(visitor: Visitor): Promise<Set<string>> {
  const opened = new Map<string, number>()
  const waiting = ['/']
  const seen = new Set(waiting)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const shape = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d\d\.\d\d|=[^&]*|\?.*/g, match =>
      match[0] === '?' ? '?' : '*',
    )
    const count = opened.get(shape) ?? 0
    if (count >= ofEachShape) continue
    opened.set(shape, count + 1)
    await visitor.open(path)
    expect(visitor.status, path).to.equal(200)
    if (!visitor.html) continue
    expect(visitor.all('.demo-band').map(textOf), path).to.deep.equal([words.id.common.demoBand])
    for (const link of visitor.all('a[href^="/"]')) {
      const next = link.getAttribute('href')!.split('#')[0]!.replaceAll('&amp;', '&')
      if (!seen.has(next)) waiting.push(next)
      seen.add(next)
    }
  }
  return new Set(opened.keys())
}
