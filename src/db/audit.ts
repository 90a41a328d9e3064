import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { AuditEvent, AuditFilter, Facts } from '../domain/audit.js'
import { auditText, canonicalJson } from '../domain/audit.js'
import { inChunks } from './columns.js'
import type { Schema } from './schema.js'

export interface AuditEventTable extends Omit<AuditEvent, 'before' | 'after'> {
  before: string | null
  after: string | null
}

export interface AuditHeadTable {
  id: number
  sequence: number
  hash: string
}

export type NewAuditEvent = Omit<AuditEvent, 'sequence' | 'previousHash' | 'hash'>

export function audit(db: Kysely<Schema>) {
  return {
    /** Adds to the chain; the head row makes writers wait for each other. */
    async append(event: NewAuditEvent): Promise<void> {
      const head = await db
        .updateTable('auditHead')
        .set(eb => ({ sequence: eb('sequence', '+', 1) }))
        .returning(['sequence', 'hash'])
        .executeTakeFirstOrThrow()
      const linked = { ...event, sequence: head.sequence, previousHash: head.hash }
      const hash = auditHash(linked)
      await db
        .insertInto('auditEvents')
        .values({ ...linked, before: text(event.before), after: text(event.after), hash })
        .execute()
      await db.updateTable('auditHead').set({ hash }).execute()
    },

    async list(
      filter: AuditFilter,
      page: { limit: number; before?: number | undefined },
    ): Promise<AuditEvent[]> {
      let query = filtered(filter).orderBy('sequence', 'desc').limit(page.limit)
      if (page.before) query = query.where('sequence', '<', page.before)
      return (await query.execute()).map(fromRow)
    },

    async count(filter: AuditFilter): Promise<number> {
      const row = await filtered(filter)
        .clearSelect()
        .select(eb => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return row.count
    },

    /** Everything that was done to some things, in order. */
    async ofSubjects(ids: readonly string[]): Promise<AuditEvent[]> {
      const found: AuditEvent[] = []
      await inChunks(ids, async chunk => {
        const rows = await db.selectFrom('auditEvents').selectAll().where('subjectId', 'in', chunk).execute()
        found.push(...rows.map(fromRow))
      })
      return found.toSorted((a, b) => a.sequence - b.sequence)
    },

    async actions(): Promise<string[]> {
      const rows = await db.selectFrom('auditEvents').select('action').distinct().orderBy('action').execute()
      return rows.map(row => row.action)
    },

    async subjectKinds(): Promise<string[]> {
      const rows = await db
        .selectFrom('auditEvents')
        .select('subjectKind')
        .distinct()
        .orderBy('subjectKind')
        .execute()
      return rows.map(row => row.subjectKind)
    },

    /** Events in order, in pages: for verification of the whole chain. */
    async after(sequence: number, limit: number): Promise<AuditEvent[]> {
      const rows = await db
        .selectFrom('auditEvents')
        .selectAll()
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .limit(limit)
        .execute()
      return rows.map(fromRow)
    },

    head: (): Promise<AuditHeadTable> => db.selectFrom('auditHead').selectAll().executeTakeFirstOrThrow(),
  }

  function filtered(filter: AuditFilter) {
    let query = db.selectFrom('auditEvents').selectAll()
    if (filter.actorId) query = query.where('actorId', '=', filter.actorId)
    if (filter.action) query = query.where('action', '=', filter.action)
    if (filter.subjectKind) query = query.where('subjectKind', '=', filter.subjectKind)
    if (filter.subjectId) query = query.where('subjectId', '=', filter.subjectId)
    if (filter.from) query = query.where('at', '>=', filter.from)
    if (filter.to) query = query.where('at', '<', filter.to)
    return query
  }
}

export function auditHash(event: Omit<AuditEvent, 'hash'>): string {
  return createHash('sha256').update(auditText(event)).digest('hex')
}

function text(facts: Facts | null): string | null {
  return facts && canonicalJson(facts)
}

function fromRow(row: AuditEventTable): AuditEvent {
  return { ...row, before: facts(row.before), after: facts(row.after) }
}

function facts(json: string | null): Facts | null {
  return json === null ? null : (JSON.parse(json) as Facts)
}
