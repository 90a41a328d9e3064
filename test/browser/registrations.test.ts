import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { daysFrom } from '../../src/domain/time.js'
import { words } from '../../src/language/words.js'
import { addFieldEvent } from '../../src/operations/save-field-event.js'
import { notePublishedFigure } from '../../src/operations/note-published-figure.js'
import { approveTargets, proposeTargets, submitTargets } from '../../src/operations/propose-targets.js'
import { seedRegistrations } from '../../src/operations/seed-registrations.js'
import { paths } from '../../src/views/paths.js'
import { needBrowser, openTabAs, type Tab } from '../support/browser.js'
import { newFolder } from '../support/folders.js'
import { people } from '../support/people.js'
import { bayu, receiveSheet, sheet } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'

const months = Array.from({ length: 12 }, (_, i) => i + 1)
const targetSheet = `kabupaten;bulan;BPU;PU\n${months.map(month => `Metro;${month};120;80\nMesuji;${month};60;40`).join('\n')}\n`

/** Everything these pages can show: two districts of a year, targets, a doubtful figure, events, imports in every state. */
async function fill({
  app,
}: TestServer): Promise<{ preview: string; unsure: string; version: string; event: string }> {
  const cells = ['18.72', '18.11'].flatMap(districtCode =>
    daysFrom('2026-01-01', '2026-10-31').map((day, i) => {
      const count = (i * 7) % 11
      return { districtCode, streamId: 'self', day, spanDays: 1, state: 'reported' as const, count }
    }),
  )
  await seedRegistrations(app, bayu, { name: 'musim', at: '2026-11-15T03:00:00.000Z', cells })
  const preview = await receiveSheet(app, sheet('11-many-mistakes.csv'), 'oktober.csv')
  const unsure = await receiveSheet(app, sheet('07-unsure-dates.csv'), 'tanggal.csv')
  const { id, name, role } = people.hendra
  const propose = async (text: string) => {
    const proposed = await proposeTargets(app, bayu, {
      year: 2026,
      reason: 'Rencana kerja',
      bytes: Buffer.from(text),
    })
    if (!('version' in proposed)) throw new Error('the targets were refused')
    await submitTargets(app, bayu, proposed.version.id)
    return proposed.version.id
  }
  await approveTargets(app, { kind: 'user', id, name, role }, await propose(targetSheet))
  const version = await propose(targetSheet.replaceAll('120', '130'))
  const figure = { throughDay: '2026-10-31', amount: 3000, scope: 'all', source: 'Siaran pers', note: '' }
  await notePublishedFigure(app, bayu, figure)
  const facts = {
    kind: 'job-fair',
    title: 'Bursa kerja',
    firstDay: '2026-11-14',
    lastDay: null,
    note: '',
    districtCodes: ['18.72'],
  } as const
  const event = await addFieldEvent(app, bayu, { ...facts, districtCodes: [...facts.districtCodes] })
  return { preview: preview.id, unsure: unsure.id, version, event: event.id }
}

describe('The pages of registrations, targets and field events in a browser', function () {
  this.timeout(120_000)
  let server: TestServer
  let shown: Awaited<ReturnType<typeof fill>>

  before(async function () {
    needBrowser(this)
    server = await startServer()
    shown = await fill(server)
  })

  for (const person of ['bayu', 'sari'] as const) {
    const t = words[people[person].language]

    describe(`for ${people[person].name}`, () => {
      let tab: Tab
      before(async () => {
        tab = await openTabAs(server, person)
      })
      after(() => tab?.close())

      it('are accessible, fit a phone and make no noise', async () => {
        const pages: [name: string, address: string][] = [
          ['registrations-year', paths.registrations],
          ['registrations-weeks', `${paths.registrations}?by=week&stream=all`],
          ['registration-imports', paths.registrationImports],
          ['import-with-mistakes', paths.registrationImport(shown.preview)],
          ['import-with-questions', paths.registrationImport(shown.unsure)],
          ['targets', paths.targets],
          ['target-version', paths.targetVersion(shown.version)],
          ['targets-new', paths.newTargets],
          ['published-figure-new', paths.newPublishedFigure],
          ['field-events', paths.fieldEvents],
          ['field-event', paths.fieldEvent(shown.event)],
          ['field-event-new', paths.newFieldEvent],
          ['field-event-cancellation', paths.fieldEventCancellation(shown.event)],
        ]
        for (const [name, address] of pages) {
          await tab.open(address)
          await tab.look(name)
        }
      })

      it('take a file, change what they show, and take it back', async () => {
        const file = path.join(newFolder('sheet'), `${person}.csv`)
        writeFileSync(file, `tanggal;kabupaten;BPU\n13/10/2026;Metro;${person.length * 100}\n`)
        await tab.open(paths.registrationImports)
        await tab.page.setInputFiles('input[type=file]', file)
        await tab.press(t.registrations.upload)
        await tab.page.locator('summary', { hasText: t.registrations.changedCells }).click()
        await tab.look('import-changes')
        await tab.press(t.registrations.commit('1'))
        await tab.look('import-counted')
        await tab.follow(t.registrations.undo)
        await tab.look('import-undo')
        await tab.press(t.registrations.undo)
        expect(await tab.shows(t.registrations.undone)).to.equal(true)
      })

      it('say what is wrong with a list of targets', async () => {
        const file = path.join(newFolder('sheet'), 'target.csv')
        writeFileSync(file, 'kabupaten;bulan;BPU\nMetro;13;5\nAtlantis;1;5\n')
        await tab.open(paths.newTargets)
        await tab.write({ [t.targets.reason]: 'Revisi' })
        await tab.page.setInputFiles('input[type=file]', file)
        await tab.press(t.targets.proposeButton)
        await tab.look('targets-wrong')
        expect(await tab.shows(t.targets.mistakesTitle)).to.equal(true)
      })
    })
  }
})
