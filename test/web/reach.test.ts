import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { startServer, type TestServer } from '../support/server.js'

const t = words.id.reach

describe('The reach board', () => {
  let office: TestServer
  before(async () => {
    office = await startServer()
  })
  after(() => office.stop())

  it('says what is silent, and that its habits are assumptions, before anything was planned', async () => {
    const hendra = await office.signedIn('hendra')
    await hendra.open('/reach')
    expect(hendra.status).to.equal(200)
    expect(hendra.text).to.contain(t.silentPlanned).and.to.contain(t.assumption)
    expect(hendra.text).not.to.contain(`${t.change}:`)
  })

  it('lets a planner enter a survey with its source and date, and keeps it in the audit trail', async () => {
    const bayu = await office.signedIn('bayu')
    await bayu.open('/reach')
    await bayu.follow(`${t.change}: ${words.id.mediumNames.radio}`)
    await bayu.submit(words.id.common.save, {
      rating: '120',
      alikeness: '30',
      source: '',
      asOf: '2026-02-30',
    })
    expect(bayu.status).to.equal(422)
    expect(bayu.all('.field-error, .error, [id$=-error]').length).to.be.at.least(3)
    await bayu.submit(words.id.common.save, {
      rating: '12',
      alikeness: '35',
      source: 'Survei pendengar 2026',
      asOf: '2026-10-01',
    })
    expect(bayu.text).to.contain(t.habitSaved).and.to.contain('Survei pendengar 2026')
    const maruli = await office.signedIn('maruli')
    await maruli.open('/audit')
    expect(maruli.text).to.contain(words.id.system.auditActions['audience-habit-saved'])
  })

  it('knows no other medium', async () => {
    const bayu = await office.signedIn('bayu')
    await bayu.open('/reach/habits/carrier-pigeon')
    expect(bayu.status).to.equal(404)
  })
})
