import type { Kysely } from 'kysely'
import type { Instant } from '../domain/time.js'
import type { Schema } from './schema.js'

export type Typed = Record<string, string | string[]>

export interface FormDraftTable {
  userId: string
  /** Which form of which thing: `campaign <id> <part>`. */
  form: string
  typed: string
  savedAt: Instant
}

/** What somebody has typed into a form and not yet saved, right or wrong. Nobody else sees it. */
export function formDrafts(db: Kysely<Schema>) {
  return {
    async find(userId: string, form: string): Promise<{ typed: Typed; savedAt: Instant } | undefined> {
      const row = await db
        .selectFrom('formDrafts')
        .select(['typed', 'savedAt'])
        .where('userId', '=', userId)
        .where('form', '=', form)
        .executeTakeFirst()
      return row && { typed: JSON.parse(row.typed) as Typed, savedAt: row.savedAt }
    },

    /** The forms that begin like this and hold a draft of this person. */
    async listForms(userId: string, beginning: string): Promise<string[]> {
      const rows = await db
        .selectFrom('formDrafts')
        .select('form')
        .where('userId', '=', userId)
        .where('form', 'like', `${beginning}%`)
        .execute()
      return rows.map(row => row.form)
    },

    async save(draft: FormDraftTable): Promise<void> {
      const { typed, savedAt } = draft
      await db
        .insertInto('formDrafts')
        .values(draft)
        .onConflict(conflict => conflict.columns(['userId', 'form']).doUpdateSet({ typed, savedAt }))
        .execute()
    },

    remove: async (userId: string, form: string): Promise<void> => {
      await db.deleteFrom('formDrafts').where('userId', '=', userId).where('form', '=', form).execute()
    },

    /** Drafts nobody has come back to. */
    removeBefore: async (moment: Instant): Promise<void> => {
      await db.deleteFrom('formDrafts').where('savedAt', '<', moment).execute()
    },
  }
}
