import type { Day } from '../../../src/domain/time.js'

export const districtCodes = Array.from({ length: 14 }, (_, i) => `L${String(i + 1).padStart(2, '0')}`)

export interface MadeCampaign {
  id: string
  districtCodes: string[]
  firstDay: Day
  days: number
  /** Lift on self-enrolled registrations while it is on air; employers never react. */
  lift: number
}
