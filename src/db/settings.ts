import type { Kysely } from 'kysely'
import type { Instant } from '../domain/time.js'
import { defaultSettings, type Settings } from '../domain/settings.js'
import type { Schema } from './schema.js'

export interface SettingTable {
  key: string
  value: string
  updatedAt: Instant
}

/** A group of settings keeps the default of what was added to it since the office chose. */
function chosenOver(defaults: Settings, chosen: Record<string, unknown>): Settings {
  const entries = Object.entries(defaults).map(([key, value]: [string, unknown]) => {
    const own = chosen[key]
    if (own === undefined) return [key, value]
    return [key, typeof value === 'object' ? { ...value, ...(own as object) } : own]
  })
  return { ...chosen, ...Object.fromEntries(entries) } as Settings
}

export function settings(db: Kysely<Schema>) {
  return {
    /** Every setting, with its default where the office has not chosen. */
    async all(): Promise<Settings> {
      const rows = await db.selectFrom('settings').select(['key', 'value']).execute()
      const chosen = Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]))
      return chosenOver(defaultSettings, chosen)
    },

    save: async (change: Partial<Settings>, updatedAt: Instant): Promise<void> => {
      for (const [key, value] of Object.entries(change)) {
        const row = { key, value: JSON.stringify(value), updatedAt }
        await db
          .insertInto('settings')
          .values(row)
          .onConflict(conflict => conflict.column('key').doUpdateSet(row))
          .execute()
      }
    },
  }
}
