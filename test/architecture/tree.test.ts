import { spawnSync } from 'node:child_process'
import { expect } from 'chai'

/** The steps of `npm run check` that read the tree; the tests are the step that runs them. */
const steps = {
  types: 'compiles with every type checked',
  lint: 'holds nothing the linter objects to',
  format: 'is formatted',
  unused: 'has no unused file, export or package',
}

describe('The tree', function () {
  this.timeout(300_000)

  for (const [step, what] of Object.entries(steps)) {
    it(what, () => {
      const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', `check:${step}`], {
        encoding: 'utf8',
      })
      expect(status, `npm run check:${step}\n${stdout}${stderr}`).to.equal(0)
    })
  }
})
