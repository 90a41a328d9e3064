/** What an office chooses for itself; kept in the database, changed by an administrator. */
export interface Settings {
  officeName: string
  /** The smallest lift, as a share of usual registrations, that would be worth having. */
  liftWorthHaving: number
  /** Share of a district's working-age people an outlet must reach before the district counts as exposed. */
  exposureThreshold: number
  /** Minutes a broadcast may run outside its daypart and still count as run as ordered. */
  toleranceMinutes: number
}

export const defaultSettings: Settings = {
  officeName: 'Gaung',
  liftWorthHaving: 0.2,
  exposureThreshold: 0.1,
  toleranceMinutes: 30,
}
