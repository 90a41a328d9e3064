import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { ringProblems, sourcesOf } from '../../scripts/check-rings.js'
import { homes, pure, rings, sources, type Ring } from '../../scripts/rings.js'

const names = Object.keys(rings) as Ring[]
const allowed = (ring: Ring): readonly string[] => rings[ring]

/** The problems of a tree that is one file, `src/<ring>/planted.ts`. */
function plant(ring: string, text: string, more: [string, string][] = []): string[] {
  return ringProblems(new Map([[`src/${ring}/planted.ts`, text], ...more]))
}

describe('The rings', () => {
  it('hold in the real tree', () => {
    const files = sourcesOf('.')
    expect(files.size).to.be.greaterThan(100)
    expect(ringProblems(files)).to.deep.equal([])
  })

  it('are those of the table in src/README.md', () => {
    const rows = readFileSync('src/README.md', 'utf8').matchAll(/^\| `(\w+)` \|[^|]*\| ([^|]*) \|$/gm)
    const table = Object.fromEntries(
      [...rows].map(([, ring, may]) => [ring, may === 'nothing' ? [] : may!.split(', ')]),
    )
    expect(table).to.deep.equal(rings)
  })

  for (const ring of names) {
    const others = names.filter(other => other !== ring)

    it(`${ring} is refused every ring its row does not name, and no other`, () => {
      for (const other of others) {
        const found = plant(ring, `import { thing } from '../${other}/thing.js'\n`)
        expect(found, `${ring} → ${other}`).to.have.length(allowed(ring).includes(other) ? 0 : 1)
      }
    })

    it(`${ring} is refused every package that is at home elsewhere`, () => {
      for (const [name, at] of Object.entries(homes)) {
        const found = plant(ring, `import thing from '${name}'\n`)
        expect(found, `${ring} → ${name}`).to.have.length(at.includes(ring) ? 0 : 1)
      }
      expect(plant(ring, `import thing from 'left-pad'\n`)).to.have.length(1)
    })

    it(`${ring} takes ${allowed(ring).includes('app') ? 'only types' : 'nothing'} from the top level`, () => {
      expect(plant(ring, `import type { App } from '../app.js'\n`)).to.have.length(
        allowed(ring).includes('app') ? 0 : 1,
      )
      expect(plant(ring, `import { createLog } from '../log.js'\n`)).to.have.length(1)
      expect(plant(ring, `import type { Running } from '../compose.js'\n`)).to.have.length(1)
    })

    it(`${ring} is ${pure.includes(ring) ? 'refused' : 'given'} what Node.js offers`, () => {
      expect(plant(ring, `import path from 'node:path'\n`)).to.have.length(pure.includes(ring) ? 1 : 0)
      expect(plant(ring, `import { readFileSync } from 'fs'\n`)).to.have.length(pure.includes(ring) ? 1 : 0)
    })

    it(`${ring} neither asks the time, nor chance, nor the environment`, () => {
      const takes = ['new Date()', 'Date.now()', 'Math.random()', 'process.env.PORT']
      for (const what of takes) expect(plant(ring, `export const it = ${what}\n`), what).to.have.length(1)
    })
  }

  it('let the one reading file of the views read', () => {
    expect(
      ringProblems(new Map([['src/views/render.ts', `import { readFileSync } from 'node:fs'\n`]])),
    ).to.deep.equal([])
  })

  it('let time, chance and the environment in where they come in', () => {
    for (const { allowed: places } of sources) expect(places).to.have.length.greaterThan(0)
    const text = 'export const it = [new Date(), Math.random(), process.env]\n'
    expect(ringProblems(new Map([['src/domain/time.ts', text]]))).to.have.length(2)
    expect(ringProblems(new Map([['src/config.ts', text]]))).to.have.length(2)
  })

  it('have no folder beside them', () => {
    expect(plant('helpers', `import { a } from '../domain/a.js'\n`)).to.have.length(1)
  })

  it('have no circles, but types may name each other', () => {
    const back = (kind: string): [string, string][] => [
      ['src/domain/b.ts', `${kind} { a } from './planted.js'\n`],
    ]
    const circle = plant('domain', `import { b } from './b.js'\n`, back('import'))
    expect(circle).to.deep.equal([
      'a circle of imports: src/domain/planted.ts → src/domain/b.ts → src/domain/planted.ts',
    ])
    expect(plant('domain', `import { b } from './b.js'\n`, back('import type'))).to.deep.equal([])
  })

  it('are seen through every way to import', () => {
    const ways = [
      `import {\n  a,\n  b,\n} from '../web/a.js'`,
      `import '../web/a.js'`,
      `export { a } from '../web/a.js'`,
      `export * from '../web/a.js'`,
      `export type { A } from '../web/a.js'`,
      `const a = await import('../web/a.js')`,
      `const a = require('../web/a.js')`,
      `const worker = new URL('../web/a.js', import.meta.url)`,
    ]
    for (const way of ways) expect(plant('domain', `${way}\n`), way).to.have.length(1)
  })

  it('are not seen in comments and texts', () => {
    const quiet = [
      `// import { a } from '../web/a.js'`,
      `/* const a = Date.now() */`,
      `const text = "new Date() and process.env"`,
    ]
    for (const line of quiet) expect(plant('domain', `${line}\n`), line).to.deep.equal([])
  })
})
