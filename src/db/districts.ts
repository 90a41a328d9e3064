import type { Kysely } from 'kysely'
import type { DistrictChange } from '../domain/district-map.js'
import type { Branch, District } from '../domain/district.js'
import { aliasKey } from '../domain/district.js'
import type { Day, Instant } from '../domain/time.js'
import { inChunks } from './columns.js'
import type { Schema } from './schema.js'

export type DistrictTable = District

export type BranchTable = Branch

export interface DistrictAliasTable {
  alias: string
  districtCode: string
  learnedFrom: string
  createdAt: Instant
}

export interface DistrictNeighbourTable {
  districtCode: string
  neighbourCode: string
}

export type DistrictChangeTable = DistrictChange

export function districts(db: Kysely<Schema>) {
  return {
    list: (): Promise<District[]> => db.selectFrom('districts').selectAll().orderBy('code').execute(),

    listOn: (day: Day): Promise<District[]> =>
      db
        .selectFrom('districts')
        .selectAll()
        .where('validFrom', '<=', day)
        .where(eb => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', day)]))
        .orderBy('code')
        .execute(),

    find: (code: string): Promise<District | undefined> =>
      db.selectFrom('districts').selectAll().where('code', '=', code).executeTakeFirst(),

    /** Neighbours of every district, both ways. */
    neighbours: (): Promise<DistrictNeighbourTable[]> =>
      db.selectFrom('districtNeighbours').selectAll().execute(),

    changes: (): Promise<DistrictChangeTable[]> =>
      db.selectFrom('districtChanges').selectAll().orderBy('day').execute(),

    /** Looks a written name up: `aliasKey` of it → district code. */
    async aliases(): Promise<Map<string, string>> {
      const rows = await db.selectFrom('districtAliases').select(['alias', 'districtCode']).execute()
      return new Map(rows.map(row => [row.alias, row.districtCode]))
    },

    learnAlias: async (
      text: string,
      districtCode: string,
      learned: { from: string; at: Instant },
    ): Promise<void> => {
      const row = { alias: aliasKey(text), districtCode, learnedFrom: learned.from, createdAt: learned.at }
      await db
        .insertInto('districtAliases')
        .values(row)
        .onConflict(conflict => conflict.column('alias').doUpdateSet({ districtCode }))
        .execute()
    },

    insertBranches: (rows: BranchTable[]): Promise<void> =>
      inChunks(rows, chunk => db.insertInto('branches').values(chunk).execute()),

    branches: (): Promise<Branch[]> => db.selectFrom('branches').selectAll().orderBy('name').execute(),

    insert: (rows: District[]): Promise<void> =>
      inChunks(rows, chunk => db.insertInto('districts').values(chunk).execute()),

    insertNeighbours: (rows: DistrictNeighbourTable[]): Promise<void> =>
      inChunks(rows, chunk => db.insertInto('districtNeighbours').values(chunk).execute()),

    insertAliases: (rows: DistrictAliasTable[]): Promise<void> =>
      inChunks(rows, chunk =>
        db
          .insertInto('districtAliases')
          .values(chunk)
          .onConflict(c => c.column('alias').doNothing())
          .execute(),
      ),

    insertChanges: (rows: DistrictChangeTable[]): Promise<void> =>
      inChunks(rows, chunk => db.insertInto('districtChanges').values(chunk).execute()),
  }
}
