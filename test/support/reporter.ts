/** Prints like mocha's own reporter, skipped tests (whose names say why), and as the very last line `N passed, N failed`. */
import { writeSync } from 'node:fs'
import Mocha from 'mocha'

const patienceSeconds = 15

export default class Reporter extends Mocha.reporters.Spec {
  override epilogue(): void {
    const { failures, stats } = this
    if (failures.length > 0) Mocha.reporters.Base.list(failures)
    if (this.#skipped.length > 0) console.log(`${this.#skipped.length} skipped:`)
    for (const test of this.#skipped) {
      console.log(`  ${test.fullTitle()}`)
    }
    console.log(`\n${stats.passes} passed, ${stats.failures} failed`)
    failWhenNothingEnds()
  }

  readonly #skipped: Mocha.Test[] = []

  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    runner.on('pending', test => this.#skipped.push(test))
  }
}

/** A server or timer left behind would keep the process for ever; the last line is printed already, so this says it aside. */
function failWhenNothingEnds(): void {
  const impatience = setTimeout(() => {
    writeSync(2, `the tests left something running: ${process.getActiveResourcesInfo().join(', ')}\n`)
    process.exit(1)
  }, patienceSeconds * 1000)
  impatience.unref()
}
