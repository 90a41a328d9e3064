/** The season as it is told: who and what there is, and a diary of what happens when. */
import type { App } from '../../../src/app.js'
import type { Campaign } from '../../../src/domain/campaign.js'
import type { Contact } from '../../../src/domain/contact.js'
import type { Holiday, Ramadan } from '../../../src/domain/holiday.js'
import type { Outlet } from '../../../src/domain/outlet.js'
import type { Day, Instant } from '../../../src/domain/time.js'
import { addDays, dayOf, weekdayOf } from '../../../src/domain/time.js'
import type { User } from '../../../src/domain/user.js'

type Event = () => Promise<unknown>

export interface Story {
  /** The real application inside the one transaction of the season. */
  app: App
  users: Map<string, User>
  outlets: Map<string, Outlet>
  contacts: Map<string, Contact>
  campaigns: Map<string, Campaign>
  /** Ids by the code of a material, and by the key of an order. */
  materials: Map<string, string>
  orders: Map<string, string>
  holidays: readonly Holiday[]
  ramadans: readonly Ramadan[]
  /** Writes into the diary what is to happen at a moment; events of one moment happen in the order written. */
  at: (instant: Instant, event: Event) => void
}

export interface Diary {
  write: (instant: Instant, event: Event) => void
  /** The earliest event that has not happened yet. */
  next: () => { at: Instant; event: Event } | undefined
}

export function createDiary(): Diary {
  const entries: { at: Instant; event: Event }[] = []
  return {
    write(at, event) {
      const after = entries.findLastIndex(entry => entry.at <= at)
      entries.splice(after + 1, 0, { at, event })
    },
    next: () => entries.shift(),
  }
}

/** The day itself or the next one on which the office works. */
export function workday({ holidays }: Pick<Story, 'holidays'>, day: Day): Day {
  let open = day
  while (weekdayOf(open) > 4 || holidays.some(holiday => holiday.day === open)) open = addDays(open, 1)
  return open
}

/** The how-manieth working day after a day. */
export function workdaysAfter(story: Pick<Story, 'holidays'>, day: Day, count: number): Day {
  let open = workday(story, day)
  for (let i = 0; i < count; i++) open = workday(story, addDays(open, 1))
  return open
}

export function today({ app }: Story): Day {
  return dayOf(app.clock.now(), app.clock.zone)
}
