import type { Generated, Kysely } from 'kysely'
import type { Instant } from '../domain/time.js'
import type { Schema } from './schema.js'

/** When each job is due and how its last run ended; a lease keeps two processes from running it at once. */
export interface JobTable {
  name: string
  dueAt: Instant
  leasedUntil: Instant | null
  attempts: Generated<number>
  lastStartedAt: Instant | null
  lastFinishedAt: Instant | null
  lastSucceededAt: Instant | null
  lastError: string | null
  /** How far a running job is, 0 to 1; null while it has not said so. */
  progress: number | null
  cancelRequestedAt: Instant | null
}

export type JobOutcome = 'done' | 'failed' | 'cancelled'

export interface JobRunTable {
  id: string
  name: string
  startedAt: Instant
  finishedAt: Instant | null
  outcome: JobOutcome | null
  detail: string
}

export type Job = Omit<JobTable, 'attempts'> & { attempts: number }

export function jobs(db: Kysely<Schema>) {
  return {
    list: (): Promise<Job[]> => db.selectFrom('jobs').selectAll().orderBy('name').execute(),

    /** Makes the job known; what it already knows of its due time stays. */
    ensure: async (name: string, dueAt: Instant): Promise<void> => {
      await db
        .insertInto('jobs')
        .values({ name, dueAt })
        .onConflict(conflict => conflict.column('name').doNothing())
        .execute()
    },

    /** Takes a due job for this process, or nothing when another has it. */
    lease: (name: string, now: Instant, until: Instant): Promise<Job | undefined> =>
      db
        .updateTable('jobs')
        .set(eb => ({
          leasedUntil: until,
          lastStartedAt: now,
          progress: null,
          attempts: eb('attempts', '+', 1),
        }))
        .where('name', '=', name)
        .where('dueAt', '<=', now)
        .where(eb => eb.or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<=', now)]))
        .returningAll()
        .executeTakeFirst(),

    finish: async (
      name: string,
      end: { at: Instant; dueAt: Instant; error: string | null; cancelled?: boolean },
    ): Promise<void> => {
      await db
        .updateTable('jobs')
        .set(eb => ({
          leasedUntil: null,
          progress: null,
          cancelRequestedAt: null,
          lastFinishedAt: end.at,
          // Brought forward while it ran: it read too early
          dueAt: eb
            .case()
            .when('dueAt', '>', eb.ref('lastStartedAt'))
            .then(eb.ref('dueAt'))
            .else(end.dueAt)
            .end(),
          lastError: end.error,
          ...(end.error === null && !end.cancelled ? { lastSucceededAt: end.at, attempts: 0 } : {}),
        }))
        .where('name', '=', name)
        .execute()
    },

    /** Keeps how far a job is, and answers whether it is still wanted. */
    goOn: async (name: string, progress: number | null): Promise<boolean> => {
      const row = await db
        .updateTable('jobs')
        .set({ progress })
        .where('name', '=', name)
        .returning('cancelRequestedAt')
        .executeTakeFirst()
      return row?.cancelRequestedAt === null
    },

    /** Asks for a job that runs, or is about to, to stop; false when there is none. */
    requestCancel: async (name: string, now: Instant): Promise<boolean> => {
      const row = await db
        .updateTable('jobs')
        .set({ cancelRequestedAt: now })
        .where('name', '=', name)
        .where(eb => eb.or([eb('dueAt', '<=', now), eb('leasedUntil', '>', now)]))
        .returning('name')
        .executeTakeFirst()
      return row !== undefined
    },

    wake: async (name: string, dueAt: Instant): Promise<void> => {
      await db
        .updateTable('jobs')
        .set({ dueAt })
        .where('name', '=', name)
        .where('dueAt', '>', dueAt)
        .execute()
    },

    /** Makes a job due sooner; one that is running now runs once more then, as it may have read too early. */
    bringForward: async (name: string, dueAt: Instant, now: Instant): Promise<void> => {
      await db
        .updateTable('jobs')
        .set({ dueAt })
        .where('name', '=', name)
        .where(eb =>
          eb.or([eb('dueAt', '>', dueAt), eb.and([eb('leasedUntil', '>', now), eb('dueAt', '<=', now)])]),
        )
        .execute()
    },

    recordRun: async (run: JobRunTable): Promise<void> => {
      await db.insertInto('jobRuns').values(run).execute()
    },

    runs: (limit: number): Promise<JobRunTable[]> =>
      db.selectFrom('jobRuns').selectAll().orderBy('startedAt', 'desc').limit(limit).execute(),

    forgetRuns: async (before: Instant): Promise<void> => {
      await db.deleteFrom('jobRuns').where('startedAt', '<', before).execute()
    },
  }
}
