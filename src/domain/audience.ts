/** How an outlet's audience listens, reads or looks: what reach is estimated from, beside coverage. */
import type { Medium } from './outlet.js'
import type { Day, Instant } from './time.js'

export interface AudienceHabit {
  medium: Medium
  asOf: Day
  /** Share of an outlet's audience that one run meets. */
  rating: number
  /** How much it is the same people who meet every run: 0 none are, 1 always. */
  alikeness: number
  source: string
  /** Nobody has kept it where it is Gaung's own assumption. */
  keptBy: string | null
  keptAt: Instant | null
}

export type HabitFigures = Pick<AudienceHabit, 'rating' | 'alikeness'>

/**
 * Working assumptions until the office enters a survey of its own: orders of magnitude, cautious on purpose. A spot on
 * the radio meets few of those who ever listen; an edition meets most of its readers.
 */
export const assumedHabits: Record<Medium, HabitFigures> = {
  radio: { rating: 0.1, alikeness: 0.3 },
  tv: { rating: 0.12, alikeness: 0.25 },
  print: { rating: 0.5, alikeness: 0.6 },
  online: { rating: 0.05, alikeness: 0.4 },
}

/** The last habits known on a day, by medium; an assumption where the office has entered none. */
export function habitsOn(habits: readonly AudienceHabit[], day: Day): Record<Medium, AudienceHabit> {
  const latest = (medium: Medium): AudienceHabit =>
    habits
      .filter(habit => habit.medium === medium && habit.asOf <= day)
      .toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))[0] ?? {
      medium,
      asOf: day,
      ...assumedHabits[medium],
      source: '',
      keptBy: null,
      keptAt: null,
    }
  return { radio: latest('radio'), tv: latest('tv'), print: latest('print'), online: latest('online') }
}
