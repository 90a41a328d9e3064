/** Chromium as a person uses it. Whoever looks at a page leaves screenshots, and fails when the page is not accessible. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Context } from 'mocha'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.mjs'
import { words } from '../../src/language/words.js'
import { makeLink } from '../../src/operations/make-link.js'
import { paths } from '../../src/views/paths.js'
import { atEndOfProcess } from './at-end.js'
import { people, type Person } from './people.js'
import type { TestServer } from './server.js'
import { skipBecause } from './skip.js'

const folder = path.resolve('.screenshots')
const flags = [
  '--no-first-run',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 740 } }

let browser: Promise<Browser> | undefined

/** Call it before browser tests: without Chromium they are skipped, and on the machine that checks changes they fail. */
export function needBrowser(context: Context): void {
  if (findChromium()) return
  if (process.env['CI'])
    throw new Error('Chromium is missing, and without it the browser tests prove nothing')
  skipBecause(context, 'Chromium is not installed (set CHROMIUM to its path)')
}

export async function openTab(server: Pick<TestServer, 'url'>, language: 'id' | 'en' = 'id'): Promise<Tab> {
  browser ??= launch()
  const locale = language === 'id' ? 'id-ID' : 'en-GB'
  const context = await (
    await browser
  ).newContext({ baseURL: server.url, locale, viewport: sizes.wide, reducedMotion: 'reduce' })
  return new Tab(await context.newPage(), language)
}

/** A tab in which somebody of the story is signed in. */
export async function openTabAs(server: TestServer, person: Person): Promise<Tab> {
  const { id: userId, language } = people[person]
  const { app } = server
  const link = await app.store.write(store => makeLink(app, store, 'sign-in', { userId }))
  const tab = await openTab(server, language)
  await tab.page.goto(paths.oneTimeSignIn(app.tokens.ofLink(link.id)))
  await tab.press(words[language].accounts.oneTimeButton)
  return tab
}

export class Tab {
  readonly page: Page
  readonly #language: string
  readonly #complaints: string[] = []

  constructor(page: Page, language: string) {
    this.page = page
    this.#language = language
    page.on('pageerror', error => this.#complaints.push(error.message))
    page.on('console', message => {
      // A refused form is answered with 422; the browser reports that as an error of its own.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
        this.#complaints.push(message.text())
    })
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
  }

  /** A tab begins wide, and is wide again after a look. */
  async resize(size: keyof typeof sizes): Promise<void> {
    await this.page.setViewportSize(sizes[size])
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click()
    await this.page.waitForLoadState()
  }

  async follow(link: string): Promise<void> {
    await this.page.getByRole('link', { name: link, exact: true }).first().click()
    await this.page.waitForLoadState()
  }

  async write(fields: Record<string, string>): Promise<void> {
    for (const [label, text] of Object.entries(fields))
      await this.page.getByLabel(label, { exact: true }).fill(text)
  }

  /** Ticks the boxes with these labels. */
  async tick(...labels: string[]): Promise<void> {
    for (const label of labels) await this.page.getByRole('checkbox', { name: label, exact: true }).check()
  }

  /** Waits a moment for it: a form that was just sent may still be on its way. */
  async shows(text: string): Promise<boolean> {
    const shown = this.page.getByText(text).first().waitFor({ timeout: 10_000 })
    return shown.then(
      () => true,
      () => false,
    )
  }

  /** Screenshots at both widths; axe on a wide light page and on a narrow dark one. */
  async look(name: string): Promise<void> {
    await this.#shoot(name, 'wide')
    await this.#check(name)
    await this.#shoot(name, 'narrow')
    await this.#checkWidth(name)
    await this.page.emulateMedia({ colorScheme: 'dark' })
    await this.#check(`${name} (dark)`)
    await this.page.emulateMedia({ colorScheme: 'light' })
    await this.page.setViewportSize(sizes.wide)
    if (this.#complaints.length > 0)
      throw new Error(`${name}: the browser says ${this.#complaints.join('; ')}`)
  }

  async close(): Promise<void> {
    await this.page.context().close()
  }

  async #shoot(name: string, size: keyof typeof sizes): Promise<void> {
    await this.page.setViewportSize(sizes[size])
    mkdirSync(folder, { recursive: true })
    const file = `${name}.${this.#language}.${sizes[size].width}.png`
    const shoot = () => this.page.screenshot({ path: path.join(folder, file), fullPage: true })
    await shoot().catch(shoot) // a busy browser now and then has no picture at once
  }

  async #check(name: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze()
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(node => `${id}: ${help}: ${node.html.slice(0, 160)}`),
    )
    if (found.length > 0) throw new Error(`axe on ${name}:\n  ${found.join('\n  ')}`)
  }

  async #checkWidth(name: string): Promise<void> {
    const width = await this.page.evaluate<number>('document.documentElement.scrollWidth')
    if (width > sizes.narrow.width)
      throw new Error(`${name} is ${width} px wide on a screen of ${sizes.narrow.width}`)
  }
}

async function launch(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0
  const args = isRoot ? [...flags, '--no-sandbox'] : flags
  const launched = await chromium.launch({ executablePath: findChromium()!, args })
  atEndOfProcess(() => launched.close())
  return launched
}
