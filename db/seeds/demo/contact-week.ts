/** One contact's week: what may be out of the ordinary about it, and what there is to answer. */
import type { BroadcastState } from '../../../src/domain/broadcast.js'
import type { Contact } from '../../../src/domain/contact.js'
import type { Link } from '../../../src/domain/link.js'
import { daysBetween, type Day } from '../../../src/domain/time.js'
import { broadcastsOfWeek } from '../../../src/operations/confirm-broadcasts.js'
import type { ContactRow } from './outlets.js'
import { season } from './season.js'
import { today, type Story } from './story.js'
import { readTable } from './tables.js'

export type Oddity =
  'silent' | 'early' | 'missed' | 'word-only' | 'returned' | 'repeats-plan' | 'untidy-log' | 'same-file'

export interface ContactWeek {
  row: ContactRow
  /** Place in the table of contacts. */
  index: number
  contact: Contact
  link: Link
  week: Day
  oddity: Oddity | undefined
}

export function readOddities(root: string): { contact: string; week: Day; what: Oddity }[] {
  return readTable<'contact' | 'week' | 'what'>(root, 'oddities').map(row => ({
    ...row,
    what: row.what as Oddity,
  }))
}

export function weekNumber(week: Day): number {
  return daysBetween(season.historyFrom, week)
}

export function contactOf({ contact, link }: ContactWeek) {
  return { kind: 'contact', id: contact.id, name: contact.name, linkId: link.id } as const
}

export function broadcastsOf(story: Story, { contact, week }: ContactWeek): Promise<BroadcastState[]> {
  return broadcastsOfWeek(story.app.store, { contactId: contact.id, week, today: today(story) })
}
