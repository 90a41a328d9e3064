import type { Kysely } from 'kysely'
import type { RegistrationImport } from '../domain/registration.js'
import type { ImportReport, ImportWithReport } from '../domain/import-report.js'
import type { Reading } from '../domain/registration-sheet.js'
import type { Instant } from '../domain/time.js'
import type { Schema } from './schema.js'

export interface RegistrationImportTable extends RegistrationImport {
  /** How the sheet is read: which column is what. */
  reading: string
  /** What reading it found, for the preview. */
  report: string
}

export function registrationImports(db: Kysely<Schema>) {
  return {
    async find(id: string): Promise<ImportWithReport | undefined> {
      const row = await db
        .selectFrom('registrationImports')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row && withReport(row)
    },

    list: (limit: number): Promise<RegistrationImport[]> =>
      db
        .selectFrom('registrationImports')
        .select([
          'id',
          'fileName',
          'sha256',
          'bytes',
          'receivedAt',
          'receivedBy',
          'source',
          'rowsRead',
          'rowsRefused',
          'cellsStored',
          'cellsChanged',
          'totalBefore',
          'totalAfter',
          'firstDay',
          'lastDay',
          'committedAt',
          'committedBy',
          'undoneAt',
          'undoneBy',
          'discardedAt',
        ])
        .where('discardedAt', 'is', null)
        .orderBy('receivedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),

    findCommittedByHash: (sha256: string): Promise<{ id: string; fileName: string } | undefined> =>
      db
        .selectFrom('registrationImports')
        .select(['id', 'fileName'])
        .where('sha256', '=', sha256)
        .where('committedAt', 'is not', null)
        .where('undoneAt', 'is', null)
        .executeTakeFirst(),

    /** One that waits as a preview: the same file opens it again. */
    findPreviewByHash: (sha256: string): Promise<{ id: string } | undefined> =>
      db
        .selectFrom('registrationImports')
        .select('id')
        .where('sha256', '=', sha256)
        .where('committedAt', 'is', null)
        .where('discardedAt', 'is', null)
        .executeTakeFirst(),

    /** Imports committed after a moment and still in force, with what each found. */
    async committedAfter(moment: Instant): Promise<ImportWithReport[]> {
      const rows = await db
        .selectFrom('registrationImports')
        .selectAll()
        .where('committedAt', '>', moment)
        .where('undoneAt', 'is', null)
        .execute()
      return rows.map(withReport)
    },

    insert: async ({ reading, report, ...row }: ImportWithReport): Promise<void> => {
      await db
        .insertInto('registrationImports')
        .values({ ...row, reading: JSON.stringify(reading), report: JSON.stringify(report) })
        .execute()
    },

    update: async (id: string, { reading, report, ...change }: Partial<ImportWithReport>): Promise<void> => {
      await db
        .updateTable('registrationImports')
        .set({
          ...change,
          ...(reading ? { reading: JSON.stringify(reading) } : {}),
          ...(report ? { report: JSON.stringify(report) } : {}),
        })
        .where('id', '=', id)
        .execute()
    },
  }
}

function withReport(row: RegistrationImportTable): ImportWithReport {
  return {
    ...row,
    reading: JSON.parse(row.reading) as Reading,
    report: JSON.parse(row.report) as ImportReport,
  }
}
