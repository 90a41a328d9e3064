import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import type { Calibration } from '../../src/statistics/index.js'
import { startServer, type TestServer } from '../support/server.js'
import { textOf, type Visitor } from '../support/visitor.js'

const { figures } = JSON.parse(readFileSync('db/reference/calibration.json', 'utf8')) as Calibration
const own = figures.filter(({ method }) => method === 'gaung')
const missed = own.filter(({ met }) => met === false)
const share = (value: number) => `${(100 * value).toFixed(1).replace('-', '−')}%`

describe('The page of the method', () => {
  let server: TestServer
  let indah: Visitor
  before(async () => {
    server = await startServer()
    indah = await server.signedIn('indah')
    await indah.open('/method')
  })
  after(() => server.stop())

  const t = words.en.calibration
  const row = (part: keyof typeof t.parts, measure: keyof typeof t.measures) =>
    indah
      .all('tbody tr')
      .map(found => found.querySelectorAll('th, td').map(textOf))
      .find(([first, second]) => first === t.parts[part] && second === t.measures[measure])!

  for (const [part, measure] of [
    ['lift', 'false-positives'],
    ['lift', 'coverage'],
    ['lift', 'power'],
    ['seasons', 'coverage'],
  ] as const)
    it(`shows what the file says of ${part}, ${measure}: range, trials and bounds`, () => {
      const group = own.filter(figure => figure.part === part && figure.measure === measure)
      const values = group.map(({ value }) => value).toSorted((a, b) => a - b)
      const [, , found, trials, kept] = row(part, measure)
      expect(found).to.equal(t.range(share(values[0]!), share(values.at(-1)!)))
      const sum = group.reduce((total, figure) => total + figure.trials, 0)
      expect(trials).to.equal(sum.toLocaleString('en-GB'))
      const gated = group.filter(({ met }) => met !== null)
      const met = gated.filter(each => each.met)
      expect(kept).to.equal(t.keptOf(String(met.length), String(gated.length)))
    })

  it('names every bound that was missed, with what was found', () => {
    const lines = indah.all('li').map(textOf)
    const named = missed.map(({ part, measure }) => `${t.parts[part]}, ${t.measures[measure]}: `)
    const shown = lines.filter(line => Object.values(t.parts).some(part => line.startsWith(`${part}, `)))
    expect(shown.map(line => line.slice(0, line.indexOf(': ') + 2))).to.deep.equal(named)
    const coverage = missed.filter(({ measure }) => measure === 'coverage')
    for (const { value } of coverage) expect(shown.join('\n')).to.include(share(value))
  })

  it('says the same in Indonesian', async () => {
    const hendra = await server.signedIn('hendra')
    await hendra.open('/method')
    expect(hendra.text).to.include(words.id.calibration.missedTitle)
    expect(hendra.all('li').filter(line => textOf(line).includes('; batasnya '))).to.have.length(
      missed.length,
    )
  })
})
