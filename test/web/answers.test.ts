import { expect } from 'chai'
import { measuredRates } from '../../src/domain/season-rates-measured.js'
import { shareOfKinds } from '../../src/domain/season-rates.js'
import { words } from '../../src/language/words.js'
import { startServer, type TestServer } from '../support/server.js'

describe('What a manager asks', () => {
  let office: TestServer
  before(async () => {
    office = await startServer()
  })
  after(() => office.stop())

  it('is answered honestly before anything is known', async () => {
    const hendra = await office.signedIn('hendra')
    await hendra.open('/comparisons')
    expect(hendra.text).to.contain(words.id.answers.nothing)
    await hendra.open('/where-next')
    expect(hendra.text).to.contain(words.id.answers.noTargets).and.to.contain(words.id.answers.nextHint)
  })

  it('is told with how often it was wrong, as the bench counted it', async () => {
    const indah = await office.signedIn('indah')
    await indah.open('/method')
    const t = words.en.method
    expect(indah.text).to.contain(t.ratesLead(String(measuredRates.seasons), measuredRates.methodVersion))
    const share = shareOfKinds(measuredRates.withoutEffect, ['strong', 'indication'])
    expect(indah.text).to.contain(`${(100 * share).toFixed(1)}%`)
  })

  it('stays within the bounds that are promised for false alarms', () => {
    const { withoutEffect } = measuredRates
    expect(shareOfKinds(withoutEffect, ['strong'])).to.be.at.most(0.02)
    expect(shareOfKinds(withoutEffect, ['strong', 'indication'])).to.be.at.most(0.07)
  })
})
