import { expect } from 'chai'
import type { Words } from '../../src/language/words.js'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { needBrowser, openTab, openTabAs, type Tab } from '../support/browser.js'
import { contacts, outlets } from '../support/people.js'
import { aPage } from '../support/proof-files.js'
import { registrationFile } from '../support/registration-file.js'
import { startServer, type TestServer } from '../support/server.js'
import { linkIn, startMailServer, type MailServer } from '../support/smtp.js'

const name = 'Rumah Pekerja'
const id: Words = words.id
const en: Words = words.en

/** 18.71 hears the station; the others are what it is compared with. */
const districts = [
  '18.71',
  '18.01',
  '18.02',
  '18.03',
  '18.04',
  '18.05',
  '18.06',
  '18.07',
  '18.09',
  '18.10',
  '18.11',
  '18.12',
  '18.72',
]

describe('From a media plan and a registration file to a verdict, in the browser', () => {
  let server: TestServer
  let mail: MailServer
  let planner: Tab
  let second: Tab
  let manager: Tab
  let english: Tab
  let clerk: Tab
  let campaign = ''
  let order = ''

  before(async function () {
    needBrowser(this)
    mail = await startMailServer()
    server = await startServer({ env: { SMTP_URL: mail.url } })
    await signIn()
    clerk = await openTab(server, 'id')
  })
  /** Sessions end after a week: whoever comes back later signs in again. */
  async function signIn(): Promise<void> {
    planner = await openTabAs(server, 'bayu')
    second = await openTabAs(server, 'sari')
    manager = await openTabAs(server, 'hendra')
    english = await openTabAs(server, 'indah')
  }

  after(async () => {
    for (const tab of [planner, second, manager, english, clerk]) await tab?.close()
    await server?.stop()
  })

  it('a planner plans a campaign', async () => {
    const t = id.campaigns
    await planner.open(paths.campaigns)
    await planner.look('campaigns-empty')
    await planner.follow(t.add)
    const plan = id.campaignPlan
    await planner.press(plan.next)
    await planner.look('campaign-refused')
    await planner.write({
      [t.name]: name,
      [t.objective]: 'Pedagang pasar di Bandar Lampung mendaftar sendiri.',
    })
    await planner.write({ [t.firstDay]: '2026-11-16', [t.lastDay]: '2026-12-13' })
    await planner.press(plan.next)
    await planner.tick('Pendaftaran mandiri (BPU)', 'Bandar Lampung')
    await planner.press(plan.next)
    await planner.tick('Pinjaman Uang Muka Perumahan')
    await planner.look('campaign-messages')
    await planner.press(plan.next)
    await planner.write({ [plan.budgetPaid]: '12.000.000' })
    await planner.press(plan.next)
    campaign = new URL(planner.page.url()).pathname
    await planner.press(t.submit)
    await planner.look('campaign-submitted')
  })

  it('a manager approves it', async () => {
    await manager.open(campaign)
    await manager.look('campaign-decide')
    await manager.press(id.campaigns.approve)
    expect(await manager.shows(id.campaigns.approved)).to.equal(true)
  })

  it('a second planner, in English, checks the material the first one wrote', async () => {
    const t = id.materials
    await planner.open(campaign)
    await planner.follow(id.campaigns.materialAdd)
    await planner.write({
      [t.title]: 'Uang muka rumah',
      [`${t.script} (${id.common.optional})`]:
        'Peserta aktif sedikitnya satu tahun dapat meminjam uang muka perumahan.',
    })
    await planner.look('material-form')
    await planner.press(id.common.save)
    await second.open(new URL(planner.page.url()).pathname)
    await second.look('material-check')
    await second.press(en.materials.check)
    await second.look('material-checked')
  })

  it('the first planner orders broadcasts, and the second approves the order', async () => {
    const t = id.orders
    await planner.open(campaign)
    await planner.follow(id.campaigns.orderAdd)
    await planner.page.getByLabel(t.outlet).selectOption(outlets.gema.id)
    await planner.look('order-new')
    await planner.press(t.create)
    await planner.follow(t.lineAdd)
    await planner.write({ [t.firstDay]: '2026-11-16', [t.lastDay]: '2026-11-29' })
    await planner.write({
      [t.fromTime]: '06.15',
      [t.toTime]: '09.45',
      [`${id.lineEditor.agreedPrice} (${id.common.optional})`]: '150.000',
    })
    await planner.look('order-line')
    await planner.press(id.common.save)
    await planner.press(t.submit)
    order = new URL(planner.page.url()).pathname
    await second.open(order)
    await second.look('order-decide')
    await second.press(en.orders.approve)
    await planner.open(order)
    await planner.look('order-ready')
    await planner.press(t.send)
    await planner.look('order-sent')
  })

  it('the outlet’s clerk opens the mailed link and accepts', async () => {
    const letter = await mail.next(contacts.wayan.email)
    await clerk.open(linkIn(letter))
    await clerk.look('partner-order')
    await clerk.press(id.partner.orderAccept)
    await clerk.look('partner-order-accepted')
    await planner.open(order)
    await planner.look('order-accepted')
  })

  it('after each week the clerk says what ran, with one exception and a proof', async () => {
    const t = id.partner
    for (const monday of ['2026-11-23T01:00:00.000Z', '2026-11-30T01:00:00.000Z']) {
      server.clock.set(monday)
      await server.runJobs()
      await clerk.open(linkIn(await mail.next(contacts.wayan.email)))
      await clerk.look('partner-week')
      if (monday.startsWith('2026-11-23')) await answerWithException()
      else await clerk.press(t.allRan('7'))
      await clerk.look('partner-week-answered')
      const page = await aPage(Number(monday.slice(8, 10)))
      const log = { name: 'log.jpg', mimeType: 'image/jpeg', buffer: page }
      await clerk.follow(id.proofs.add(outlets.gema.name))
      await clerk.look('partner-proof')
      await clerk.page.getByLabel(t.proofFile).setInputFiles(log)
      await clerk.press(t.proofSend)
      expect(await clerk.shows(t.proofSaved)).to.equal(true)
    }
  })

  async function answerWithException(): Promise<void> {
    const t = id.partner
    await clerk.follow(t.someDidNot)
    await clerk.look('partner-choose')
    await clerk.page.getByRole('checkbox').nth(2).check()
    await clerk.press(t.chooseNext)
    await clerk.page.getByLabel(t.reason).selectOption('technical')
    await clerk.look('partner-exceptions')
    await clerk.press(t.save)
    expect(await clerk.shows(t.doneSome('7'))).to.equal(true)
  }

  it('the manager verifies what the outlet answered', async () => {
    await signIn()
    await manager.open(paths.verification)
    await manager.look('verification')
    await manager.press(id.broadcasts.verifyChosen)
    await manager.open(`${campaign}/delivery`)
    await manager.look('delivery')
    await manager.page.locator('a[href^="/broadcasts/"]').first().click()
    await manager.look('broadcast')
    await english.open(`${campaign}/delivery`)
    await english.look('delivery')
  })

  it('the planner imports the registrations', async () => {
    const t = id.registrations
    server.clock.set('2026-12-28T02:00:00.000Z')
    await signIn()
    const rise = { district: '18.71', from: '2026-11-17', to: '2026-12-13', factor: 1.6 }
    const file = registrationFile({
      districts,
      first: '2026-05-01',
      last: '2026-12-27',
      usual: 24,
      rise,
      seed: 11,
    })
    await planner.open(paths.registrations)
    await planner.look('registrations-empty')
    const buffer = Buffer.from(await file.arrayBuffer())
    await planner.page.getByLabel(t.file).setInputFiles({ name: file.name, mimeType: 'text/csv', buffer })
    await planner.press(t.upload)
    await planner.look('import-preview')
    await planner.page.getByRole('button', { name: /^Hitung/ }).click()
    await planner.look('import-committed')
    await planner.open(paths.registrations)
    await planner.look('registrations')
    await server.runJobs()
  })

  it('the manager sees the rise where it was on air, in both languages', async () => {
    for (const tab of [manager, english]) {
      await tab.open(paths.district('18.71'))
      await tab.look('district')
      await tab.open(paths.spikes)
      await tab.look('spikes')
      await tab.open(paths.districts)
      await tab.look('districts')
    }
  })

  it('and reads the verdict, which the figures bear out', async () => {
    await manager.open(`${campaign}/result`)
    await manager.look('result')
    expect(await manager.shows(id.verdicts.strong)).to.equal(true)
    await english.open(`${campaign}/result`)
    await english.look('result')
    expect(await english.shows(en.verdicts.strong)).to.equal(true)
    for (const tab of [manager, english]) {
      await tab.open(paths.home)
      await tab.look('overview')
    }
    await planner.open(paths.home)
    await planner.look('desk')
  })
})
