import { expect } from 'chai'
import { sql } from 'kysely'
import type { NewAuditEvent } from '../../src/db/audit.js'
import { verifyAudit } from '../../src/db/verify-audit.js'
import { onEachDatabase, type Opened } from '../support/each-database.js'
import { storyBegins } from '../support/people.js'

const event = (number: number): NewAuditEvent => ({
  at: storyBegins,
  actorKind: 'user',
  actorId: 'bayu',
  actorName: 'Bayu Saputra',
  action: `act-${number}`,
  subjectKind: 'campaign',
  subjectId: `c${number}`,
  before: number > 1 ? { name: 'Lama', days: [1, 2], ünïcode: '“é”' } : null,
  after: { b: number, a: { d: 1.5, c: null } },
})

onEachDatabase('The audit chain', fresh => {
  let db: Opened
  const append = async (count: number) => {
    for (let number = 1; number <= count; number++) await db.store.write(tx => tx.audit.append(event(number)))
  }
  beforeEach(async () => {
    db = await fresh()
    await append(5)
  })

  it('holds from the first event to the last', async () => {
    expect(await verifyAudit(db.store.audit)).to.deep.equal({ ok: true, events: 5 })
  })

  it('gives back what was written, newest first, filtered and paged', async () => {
    const { audit } = db.store
    expect((await audit.list({}, { limit: 2 })).map(({ sequence }) => sequence)).to.deep.equal([5, 4])
    expect((await audit.list({}, { limit: 9, before: 3 })).map(({ sequence }) => sequence)).to.deep.equal([
      2, 1,
    ])
    expect(await audit.list({ subjectId: 'c2' }, { limit: 9 })).to.have.nested.property(
      '[0].before.ünïcode',
      '“é”',
    )
    expect(await audit.count({ action: 'act-3' })).to.equal(1)
    expect(await audit.count({ from: '2026-11-17' })).to.equal(0)
    expect(await audit.actions()).to.deep.equal(['act-1', 'act-2', 'act-3', 'act-4', 'act-5'])
  })

  it('takes no event of a change that failed', async () => {
    const failed = db.store.write(async tx => {
      await tx.audit.append(event(6))
      throw new Error('no')
    })
    await failed.catch(() => {})
    expect(await verifyAudit(db.store.audit)).to.deep.equal({ ok: true, events: 5 })
  })

  it('stays one chain when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => db.store.write(tx => tx.audit.append(event(i)))))
    expect(await verifyAudit(db.store.audit)).to.deep.equal({ ok: true, events: 25 })
  })

  const texts = [
    'at',
    'actor_id',
    'actor_name',
    'action',
    'subject_kind',
    'subject_id',
    'previous_hash',
    'hash',
  ]
  const changes: Record<string, string> = {
    ...Object.fromEntries(texts.map(column => [column, `${column} = ${column} || 'x'`])),
    actor_kind: `actor_kind = 'system'`,
    before: `before = '{"name":"Baru"}'`,
    after: `after = replace(after, '1.5', '2.5')`,
    'before, removed': 'before = null',
  }
  for (const [what, change] of Object.entries(changes)) {
    it(`breaks at the event whose ${what} is altered`, async () => {
      await sql.raw(`update audit_events set ${change} where sequence = 3`).execute(db.connection.writer)
      expect(await verifyAudit(db.store.audit)).to.include({ ok: false, sequence: 3 })
    })
  }

  it('breaks where an event is taken out, put in, or moved', async () => {
    const { writer } = db.connection
    await sql`update audit_events set sequence = 99 where sequence = 4`.execute(writer)
    expect(await verifyAudit(db.store.audit)).to.include({
      ok: false,
      sequence: 4,
      why: 'the event is missing',
    })
    await sql`delete from audit_events where sequence = 99`.execute(writer)
    expect(await verifyAudit(db.store.audit)).to.include({ ok: false, sequence: 4 })
  })

  it('breaks at its end when the last events are cut off', async () => {
    await sql`delete from audit_events where sequence > 3`.execute(db.connection.writer)
    expect(await verifyAudit(db.store.audit)).to.deep.equal({
      ok: false,
      sequence: 4,
      why: 'events up to 5 are missing',
    })
  })
})
