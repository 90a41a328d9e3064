import { expect } from 'chai'
import { latestVersion, orderStatus, type OrderStatus } from '../../src/domain/media-order.js'
import type { Medium } from '../../src/domain/outlet.js'
import { words } from '../../src/language/words.js'
import { checkMaterial } from '../../src/operations/decide-material.js'
import { addMaterial } from '../../src/operations/save-material.js'
import { paths } from '../../src/views/paths.js'
import { needBrowser, openTab, openTabAs, type Tab } from '../support/browser.js'
import { ownOutlets } from '../support/more-outlets.js'
import { outlets } from '../support/people.js'
import { actorOf } from '../support/planned.js'
import { startServer, type TestServer } from '../support/server.js'
import { linkIn, startMailServer, type MailServer } from '../support/smtp.js'

const { orders: t, campaigns, campaignPlan, common, lineEditor, warnings } = words.id
const en = words.en
const optional = (label: string) => `${label} (${common.optional})`

/** What is ordered from whom: five outlets in four media, the second of them in two lines. */
const wanted = {
  gema: [{ from: '17.45', to: '18.15' }],
  pesisir: [
    { from: '06.15', to: '09.00' },
    { from: '16.00', to: '17.00' },
  ],
  baru: [{ from: '19.30', to: '21.00' }],
  warta: [{ from: '00.00', to: '24.00' }],
  kabar: [{ from: '00.00', to: '24.00' }],
} as const
type Key = keyof typeof wanted

describe('A plan with five outlets in four media, in the browser', () => {
  let server: TestServer
  let mail: MailServer
  let bayu: Tab
  let sari: Tab
  let clerk: Tab
  let ids: Record<Key, string>
  let campaign = ''
  const order = {} as Record<Key, string>

  before(async function () {
    needBrowser(this)
    mail = await startMailServer()
    server = await startServer({ env: { SMTP_URL: mail.url } })
    const { gema, pesisir, warta } = outlets
    ids = { gema: gema.id, pesisir: pesisir.id, warta: warta.id, ...(await ownOutlets(server.app)) }
    bayu = await openTabAs(server, 'bayu')
    sari = await openTabAs(server, 'sari')
    clerk = await openTab(server)
  })
  after(async () => {
    for (const tab of [bayu, sari, clerk]) await tab?.close()
  })

  const stateOf = async (key: Key) => {
    const id = order[key].split('/').at(-1)!
    return orderStatus((await server.app.store.mediaOrders.find(id))!)
  }

  it('is written, approved, and given its material', async () => {
    await bayu.open(paths.newCampaign)
    await bayu.write({ [campaigns.name]: 'Rumah Pekerja', [campaigns.objective]: 'Pedagang mendaftar.' })
    await bayu.write({ [campaigns.firstDay]: '2026-11-23', [campaigns.lastDay]: '2026-12-06' })
    await bayu.press(campaignPlan.next)
    await bayu.tick('Pendaftaran mandiri (BPU)', 'Bandar Lampung', 'Lampung Selatan', 'Way Kanan')
    await bayu.press(campaignPlan.next)
    await bayu.tick('Pinjaman Uang Muka Perumahan')
    await bayu.press(campaignPlan.next)
    await bayu.write({ [campaignPlan.budgetPaid]: '30.000.000' })
    await bayu.press(campaignPlan.next)
    campaign = new URL(bayu.page.url()).pathname
    await bayu.press(campaigns.submit)
    const hendra = await openTabAs(server, 'hendra')
    await hendra.open(campaign)
    await hendra.press(campaigns.approve)
    await hendra.close()
    await writeMaterials()
  })

  it('becomes an order of each outlet, in the line editor', async () => {
    for (const key of Object.keys(wanted) as Key[]) {
      await bayu.open(campaign)
      await bayu.follow(campaigns.orderAdd)
      await bayu.page.getByLabel(t.outlet).selectOption(ids[key])
      await bayu.press(t.create)
      order[key] = new URL(bayu.page.url()).pathname
      for (const daypart of wanted[key]) await addLine(daypart)
    }
    await bayu.open(campaign)
    await bayu.look('five-orders')
  })

  it('is warned of, and mended where each warning leads', async () => {
    await bayu.open(order.gema)
    expect(await bayu.shows(warnings.ruleNames['prayer-time'])).to.equal(true)
    await bayu.look('five-warned')
    await bayu.follow(warnings.mend.line)
    await bayu.write({ [t.fromTime]: '16.00', [t.toTime]: '17.00' })
    await bayu.press(common.save)
    expect(await bayu.shows(warnings.none)).to.equal(true)
    await bayu.open(order.baru)
    expect(await bayu.shows(warnings.rules['outlet-unverified']({ outlet: outlets.baru.name }))).to.equal(
      true,
    )
    const ratna = await openTabAs(server, 'ratna')
    await ratna.open(paths.outlet(outlets.baru.id))
    await ratna.press(words.id.outlets.verify)
    await ratna.close()
    await bayu.open(order.baru)
    expect(await bayu.shows(warnings.none)).to.equal(true)
  })

  it('is approved by the second planner, in English, and sent', async () => {
    for (const key of Object.keys(wanted) as Key[]) {
      await bayu.open(order[key])
      await bayu.press(t.submit)
      await sari.open(order[key])
      if (key === 'pesisir') await sari.look('five-decide')
      await sari.press(en.orders.approve)
      await bayu.open(order[key])
      await bayu.press(t.send)
    }
    expect(await bayu.shows(t.sent)).to.equal(true)
  })

  it('is accepted by one outlet, declined by one, and asked for at another time by one', async () => {
    await clerk.open(await linkOf('gema'))
    await clerk.press(words.id.partner.orderAccept)
    await clerk.open(await linkOf('warta'))
    await clerk.page.getByText(en.partner.orderDecline).first().click()
    await clerk.write({ [en.partner.orderDeclineReason]: 'Full' })
    await clerk.page.getByRole('button', { name: en.partner.orderDecline }).click()
    await clerk.open(await linkOf('pesisir'))
    await clerk.follow(words.id.orderAnswers.answerByLine)
    const second = clerk.page.locator('fieldset').nth(1)
    await second.getByLabel(words.id.orderAnswers.word).selectOption('other-time')
    await second.getByLabel(words.id.orderAnswers.from).fill('18.30')
    await second.getByLabel(words.id.orderAnswers.to).fill('19.30')
    await clerk.look('five-lines')
    await clerk.press(words.id.orderAnswers.sendAnswers)
    const states = await Promise.all((['gema', 'warta', 'pesisir', 'kabar'] as const).map(stateOf))
    expect(states).to.deep.equal(['accepted', 'declined', 'answered', 'sent'] satisfies OrderStatus[])
  })

  it('stands on the planner’s desk where the next move is theirs', async () => {
    await bayu.open(paths.home)
    for (const kind of ['order-declined', 'order-answered', 'order-unanswered'] as const)
      expect(await bayu.shows(words.id.home.tasks[kind]), kind).to.equal(true)
    await bayu.look('five-desk')
    await sari.open(paths.home)
    await sari.look('five-desk')
  })

  it('is sent again in a second version, of which only the change is accepted', async () => {
    await bayu.open(order.pesisir)
    await bayu.press(words.id.orderAnswers.takeTimes)
    await bayu.look('five-version-2')
    await bayu.press(t.submit)
    await sari.open(order.pesisir)
    await sari.press(en.orders.approve)
    await bayu.open(order.pesisir)
    await bayu.press(t.send)
    await clerk.open(await linkOf('pesisir'))
    expect(await clerk.shows('18.30–19.30')).to.equal(true)
    await clerk.look('five-change')
    await clerk.press(words.id.orderAnswers.acceptChange)
    expect(await stateOf('pesisir')).to.equal('accepted')
    const stored = await server.app.store.mediaOrders.find(order.pesisir.split('/').at(-1)!)
    expect(latestVersion(stored!).number).to.equal(2)
    await bayu.open(`${order.pesisir}/paper`)
    await bayu.look('five-paper')
  })

  async function writeMaterials(): Promise<void> {
    const id = campaign.split('/').at(-1)!
    for (const medium of ['radio', 'tv', 'print', 'online'] as Medium[]) {
      const facts = { title: `Uang muka ${medium}`, language: 'id', script: 'Tanyakan syaratnya.' }
      const seconds = medium === 'radio' || medium === 'tv' ? 30 : null
      const material = await addMaterial(server.app, actorOf('bayu'), id, { ...facts, medium, seconds })
      await checkMaterial(server.app, actorOf('sari'), material.id)
    }
  }

  async function addLine({ from, to }: { from: string; to: string }): Promise<void> {
    await bayu.follow(t.lineAdd)
    await bayu.write({ [t.fromTime]: from, [t.toTime]: to })
    await bayu.write({ [optional(lineEditor.agreedPrice)]: '150.000' })
    await bayu.press(common.save)
  }

  /** The address in the newest letter about an order. */
  async function linkOf(key: Key): Promise<string> {
    const id = order[key].split('/').at(-1)!
    const { number, versions } = (await server.app.store.mediaOrders.find(id))!
    for (let tries = 0; tries < 250; tries++) {
      const letters = mail.letters.filter(({ subject }) => subject.includes(number))
      if (letters.length === versions.length) return linkIn(letters.at(-1)!)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    throw new Error(`no letter about ${number}`)
  }
})
