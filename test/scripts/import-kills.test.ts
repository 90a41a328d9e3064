import { expect } from 'chai'
import { killWhileImporting } from '../support/import-kills.js'
import { skipBecause } from '../support/skip.js'
import { onPostgres } from '../support/template.js'

describe('The process killed while it imports', function () {
  this.timeout(120_000)

  it('leaves all of the file or nothing of it, and takes it when it is sent again', async function () {
    if (onPostgres) skipBecause(this, 'the process is killed on a database of its own file')
    const report = await killWhileImporting({ kills: 2, rows: 4_000, seed: 11 })
    console.log(`      ${report.kills} kills: ${report.nothing} left nothing, ${report.whole} the whole`)
    expect(report.problems).to.deep.equal([])
    expect(report.nothing + report.whole).to.equal(2)
  })
})
