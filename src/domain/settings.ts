import type { MaterialLanguage } from './material.js'
import type { Medium } from './outlet.js'

/** What an office chooses for itself; kept in the database, changed by an administrator. */
export interface Settings {
  officeName: string
  /** The smallest lift, as a share of usual registrations, that would be worth having. */
  liftWorthHaving: number
  /** Share of a district's working-age people an outlet must reach before the district counts as exposed. */
  exposureThreshold: number
  /** Minutes a broadcast may run outside its daypart and still count as run as ordered. */
  toleranceMinutes: number
  /** How fast a script is read aloud. */
  wordsPerMinute: Record<MaterialLanguage, number>
  /** How many working days before its first run a material must be checked, so that the outlet has it in time. */
  materialLeadDays: Record<Medium, number>
}

export const defaultSettings: Settings = {
  officeName: 'Gaung',
  liftWorthHaving: 0.2,
  exposureThreshold: 0.1,
  toleranceMinutes: 30,
  // Newsreaders read about 130 words of Indonesian a minute; for the others offices start from the same.
  wordsPerMinute: { id: 130, lpg: 130, jv: 130, su: 130 },
  materialLeadDays: { radio: 3, tv: 5, print: 3, online: 2 },
}
