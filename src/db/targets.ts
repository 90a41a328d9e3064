import type { Kysely } from 'kysely'
import type { PublishedFigure } from '../domain/published-figure.js'
import type { Target, TargetTotal, TargetVersion } from '../domain/target.js'
import type { Day, Instant } from '../domain/time.js'
import { inChunks, list } from './columns.js'
import type { Schema } from './schema.js'

export interface TargetVersionTable extends Omit<TargetVersion, 'authors'> {
  authors: string
}

export interface TargetTable extends Target {
  versionId: string
}

export interface TargetTotalTable extends TargetTotal {
  versionId: string
}

export type PublishedFigureTable = PublishedFigure

export function targets(db: Kysely<Schema>) {
  return {
    async versions(year: number): Promise<TargetVersion[]> {
      const rows = await db
        .selectFrom('targetVersions')
        .selectAll()
        .where('year', '=', year)
        .orderBy('number')
        .execute()
      return rows.map(row => ({ ...row, authors: list(row.authors) }))
    },

    async findVersion(id: string): Promise<TargetVersion | undefined> {
      const row = await db.selectFrom('targetVersions').selectAll().where('id', '=', id).executeTakeFirst()
      return row && { ...row, authors: list(row.authors) }
    },

    /** The targets in force: those of the last approved version of the year. */
    async inForce(year: number, asOf?: Instant): Promise<Target[]> {
      const version = await versionInForce(year, asOf)
      return version ? this.ofVersion(version) : []
    },

    async totalsInForce(year: number, asOf?: Instant): Promise<TargetTotal[]> {
      const version = await versionInForce(year, asOf)
      return version ? this.totalsOfVersion(version) : []
    },

    totalsOfVersion: (versionId: string): Promise<TargetTotal[]> =>
      db
        .selectFrom('targetTotals')
        .select(['scope', 'streamId', 'amount'])
        .where('versionId', '=', versionId)
        .orderBy('scope')
        .execute(),

    ofVersion: (versionId: string): Promise<Target[]> =>
      db
        .selectFrom('targets')
        .select(['districtCode', 'streamId', 'month', 'amount'])
        .where('versionId', '=', versionId)
        .orderBy('month')
        .execute(),

    async insert(version: TargetVersion, rows: readonly Target[]): Promise<void> {
      await db
        .insertInto('targetVersions')
        .values({ ...version, authors: JSON.stringify(version.authors) })
        .execute()
      await inChunks(rows, chunk =>
        db
          .insertInto('targets')
          .values(chunk.map(row => ({ versionId: version.id, ...row })))
          .execute(),
      )
    },

    submit: async (
      version: Pick<TargetVersion, 'id' | 'authors'>,
      submission: { at: Instant; by: string },
    ): Promise<void> => {
      await db
        .updateTable('targetVersions')
        .set({
          submittedAt: submission.at,
          submittedBy: submission.by,
          authors: JSON.stringify(version.authors),
        })
        .where('id', '=', version.id)
        .execute()
    },

    /** A version that never counted; the audit trail keeps that it was there. */
    remove: async (id: string): Promise<void> => {
      await db.deleteFrom('targets').where('versionId', '=', id).execute()
      await db.deleteFrom('targetTotals').where('versionId', '=', id).execute()
      await db.deleteFrom('targetVersions').where('id', '=', id).execute()
    },

    async years(): Promise<number[]> {
      const rows = await db
        .selectFrom('targetVersions')
        .select('year')
        .distinct()
        .orderBy('year', 'desc')
        .execute()
      return rows.map(row => row.year)
    },

    approve: async (id: string, approval: { at: Instant; by: string }): Promise<boolean> => {
      const { numUpdatedRows } = await db
        .updateTable('targetVersions')
        .set({ approvedAt: approval.at, approvedBy: approval.by })
        .where('id', '=', id)
        .where('approvedAt', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    publishedFigures: (from: Day, to: Day): Promise<PublishedFigure[]> =>
      db
        .selectFrom('publishedFigures')
        .selectAll()
        .where('throughDay', '>=', from)
        .where('throughDay', '<=', to)
        .orderBy('throughDay')
        .execute(),

    insertPublishedFigure: async (figure: PublishedFigure): Promise<void> => {
      await db.insertInto('publishedFigures').values(figure).execute()
    },
  }

  /** Its id; at a past moment, of what was approved by then. */
  async function versionInForce(year: number, asOf: Instant | undefined): Promise<string | undefined> {
    let query = db
      .selectFrom('targetVersions')
      .select('id')
      .where('year', '=', year)
      .where('approvedAt', 'is not', null)
    if (asOf) query = query.where('approvedAt', '<=', asOf)
    const version = await query.orderBy('number', 'desc').limit(1).executeTakeFirst()
    return version?.id
  }
}
