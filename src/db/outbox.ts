import type { ExpressionBuilder, Generated, Kysely } from 'kysely'
import type { Mail, RenderedMail, SentMail } from '../domain/mail.js'
import type { Instant } from '../domain/time.js'
import type { Schema } from './schema.js'

export interface OutboxTable extends Omit<SentMail, 'payload' | 'attempts'> {
  payload: string
  leasedUntil: Instant | null
  attempts: Generated<number>
}

type MailFilter = 'all' | 'waiting' | 'failed' | 'sent'

export function outbox(db: Kysely<Schema>) {
  const unsettledIds = () => db.selectFrom('outbox').select('id').where(unsettled)

  return {
    /** Adds a mail once: the same dedupe key again adds nothing. */
    async add(mail: Mail): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('outbox')
        .values({ ...mail, payload: JSON.stringify(mail.payload) })
        .onConflict(conflict => conflict.column('dedupeKey').doNothing())
        .executeTakeFirst()
      return (numInsertedOrUpdatedRows ?? 0n) > 0n
    },

    /**
     * Takes what is due for one sender: leased, so that a second process leaves it alone. Asked of the row itself once
     * more, because PostgreSQL looks at it again, and at nothing else, after waiting for another sender.
     */
    async lease(now: Instant, until: Instant, limit: number): Promise<SentMail[]> {
      const due = unsettledIds().where('dueAt', '<=', now).where(free(now)).orderBy('dueAt').limit(limit)
      const rows = await db
        .updateTable('outbox')
        .set(eb => ({ leasedUntil: until, attempts: eb('attempts', '+', 1) }))
        .where('id', 'in', due)
        .where(free(now))
        .returningAll()
        .execute()
      return rows.map(fromRow)
    },

    markSent: async (id: string, at: Instant, mail: RenderedMail): Promise<void> => {
      await db
        .updateTable('outbox')
        .set({ sentAt: at, leasedUntil: null, lastError: null, ...mail })
        .where('id', '=', id)
        .execute()
    },

    markRetry: async (id: string, dueAt: Instant, error: string): Promise<void> => {
      await db
        .updateTable('outbox')
        .set({ dueAt, leasedUntil: null, lastError: error })
        .where('id', '=', id)
        .execute()
    },

    markFailed: async (id: string, at: Instant, error: string): Promise<void> => {
      await db
        .updateTable('outbox')
        .set({ failedAt: at, leasedUntil: null, lastError: error })
        .where('id', '=', id)
        .execute()
    },

    /** It waits until then, as if it had not been taken. */
    postpone: async (id: string, dueAt: Instant): Promise<void> => {
      await db
        .updateTable('outbox')
        .set(eb => ({ dueAt, leasedUntil: null, attempts: eb('attempts', '-', 1) }))
        .where('id', '=', id)
        .execute()
    },

    drop: async (id: string, at: Instant): Promise<void> => {
      await db.updateTable('outbox').set({ droppedAt: at, leasedUntil: null }).where('id', '=', id).execute()
    },

    /** What has outlived its use is not sent late: reminders of a week gone by, links that ended. */
    async dropStale(now: Instant): Promise<number> {
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set({ droppedAt: now })
        .where('id', 'in', unsettledIds().where('expiresAt', '<=', now))
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },

    async find(id: string): Promise<SentMail | undefined> {
      const row = await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },

    /** A failed mail waits again, as if it had never been tried. */
    sendAgain: async (id: string, dueAt: Instant): Promise<void> => {
      await db
        .updateTable('outbox')
        .set({ failedAt: null, leasedUntil: null, attempts: 0, dueAt })
        .where('id', '=', id)
        .where('failedAt', 'is not', null)
        .execute()
    },

    /** The latest first. */
    async list(which: MailFilter, page: { limit: number; offset: number }): Promise<SentMail[]> {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .$if(which === 'waiting', query => query.where(unsettled))
        .$if(which === 'failed', query => query.where('failedAt', 'is not', null))
        .$if(which === 'sent', query => query.where('sentAt', 'is not', null))
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(page.limit)
        .offset(page.offset)
        .execute()
      return rows.map(fromRow)
    },

    async listOfSubject(subjectId: string): Promise<SentMail[]> {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('subjectId', '=', subjectId)
        .orderBy('createdAt')
        .execute()
      return rows.map(fromRow)
    },

    async counts(): Promise<Record<Exclude<MailFilter, 'all'> | 'total', number>> {
      const row = await db
        .selectFrom('outbox')
        .select(eb => [
          eb.fn.countAll<number>().as('total'),
          eb.fn.count<number>('failedAt').as('failed'),
          eb.fn.count<number>('sentAt').as('sent'),
          eb.fn.count<number>(eb.fn.coalesce('sentAt', 'failedAt', 'droppedAt')).as('settled'),
        ])
        .executeTakeFirstOrThrow()
      return { waiting: row.total - row.settled, failed: row.failed, sent: row.sent, total: row.total }
    },
  }
}

const unsettled = (eb: ExpressionBuilder<Schema, 'outbox'>) =>
  eb.and([eb('sentAt', 'is', null), eb('failedAt', 'is', null), eb('droppedAt', 'is', null)])

const free = (now: Instant) => (eb: ExpressionBuilder<Schema, 'outbox'>) =>
  eb.and([unsettled(eb), eb.or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<=', now)])])

function fromRow(row: Omit<OutboxTable, 'attempts'> & { attempts: number }): SentMail {
  const { leasedUntil: _, ...mail } = row
  return { ...mail, payload: JSON.parse(row.payload) as Mail['payload'] }
}
