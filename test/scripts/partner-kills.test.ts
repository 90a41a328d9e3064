import { expect } from 'chai'
import { killWhilePartnersAnswer } from '../support/partner-kills.js'
import { skipBecause } from '../support/skip.js'
import { onPostgres } from '../support/template.js'

describe('The process killed while partners answer and upload', function () {
  this.timeout(120_000)

  it('has every answer that got its success page exactly once, and no half-stored file', async function () {
    if (onPostgres) skipBecause(this, 'the process is killed on a database of its own file')
    const command = ['--import=tsx', 'src/main.ts']
    const report = await killWhilePartnersAnswer({ kills: 2, seed: 7, command })
    console.log(
      `      ${report.kills} kills: ${report.confirmed} answers and ${report.uploads} uploads confirmed, ${report.cutOff} cut off`,
    )
    expect(report.problems).to.deep.equal([])
    expect(report.confirmed + report.cutOff).to.be.above(0)
  })
})
