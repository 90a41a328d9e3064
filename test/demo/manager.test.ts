import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { paths } from '../../src/views/paths.js'
import { needBrowser, openTab, type Tab } from '../support/browser.js'
import { judged, planted, truths, type Judged } from './planted-truths.js'
import { entrance, theDemo } from './season.js'

/** The ends of a range, as both languages write them: "+12% … +45%", "−5% … +3%". */
const percents = /([+−]?)(\d+)\s?%/g

for (const language of ['id', 'en'] as const)
  describe(`A manager of the demo season on a phone, in ${language === 'id' ? 'Indonesian' : 'English'}`, function () {
    this.timeout(300_000)
    const t = words[language]
    let tab: Tab

    before(async function () {
      needBrowser(this)
      tab = await openTab(await theDemo(), language)
      await tab.open(entrance(await theDemo(), 'manager'))
      await tab.press(t.accounts.oneTimeButton)
      // What the account reads in is kept, and the demo tells everybody Indonesian.
      if (language === 'en') await tab.press(words.id.common.otherLanguage)
      if (language === 'id') await tab.look('demo-overview')
    })
    after(async () => {
      await tab?.resize('wide')
      await tab?.open(paths.home)
      if (language === 'en') await tab?.press(words.en.common.otherLanguage)
      await tab?.close()
    })

    for (const [k, { name, key, kind }] of truths.entries()) {
      /** Looking and printing take long: each campaign is looked at in one of the languages. */
      const isLookedAt = k % 2 === (language === 'id' ? 0 : 1)

      it(`goes from the first page to "${name}", and finds in words and figures what was planted`, async () => {
        await openResult(name)
        const verdicts = await judged(name)
        const sentences = await tab.page.locator('.verdict-sentence').allInnerTexts()
        expect(sentences).to.deep.equal(verdicts.map(() => t.verdicts[kind]))
        const lifts = await liftsShown()
        expect(lifts).to.have.length(verdicts.length)
        if (kind !== 'confounded')
          for (const [at, verdict] of verdicts.entries()) await expectToCover(lifts[at]!, key, verdict)
        if (isLookedAt) await tab.look(`demo-${key}`)
      })

      if (!isLookedAt) continue

      it(`prints the report of "${name}" on one sheet`, async () => {
        await openResult(name)
        await tab.follow(t.report.open)
        const path = `.screenshots/demo-report-${key}.${language}.pdf`
        await tab.page.pdf({ path, preferCSSPageSize: true, printBackground: true })
        expect(readFileSync(path, 'latin1').match(/\/Type\s*\/Page\b/g)).to.have.length(1)
      })
    }

    async function openResult(name: string): Promise<void> {
      await tab.resize('narrow')
      await tab.open(paths.home)
      await tab.follow(name)
    }

    function liftsShown(): Promise<string[]> {
      const term = tab.page.locator('dt').getByText(t.results.lift, { exact: true })
      return tab.page.locator('.facts div').filter({ has: term }).locator('dd').allInnerTexts()
    }

    /** The page rounds to whole percent. */
    async function expectToCover(shown: string, key: string, verdict: Judged): Promise<void> {
      const [low, high] = [...shown.matchAll(percents)].map(
        ([, sign, digits]) => (sign === '−' ? -1 : 1) * Number(digits),
      )
      const truth = 100 * (await planted(key, verdict))
      expect(truth, shown).to.be.within(low! - 0.5, high! + 0.5)
    }
  })
