import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { needBrowser, openTabAs, type Tab } from '../support/browser.js'
import { draftedOrder } from '../support/orders.js'
import { startServer, type TestServer } from '../support/server.js'

const t = words.id.lineEditor

describe('The line editor in the browser', () => {
  let server: TestServer
  let tab: Tab

  before(async function () {
    needBrowser(this)
    server = await startServer()
    tab = await openTabAs(server, 'bayu')
  })
  after(async () => {
    await tab?.close()
    await server?.stop()
  })

  it('shows broadcasts and cost as one types, without leaving the field', async () => {
    const { order } = await draftedOrder(server.app)
    await tab.open(paths.newOrderLine(order.id))
    await tab.write({ [words.id.orders.lastDay]: '2026-11-22' })
    await tab.page.locator('#rupiah').pressSequentially('150.000')
    await tab.page.getByText(t.sum('7', '7', '16 Nov – 22 Nov 2026')).waitFor()
    await tab.page.getByText('Rp\u00a01.050.000').first().waitFor()
    expect(await tab.page.evaluate('document.activeElement.id')).to.equal('rupiah')
    await tab.look('order-line-preview')
    await tab.write({ [words.id.orders.runsPerDay]: '2' })
    await tab.page.getByText('Rp\u00a02.100.000').first().waitFor()
  })
})
