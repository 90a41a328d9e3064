/** What the story's outlets lack for a plan in four media: a news site, and people and coverage for it and the TV station. */
import type { App } from '../../src/app.js'
import { addContact } from '../../src/operations/add-contact.js'
import { saveCoverage } from '../../src/operations/save-coverage.js'
import { addOutlet, verifyOutlet } from '../../src/operations/save-outlet.js'
import { outlets } from './people.js'
import { actorOf } from './planned.js'

export async function ownOutlets(app: App): Promise<{ baru: string; kabar: string }> {
  const [bayu, ratna] = [actorOf('bayu'), actorOf('ratna')]
  const site = await addOutlet(app, bayu, {
    name: 'Kabar Krui',
    medium: 'online',
    period: 'continuous',
    ownerGroup: '',
    city: 'Krui',
    licence: '',
    licenceUntil: null,
  })
  await verifyOutlet(app, ratna, site.id)
  const ids = { baru: outlets.baru.id, kabar: site.id }
  for (const [name, id] of Object.entries(ids)) {
    const email = `redaksi@${name}.test`
    await addContact(app, bayu, id, { name: `Redaksi ${name}`, email, phone: '', language: 'id' })
    await saveCoverage(app, bayu, id, {
      source: 'Survei kantor 2026',
      asOf: '2026-01-01',
      shares: { '18.71': 0.3 },
    })
  }
  return ids
}
