/** How counts change: what was known is closed at a moment, what is known from then on is added. Nothing is overwritten. */
import { sql, type Kysely } from 'kysely'
import type { RegistrationCell } from '../domain/registration.js'
import type { Instant } from '../domain/time.js'
import { runBulk } from './bulk.js'
import type { Schema } from './schema.js'

export interface KnownSince {
  from: Instant
  importId: string
}

export function registrationChanges(db: Kysely<Schema>) {
  return {
    /** Makes new values known from a moment on; what was known before is closed at that moment. */
    async supersede(cells: readonly RegistrationCell[], known: KnownSince): Promise<void> {
      await close(cells, known.from)
      await add(cells, known)
    },

    /** Cells nobody knew anything of before. */
    add,

    /** Closes all that an import made known in one district. */
    closeImport: async (place: ImportInDistrict, at: Instant): Promise<void> => {
      await db
        .updateTable('registrationCounts')
        .set({ knownTo: at })
        .where('districtCode', '=', place.districtCode)
        .where('day', '>=', place.firstDay)
        .where('day', '<=', place.lastDay)
        .where('importId', '=', place.importId)
        .where('knownTo', 'is', null)
        .execute()
    },

    /** Makes known again, from `at` on, what an import closed at a moment in one district. */
    restoreClosed: async (
      place: ImportInDistrict,
      { closedAt, at }: { closedAt: Instant; at: Instant },
    ): Promise<void> => {
      await db
        .insertInto('registrationCounts')
        .columns(columns)
        .expression(eb =>
          eb
            .selectFrom('registrationCounts')
            .select(select => [
              'districtCode',
              'streamId',
              'day',
              'spanDays',
              'state',
              'count',
              select.val(at).as('knownFrom'),
              select.val<string | null>(null).as('knownTo'),
              'importId',
            ])
            .where('districtCode', '=', place.districtCode)
            .where('day', '>=', place.firstDay)
            .where('day', '<=', place.lastDay)
            .where('knownTo', '=', closedAt),
        )
        .execute()
    },
  }

  function add(cells: readonly RegistrationCell[], known: KnownSince): Promise<void> {
    return runBulk(db, cells, {
      compile: rows =>
        db
          .insertInto('registrationCounts')
          .values(
            rows.map(cell => ({
              ...plain(cell),
              knownFrom: known.from,
              knownTo: null,
              importId: known.importId,
            })),
          )
          .compile(),
      parameters: rows => {
        const values: unknown[] = []
        for (const { districtCode, streamId, day, spanDays, state, count } of rows) {
          values.push(districtCode, streamId, day, spanDays, state, count, known.from, null, known.importId)
        }
        return values
      },
    })
  }

  function close(cells: readonly RegistrationCell[], at: Instant): Promise<void> {
    return runBulk(db, cells, {
      compile: rows => {
        const places = rows.map(cell => sql`(${cell.districtCode}, ${cell.streamId}, ${cell.day})`)
        return sql`update registration_counts set known_to = ${at} where known_to is null
          and (district_code, stream_id, day) in (values ${sql.join(places)})`.compile(db)
      },
      parameters: rows => [at, ...rows.flatMap(cell => [cell.districtCode, cell.streamId, cell.day])],
    })
  }
}

export interface ImportInDistrict {
  importId: string
  districtCode: string
  firstDay: string
  lastDay: string
}

const columns = [
  'districtCode',
  'streamId',
  'day',
  'spanDays',
  'state',
  'count',
  'knownFrom',
  'knownTo',
  'importId',
] as const

function plain({ districtCode, streamId, day, spanDays, state, count }: RegistrationCell) {
  return { districtCode, streamId, day, spanDays, state, count }
}
