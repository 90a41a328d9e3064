import { expect } from 'chai'
import type { Link } from '../../src/domain/link.js'
import { onEachDatabase, type Opened } from '../support/each-database.js'
import { contacts, people, storyBegins as now } from '../support/people.js'

const later = '2026-11-23T02:00:00.000Z'

onEachDatabase('Sessions', fresh => {
  let db: Opened
  const account = { passwordHash: 'x', invitedBy: null, createdAt: now, deactivatedAt: null }
  const save = (idHash: string, userId: string | null, data = '{}') =>
    db.store.write(tx => tx.sessions.save({ idHash, userId, data, expiresAt: later }))
  before(async () => {
    db = await fresh()
    await db.store.write(async tx => {
      await tx.users.insert({ ...people.bayu, ...account })
      await tx.users.insert({ ...people.sari, ...account })
    })
  })

  it('are found until they end, and saved again in place', async () => {
    await save('a', people.bayu.id)
    await save('a', people.bayu.id, '{"n":1}')
    expect(await db.store.sessions.find('a', now)).to.equal('{"n":1}')
    expect(await db.store.sessions.find('a', later)).to.equal(undefined)
  })

  it('of one person end together, but for the present one', async () => {
    await save('b', people.bayu.id)
    await save('c', people.sari.id)
    await db.store.write(tx => tx.sessions.removeOf(people.bayu.id, 'b'))
    const left = await Promise.all(['a', 'b', 'c'].map(hash => db.store.sessions.find(hash, now)))
    expect(left.map(data => data !== undefined)).to.deep.equal([false, true, true])
  })

  it('that have ended are swept away', async () => {
    expect(await db.store.write(tx => tx.sessions.removeExpired(now))).to.equal(0)
    expect(await db.store.write(tx => tx.sessions.removeExpired(later))).to.equal(2)
  })
})

onEachDatabase('Links in the database', fresh => {
  let db: Opened
  const blank = {
    userId: null,
    contactId: null,
    week: null,
    orderId: null,
    orderVersion: null,
    usedAt: null,
    revokedAt: null,
  }
  const week = (id: string): Link => {
    const { wayan } = contacts
    return {
      ...blank,
      id,
      kind: 'week',
      contactId: wayan.id,
      week: '2026-11-09',
      createdAt: now,
      expiresAt: later,
    }
  }
  before(async () => {
    db = await fresh()
    await db.store.write(tx => tx.contacts.insert(contacts.wayan))
  })

  it('are one per contact and week, until the one is revoked', async () => {
    await db.store.write(tx => tx.links.insert(week('first')))
    const second = await db.store
      .write(tx => tx.links.insert(week('second')))
      .catch((error: unknown) => error)
    expect(second).to.be.instanceOf(Error)
    expect((await db.store.links.findWeek(contacts.wayan.id, '2026-11-09'))?.id).to.equal('first')
    await db.store.write(tx => tx.links.revoke({ kind: 'week' }, now))
    await db.store.write(tx => tx.links.insert(week('second')))
    expect((await db.store.links.findWeek(contacts.wayan.id, '2026-11-09'))?.id).to.equal('second')
  })

  it('keep the first time they were used', async () => {
    await db.store.write(tx => tx.links.markUsed('second', now))
    await db.store.write(tx => tx.links.markUsed('second', later))
    expect((await db.store.links.find('second'))?.usedAt).to.equal(now)
  })
})
