/** Writes the story's people and outlets into a database, once per run; tests begin from copies of it. */
import type { App } from '../../src/app.js'
import { contacts, coverage, outlets, password, people, serves, storyBegins } from './people.js'

export async function tellStory({ store, passwords }: App): Promise<void> {
  const passwordHash = await passwords.hash(password)
  await store.write(async tx => {
    const account = { passwordHash, invitedBy: null, createdAt: storyBegins, deactivatedAt: null }
    for (const user of Object.values(people)) await tx.users.insert({ ...user, ...account })
    for (const row of Object.values(contacts)) await tx.contacts.insert(row)
    for (const row of Object.values(outlets)) await tx.outlets.insert(row)
    for (const [at, who] of serves) {
      await tx.contacts.assign({
        outletId: outlets[at].id,
        contactId: contacts[who].id,
        since: '2026-01-01',
        until: null,
      })
    }
    for (const [at, districtCode, share] of coverage) {
      const figure = { districtCode, share, source: 'Survei kantor 2026', asOf: '2026-01-01' }
      await tx.outlets.saveCoverage([{ outletId: outlets[at].id, ...figure }])
    }
    await tx.settings.save({ officeName: 'Kantor Cabang Bandar Lampung' }, storyBegins)
  })
}
