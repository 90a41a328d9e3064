import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { needBrowser, openTabAs, type Tab } from '../support/browser.js'
import { aPlan, draftedOrder, sentOrder } from '../support/orders.js'
import { startServer, type TestServer } from '../support/server.js'

const { common, orders, lineEditor, calendar } = words.id

/** What has the focus, by the name it is announced with. */
const focused = `(() => {
  const it = document.activeElement
  const label = it.labels?.[0]?.textContent ?? it.textContent
  return (it.getAttribute('aria-label') ?? label).replace(/\\s+/g, ' ').trim()
})()`

describe('Without a mouse', function () {
  let server: TestServer
  let tab: Tab
  before(async function () {
    needBrowser(this)
    server = await startServer()
    tab = await openTabAs(server, 'bayu')
  })
  after(() => tab?.close())

  const press = (key: string) => tab.page.keyboard.press(key)
  const type = (text: string) => tab.page.keyboard.type(text)

  /** Goes on with Tab until what bears this name has the focus; everything on the way can be seen to have it. */
  async function reach(name: string | RegExp): Promise<void> {
    const isIt = (label: string) => (typeof name === 'string' ? label === name : name.test(label))
    for (let steps = 0; steps < 90; steps++) {
      await press('Tab')
      if (isIt(await tab.page.evaluate<string>(focused))) return mustShowFocus()
    }
    throw new Error(`Tab never comes to ${String(name)} on ${tab.page.url()}`)
  }

  async function mustShowFocus(): Promise<void> {
    const style = 'getComputedStyle(document.activeElement)'
    const ring = await tab.page.evaluate<string>(`${style}.outlineStyle + ${style}.boxShadow`)
    expect(ring, tab.page.url()).to.not.equal('nonenone')
  }

  async function enter(): Promise<void> {
    await Promise.all([tab.page.waitForEvent('load'), press('Enter')])
  }

  async function fill(name: string | RegExp, text: string): Promise<void> {
    await reach(name)
    await press('Control+a')
    await type(text)
  }

  it('a campaign is found with / and opened, and its parts are filled in and kept', async () => {
    const { campaign } = await draftedOrder(server.app)
    await tab.open(paths.campaigns)
    await press('/')
    await type(campaign.name)
    await enter()
    expect(new URL(tab.page.url()).pathname).to.equal(paths.search)
    await reach(new RegExp(campaign.name))
    await enter()
    await tab.open(paths.newCampaign)
    await fill(words.id.campaigns.name, 'Tanpa tetikus')
    await fill(words.id.campaigns.firstDay, '11112026')
    await fill(words.id.campaigns.lastDay, '12122026')
    await reach(words.id.campaignPlan.next)
    await enter()
    await reach('Pendaftaran mandiri (BPU)')
    await press('Space')
    await reach('Bandar Lampung')
    await press('Space')
    await reach(words.id.campaignPlan.next)
    await enter()
    const made = (await server.app.store.campaigns.list()).find(({ name }) => name === 'Tanpa tetikus')
    expect(made?.streamIds).to.deep.equal(['self'])
    expect(made?.districtCodes).to.deep.equal(['18.71'])
  })

  it('an order is opened from its list, a line is written in the editor, and the order submitted', async () => {
    const { order } = await draftedOrder(server.app)
    await tab.open(paths.orders)
    await reach(order.number)
    await enter()
    await reach(orders.lineAdd)
    await enter()
    await fill(orders.fromTime, '16.00')
    await fill(orders.toTime, '17.00')
    await fill(new RegExp(`^${lineEditor.agreedPrice.replace(/[()]/g, '\\$&')}`), '150.000')
    await reach(common.save)
    await enter()
    await reach(orders.submit)
    await enter()
    const found = (await server.app.store.mediaOrders.find(order.id))!
    expect(found.versions[0]!.submittedAt).to.not.equal(null)
    expect(found.versions[0]!.lines[0]).to.include({ fromMinute: 960, toMinute: 1020, rupiah: 150_000 })
  })

  it('the calendar is turned, changed to another view, and a day of it opened', async () => {
    const { order, materials } = await draftedOrder(server.app)
    await sentOrder(server.app, order.id, [aPlan(materials[0]!.id)])
    await tab.open(paths.calendar)
    await reach(calendar.views.week)
    await enter()
    await reach(calendar.later)
    await enter()
    await reach(/23 Nov/)
    await enter()
    expect(new URL(tab.page.url()).searchParams.get('view')).to.equal('day')
    await reach(/06.00–08.00/)
    await enter()
    expect(tab.page.url()).to.contain('/broadcasts/')
  })

  it('the first step of every page leads past the navigation', async () => {
    for (const place of [paths.home, paths.campaigns, paths.outlets, paths.messages]) {
      await tab.open(place)
      await press('Tab')
      await press('Enter')
      await press('Tab')
      const isInside = await tab.page.evaluate<boolean>(
        `document.querySelector('main').contains(document.activeElement)`,
      )
      expect(isInside, place).to.equal(true)
    }
  })
})
