import { expect } from 'chai'
import type { Mail } from '../../src/domain/mail.js'
import { mailStatus } from '../../src/domain/mail.js'
import { addMinutes } from '../../src/domain/time.js'
import { onEachDatabase, type Opened } from '../support/each-database.js'
import { storyBegins as now } from '../support/people.js'

const later = addMinutes(now, 10)

const mail = (number: number, change: Partial<Mail> = {}): Mail => ({
  id: `mail-${number}`,
  kind: 'invitation',
  subjectId: 'someone',
  recipient: 'bayu@kantor.test',
  language: 'id',
  payload: { linkId: 'a', count: 2 },
  dedupeKey: `key-${number}`,
  createdAt: now,
  dueAt: now,
  expiresAt: null,
  ...change,
})

onEachDatabase('The outbox', fresh => {
  let db: Opened
  const add = (...mails: Mail[]) =>
    db.store.write(async tx => {
      for (const each of mails) await tx.outbox.add(each)
    })
  const lease = (at = now) => db.store.write(tx => tx.outbox.lease(at, addMinutes(at, 10), 100))
  const ids = (mails: Mail[]) => mails.map(({ id }) => id).toSorted()
  beforeEach(async () => {
    db = await fresh()
  })

  it('takes a mail once per key', async () => {
    await add(mail(1))
    expect(await db.store.write(tx => tx.outbox.add(mail(2, { dedupeKey: 'key-1' })))).to.equal(false)
    expect(await db.store.outbox.counts()).to.include({ waiting: 1, failed: 0, total: 1 })
  })

  it('gives out what is due, with what it is about', async () => {
    await add(mail(1), mail(2, { dueAt: later }))
    const [due, ...none] = await lease()
    expect(none).to.deep.equal([])
    expect(due).to.deep.include({ id: 'mail-1', payload: { linkId: 'a', count: 2 }, attempts: 1 })
  })

  it('gives each mail to one of several senders, and again only when its lease has ended', async () => {
    await add(...Array.from({ length: 30 }, (_, i) => mail(i)))
    // Connections are opened beforehand, so that the senders really meet.
    await Promise.all([lease('2000'), lease('2000'), lease('2000')])
    const taken = (await Promise.all([lease(), lease(), lease()])).flat()
    expect(new Set(ids(taken)).size).to.equal(30)
    expect(taken).to.have.length(30)
    expect(await lease()).to.deep.equal([])
    expect(await lease(later)).to.have.length(30)
  })

  it('settles what was sent, has failed, or is tried again', async () => {
    await add(mail(1), mail(2), mail(3))
    await lease()
    const shown = { subjectLine: 'S', bodyText: 'T', bodyHtml: 'H' }
    await db.store.write(async tx => {
      await tx.outbox.markSent('mail-1', now, shown)
      await tx.outbox.markFailed('mail-2', now, 'no such mailbox')
      await tx.outbox.markRetry('mail-3', later, 'try again')
    })
    expect(await lease()).to.deep.equal([])
    expect(ids(await lease(later))).to.deep.equal(['mail-3'])
    const found = await Promise.all([1, 2, 3].map(number => db.store.outbox.find(`mail-${number}`)))
    expect(found.map(each => mailStatus(each!))).to.deep.equal(['sent', 'failed', 'retrying'])
    expect(await db.store.outbox.counts()).to.include({ waiting: 1, failed: 1, total: 3 })
  })

  it('drops what has outlived its use', async () => {
    await add(mail(1, { expiresAt: later }), mail(2))
    const drop = (at: string) => db.store.write(tx => tx.outbox.dropStale(at))
    expect(await drop(now)).to.equal(0)
    expect(await drop(later)).to.equal(1)
    expect(ids(await lease(later))).to.deep.equal(['mail-2'])
    expect(mailStatus((await db.store.outbox.find('mail-1'))!)).to.equal('dropped')
  })

  it('lists the newest first, and those about one thing', async () => {
    await add(mail(1), mail(2, { createdAt: later }), mail(3, { subjectId: 'other' }))
    expect((await db.store.outbox.list('all', { limit: 1, offset: 0 })).map(({ id }) => id)).to.deep.equal([
      'mail-2',
    ])
    expect((await db.store.outbox.listOfSubject('other')).map(({ id }) => id)).to.deep.equal(['mail-3'])
  })
})
