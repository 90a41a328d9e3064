/** The outlets, what they reach and whom one talks to there. All invented. */
import type { Medium, Period } from '../../../src/domain/outlet.js'
import type { Day } from '../../../src/domain/time.js'
import { addContact } from '../../../src/operations/add-contact.js'
import { record } from '../../../src/operations/record.js'
import { saveCoverage } from '../../../src/operations/save-coverage.js'
import { addOutlet, verifyOutlet } from '../../../src/operations/save-outlet.js'
import { person } from './people.js'
import { at } from './season.js'
import { today, type Story } from './story.js'
import { listOf, readTable, type Row } from './tables.js'

type OutletRow = Row<
  | 'key'
  | 'name'
  | 'medium'
  | 'period'
  | 'owner'
  | 'city'
  | 'licence'
  | 'licence_until'
  | 'verified_on'
  | 'coverage'
>

const sources: Record<Medium, string> = {
  radio: 'Perkiraan kantor, survei pendengar 2010',
  tv: 'Perkiraan kantor, survei penonton 2010',
  print: 'Oplah menurut media, dibagi penduduk usia kerja',
  online: 'Pengunjung menurut media, perkiraan kantor',
}
const coverageAsOf = '2010-11-30'
const enteredOn = '2010-12-09'

export function planOutlets(story: Story): void {
  const rows = readTable<keyof OutletRow>(story.app.config.root, 'outlets')
  for (const [index, row] of rows.entries()) {
    const minutes = 8 * 60 + 20 + index * 12
    story.at(at(enteredOn, timeOf(minutes)), () => enter(story, row))
    if (row.verified_on)
      story.at(at(row.verified_on, timeOf(minutes)), () =>
        verifyOutlet(story.app, person(story, 'yuli'), story.outlets.get(row.key)!.id),
      )
  }
  story.at(at('2011-07-01', '10.00'), () => surveyAgain(story))
  story.at(at('2011-10-20', '13.20'), () => noteOffAir(story))
}

function timeOf(minutes: number): string {
  return `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, '0')}`
}

async function enter(story: Story, row: OutletRow): Promise<void> {
  const planner = person(story, 'rizky')
  const medium = row.medium as Medium
  const outlet = await addOutlet(story.app, planner, {
    name: row.name,
    medium,
    period: row.period as Period,
    ownerGroup: row.owner,
    city: row.city,
    licence: row.licence,
    licenceUntil: row.licence_until || null,
  })
  story.outlets.set(row.key, outlet)
  const shares = Object.fromEntries(listOf(row.coverage).map(shareOf))
  await saveCoverage(story.app, planner, outlet.id, { source: sources[medium], asOf: coverageAsOf, shares })
}

/** `18.71=34` as a share. */
function shareOf(text: string): [code: string, share: number] {
  const [code, percent] = text.split('=')
  return [code!, Number(percent) / 100]
}

async function surveyAgain(story: Story): Promise<void> {
  const { id } = story.outlets.get('kalianda')!
  const figures = {
    source: 'Survei pendengar, Juni 2011 (412 responden)',
    asOf: '2011-07-01',
    shares: { '18.01': 0.27 },
  }
  await saveCoverage(story.app, person(story, 'dewi'), id, figures)
}

/** Lightning struck the mast; nobody knows for how long. */
async function noteOffAir(story: Story): Promise<void> {
  const { app } = story
  const outletId = story.outlets.get('umpu')!.id
  const facts = { firstDay: '2011-10-20', lastDay: null, reason: 'Menara pemancar tersambar petir.' }
  await app.store.outlets.insertOffAir({ id: app.newId(), outletId, ...facts })
  await record(app, app.store, person(story, 'yuli'), {
    action: 'outlet-off-air',
    subject: ['outlet', outletId],
    after: facts,
  })
}

export interface ContactRow extends Row<'key' | 'name' | 'email' | 'phone' | 'outlets' | 'since' | 'until'> {
  prompt: string
  silent: string
  jitter: string
}

export function readContacts(root: string): ContactRow[] {
  return readTable<keyof ContactRow>(root, 'contacts')
}

export function planContacts(story: Story): void {
  for (const [index, row] of readContacts(story.app.config.root).entries()) {
    const day: Day = row.since || '2010-12-17'
    story.at(at(day, timeOf(8 * 60 + 30 + index * 9)), () => introduce(story, row))
    if (row.until) story.at(at(row.until, '08.00'), () => release(story, row))
  }
}

async function introduce(story: Story, { key, name, email, phone, outlets }: ContactRow): Promise<void> {
  for (const outlet of listOf(outlets)) {
    const { id } = story.outlets.get(outlet)!
    const facts = { name, email, phone, language: 'id' as const }
    story.contacts.set(key, await addContact(story.app, person(story, 'rizky'), id, facts))
  }
}

/** Somebody else has taken over; what the first one answered stays theirs. */
async function release(story: Story, row: ContactRow): Promise<void> {
  const { app } = story
  const outletId = story.outlets.get(row.outlets)!.id
  const contactId = story.contacts.get(row.key)!.id
  await app.store.contacts.release(outletId, contactId, today(story))
  await record(app, app.store, person(story, 'rizky'), {
    action: 'contact-released',
    subject: ['outlet', outletId],
    after: { contactId, until: today(story) },
  })
}
