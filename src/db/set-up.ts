import type { Kysely } from 'kysely'
import type { SetUpFacts } from '../domain/set-up.js'
import type { Schema } from './schema.js'

export function setUp(db: Kysely<Schema>) {
  const has = async (query: { limit(n: number): { executeTakeFirst(): Promise<unknown> } }) =>
    (await query.limit(1).executeTakeFirst()) !== undefined
  const person = (role: 'planner' | 'manager') =>
    db.selectFrom('users').select('id').where('role', '=', role).where('deactivatedAt', 'is', null)

  return {
    /** What an office has of what its work begins with; a handful of looks at one row each. */
    async facts({ officeName, year }: { officeName: string; year: number }): Promise<SetUpFacts> {
      const [hasPlanner, hasManager] = await Promise.all([has(person('planner')), has(person('manager'))])
      return {
        hasName: officeName !== '',
        hasPlanner,
        hasManager,
        hasDistricts: await has(db.selectFrom('districts').select('code')),
        hasTargets: await has(
          db
            .selectFrom('targetVersions')
            .select('id')
            .where('year', '=', year)
            .where('approvedAt', 'is not', null),
        ),
        hasVerifiedOutlet: await has(
          db.selectFrom('outlets').select('id').where('verifiedAt', 'is not', null),
        ),
        hasContact: await has(db.selectFrom('outletContacts').select('outletId')),
        hasCoverage: await has(db.selectFrom('coverage').select('outletId')),
        hasRegistrations: await has(
          db.selectFrom('registrationImports').select('id').where('committedAt', 'is not', null),
        ),
        hasCampaign: await has(db.selectFrom('campaigns').select('id')),
      }
    },
  }
}
