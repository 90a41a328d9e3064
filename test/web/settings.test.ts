import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id

describe('The settings', () => {
  let server: TestServer
  let ratna: Visitor
  beforeEach(async () => {
    server = await startServer()
    ratna = await server.signedIn('ratna')
    await ratna.open(paths.settings)
  })
  afterEach(() => server.stop())

  it('are changed by an administrator, and the trail holds what differed', async () => {
    const before = await server.app.store.settings.all()
    await ratna.submit(t.common.save, { liftWorthHaving: '15', toleranceMinutes: '45' })
    expect(ratna.text).to.include(t.system.settingsSaved)
    expect(await server.app.store.settings.all()).to.deep.equal({
      ...before,
      liftWorthHaving: 0.15,
      toleranceMinutes: 45,
    })
    const [event] = await server.app.store.audit.list({ action: 'settings-changed' }, { limit: 5 })
    expect(event?.before).to.deep.equal({
      liftWorthHaving: before.liftWorthHaving,
      toleranceMinutes: before.toleranceMinutes,
    })
    expect(event?.after).to.deep.equal({ liftWorthHaving: 0.15, toleranceMinutes: 45 })
    expect(ratna.find('#liftWorthHaving').getAttribute('value')).to.equal('15')
  })

  it('hold how fast scripts are read and how early material is due, language by language, medium by medium', async () => {
    const before = await server.app.store.settings.all()
    await ratna.submit(t.common.save, { 'words-lpg': '110', 'lead-tv': '7' })
    const { wordsPerMinute, materialLeadDays } = await server.app.store.settings.all()
    expect(wordsPerMinute).to.deep.equal({ ...before.wordsPerMinute, lpg: 110 })
    expect(materialLeadDays).to.deep.equal({ ...before.materialLeadDays, tv: 7 })
    await ratna.submit(t.common.save, { 'words-lpg': '5' })
    expect(ratna.status).to.equal(422)
  })

  it('saved as they were leave no trace', async () => {
    await ratna.submit(t.common.save)
    expect(ratna.text).to.include(t.system.settingsSaved)
    expect(await server.app.store.audit.count({ action: 'settings-changed' })).to.equal(0)
  })

  it('refuse what cannot be, field by field, and keep what was typed', async () => {
    const before = await server.app.store.settings.all()
    const wrong = {
      officeName: ' ',
      liftWorthHaving: '0',
      exposureThreshold: 'sepuluh',
      toleranceMinutes: '-5',
    }
    await ratna.submit(t.common.save, wrong)
    expect(ratna.status).to.equal(422)
    const { problems } = t
    expect(ratna.all('.error').map(error => error.textContent)).to.deep.equal([
      problems.required(),
      problems['too-small']({ least: 1 }),
      problems['not-a-number'](),
      problems['not-a-number'](),
    ])
    expect(ratna.find('#exposureThreshold').getAttribute('value')).to.equal('sepuluh')
    expect(ratna.all('.error-summary a')).to.have.length(4)
    expect(await server.app.store.settings.all()).to.deep.equal(before)
  })

  it('that somebody else changed meanwhile are not overwritten', async () => {
    const other = await server.signedIn('ratna')
    await other.open(paths.settings)
    await other.submit(t.common.save, { toleranceMinutes: '10' })
    await ratna.submit(t.common.save, { liftWorthHaving: 'x' })
    expect(ratna.status).to.equal(422)
    await ratna.submit(t.common.save, { liftWorthHaving: '30' })
    expect(ratna.status).to.equal(409)
    expect(ratna.text).to.include(t.problems['changed-meanwhile']())
    expect(await server.app.store.settings.all()).to.include({ toleranceMinutes: 10, liftWorthHaving: 0.2 })
  })
})
