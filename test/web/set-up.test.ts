import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { draftCampaign } from '../../src/operations/save-campaign.js'
import { paths } from '../../src/views/paths.js'
import { actorOf, aPlan } from '../support/planned.js'
import { startServer, type TestServer } from '../support/server.js'

const t = words.id.setUp

describe('What an office still has to set up', () => {
  let server: TestServer
  before(async () => (server = await startServer()))
  after(() => server.stop())

  it('stands on the first page of whoever can do some of it, each step leading to where it is done', async () => {
    const bayu = await server.signedIn('bayu')
    await bayu.open(paths.home)
    expect(bayu.text).to.contain(t.title).and.contain(t.steps.outlets.label)
    const places = bayu.all('main a').map(link => link.getAttribute('href'))
    expect(places).to.include.members([paths.targets, paths.newCampaign])
    expect(places).to.not.include(paths.users)
    const hendra = await server.signedIn('hendra')
    await hendra.open(paths.home)
    expect(hendra.text).to.not.contain(t.title)
  })

  it('grows shorter with every step that is done', async () => {
    const bayu = await server.signedIn('bayu')
    await draftCampaign(server.app, actorOf('bayu'), aPlan)
    await bayu.open(paths.home)
    const places = bayu.all('main a').map(link => link.getAttribute('href'))
    expect(places).to.include(paths.targets).and.not.include(paths.newCampaign)
    expect(bayu.text).to.contain(t.steps.campaign.label)
  })
})
