import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { requestPasswordReset } from '../../src/operations/request-password-reset.js'
import { galleryParts } from '../../src/views/gallery/pages.js'
import { paths } from '../../src/views/paths.js'
import { needBrowser, openTabAs, type Tab } from '../support/browser.js'
import { people } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'

const phone = { width: 360, height: 740 }
const desk = { width: 1280, height: 900 }

describe('Components and system pages, in the browser', function () {
  // Axe reads thousands of shapes on the page of charts, twice.
  this.timeout(60_000)

  let server: TestServer
  let admin: Tab
  const t = words.id

  before(async function () {
    needBrowser(this)
    server = await startServer()
    admin = await openTabAs(server, 'ratna')
    await requestPasswordReset(server.app, people.bayu.email)
    await server.runJobs()
  })
  after(async () => {
    await admin?.close()
    await server?.stop()
  })

  for (const part of galleryParts) {
    it(`${part}: accessible in the gallery at both widths, light and dark`, async () => {
      await admin.open(paths.galleryPart(part))
      await admin.look(`gallery-${part}`)
    })
  }

  for (const path of [paths.mailbox, paths.audit, `${paths.audit}?from=x`, paths.jobs, paths.settings]) {
    it(`${path} likewise`, async () => {
      await admin.open(path)
      await admin.look(`system${path.replace(/\W+/g, '-')}`)
    })
  }

  it('one mail likewise, and the page that asks before an account ends', async () => {
    await admin.open(paths.mailbox)
    await admin.follow(t.mails.resetSubject)
    await admin.look('system-mail')
    await admin.open(paths.userDeactivation(people.sari.id))
    await admin.look('system-deactivation')
  })

  it('the menu of a phone opens without a script, and closes with Escape', async () => {
    const { page } = admin
    await page.setViewportSize(phone)
    await admin.open(paths.settings)
    const link = page.getByRole('link', { name: t.navigation.audit, exact: true })
    expect(await link.isVisible()).to.equal(false)
    await page.getByRole('button', { name: t.common.menu }).click()
    expect(await link.isVisible()).to.equal(true)
    await page.keyboard.press('Escape')
    expect(await link.isVisible()).to.equal(false)
    await page.setViewportSize(desk)
    expect(await link.isVisible()).to.equal(true)
  })

  it('a phone is shown the narrow picture, a desk the wide one, and never both', async () => {
    const { page } = admin
    await admin.open(paths.galleryPart('charts'))
    const shown = async () => [
      await page.locator('#time-season').isVisible(),
      await page.locator('#time-season-narrow').isVisible(),
    ]
    expect(await shown()).to.deep.equal([true, false])
    await page.setViewportSize(phone)
    expect(await shown()).to.deep.equal([false, true])
    await page.setViewportSize(desk)
  })

  it('a pointer over the picture reads out the row of the table that stands there', async () => {
    const { page } = admin
    await admin.open(paths.galleryPart('charts'))
    const picture = page.locator('#time-season')
    await picture.scrollIntoViewIfNeeded()
    const box = (await picture.boundingBox())!
    await page.mouse.move(box.x + (box.width * 300) / 920, box.y + 100)
    const said = await page.locator('.chart-tip:visible').innerText()
    const day = said.split('\n')[1]!
    const table = page.locator('.chart', { has: picture }).locator('.chart-table tbody')
    const row = await table
      .getByRole('row', { name: day, includeHidden: true })
      .locator('th, td')
      .allInnerTexts()
    for (const cell of row.filter(Boolean)) expect(said).to.include(cell.trim())
    await page.mouse.move(0, 0)
    expect(await page.locator('.chart-tip:visible').count()).to.equal(0)
  })

  it('the head of a column ticks every box below it', async () => {
    const { page } = admin
    await admin.open(paths.galleryPart('tables'))
    const boxes = page.locator('tbody .check input')
    await page.locator('thead .check input').check()
    expect(
      await boxes.evaluateAll(all => all.map(box => (box as unknown as { checked: boolean }).checked)),
    ).to.deep.equal([true, true])
    await boxes.first().uncheck()
    expect(await page.locator('thead .check input').isChecked()).to.equal(false)
  })

  it('a form pressed twice is sent once', async () => {
    const { page } = admin
    const sent: string[] = []
    page.on('request', request => request.method() === 'POST' && sent.push(request.url()))
    await admin.open(paths.settings)
    await page.getByRole('button', { name: t.common.save }).dblclick()
    await page.getByText(t.system.settingsSaved).waitFor()
    expect(sent).to.deep.equal([server.url + paths.settings])
  })

  it('the page of the jobs renews itself until the job is done', async () => {
    const { page } = admin
    const { store, clock } = server.app
    const now = clock.now()
    const soon = new Date(Date.parse(now) + 60_000).toISOString()
    await store.write(async tx => {
      await tx.jobs.wake('tidy', now)
      await tx.jobs.lease('tidy', now, soon)
    })
    await admin.open(paths.jobs)
    expect(await admin.shows(t.system.jobRunningHint)).to.equal(true)
    await store.write(tx => tx.jobs.finish('tidy', { at: now, dueAt: soon, error: null }))
    await page.getByText(t.system.jobRunningHint).waitFor({ state: 'detached' })
    expect(await page.getByRole('heading', { level: 1 }).innerText()).to.equal(t.system.jobsTitle)
  })

  it('prints without navigation, and with the wide picture', async () => {
    const { page } = admin
    await admin.open(paths.galleryPart('charts'))
    await page.setViewportSize({ width: 690, height: 980 })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.locator('.rail').isVisible()).to.equal(false)
    expect(await page.locator('#time-season').isVisible()).to.equal(true)
    expect(await page.locator('.print-foot').isVisible()).to.equal(true)
    const ground = await page.evaluate<string>("getComputedStyle(document.querySelector('h1')).color")
    expect(ground).to.equal('rgb(26, 31, 36)')
    await page.emulateMedia({ media: null, colorScheme: 'light' })
    await page.setViewportSize(desk)
  })
})
