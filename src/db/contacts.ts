import type { Generated, Kysely } from 'kysely'
import type { Contact } from '../domain/contact.js'
import type { Day } from '../domain/time.js'
import { updateVersioned } from './columns.js'
import type { Schema } from './schema.js'

export interface ContactTable extends Omit<Contact, 'version'> {
  version: Generated<number>
}

/** Who serves which outlet from when to when: a hand-over ends one row and begins another. */
export interface OutletContactTable {
  outletId: string
  contactId: string
  since: Day
  until: Day | null
}

export function contacts(db: Kysely<Schema>) {
  const serving = (day: Day) =>
    db
      .selectFrom('contacts')
      .innerJoin('outletContacts', 'outletContacts.contactId', 'contacts.id')
      .where('since', '<=', day)
      .where(eb => eb.or([eb('until', 'is', null), eb('until', '>=', day)]))

  return {
    find: (id: string): Promise<Contact | undefined> =>
      db.selectFrom('contacts').selectAll().where('id', '=', id).executeTakeFirst(),

    findByEmail: (email: string): Promise<Contact | undefined> =>
      db.selectFrom('contacts').selectAll().where('email', '=', email).executeTakeFirst(),

    listOfOutlet: (outletId: string, day: Day): Promise<Contact[]> =>
      serving(day).selectAll('contacts').where('outletId', '=', outletId).orderBy('since').execute(),

    /** Every contact with the outlets it serves on a day. */
    listServing: (day: Day): Promise<(Contact & { outletId: string; since: Day })[]> =>
      serving(day).selectAll('contacts').select(['outletId', 'since']).orderBy('contacts.name').execute(),

    async outletIds(contactId: string, day: Day): Promise<string[]> {
      const rows = await serving(day)
        .select('outletId')
        .where('contacts.id', '=', contactId)
        .orderBy('outletId')
        .execute()
      return rows.map(row => row.outletId)
    },

    insert: async (contact: Contact): Promise<void> => {
      await db.insertInto('contacts').values(contact).execute()
    },

    update: (contact: Pick<Contact, 'id' | 'version'>, change: Partial<Contact>): Promise<void> =>
      updateVersioned(db, 'contacts', contact, change),

    /** From `since` on the contact serves the outlet. */
    assign: async (row: OutletContactTable): Promise<void> => {
      await db.insertInto('outletContacts').values(row).execute()
    },

    release: async (outletId: string, contactId: string, until: Day): Promise<void> => {
      await db
        .updateTable('outletContacts')
        .set({ until })
        .where('outletId', '=', outletId)
        .where('contactId', '=', contactId)
        .where('until', 'is', null)
        .execute()
    },
  }
}
