/** By when a material must be checked: so many working days before its first run, by medium. One rule for all screens. */
import type { Material } from './material.js'
import { latestVersion, orderStatus, type MediaOrder } from './media-order.js'
import { runDays, type OrderLine } from './order-line.js'
import type { Medium } from './outlet.js'
import type { Day } from './time.js'
import { workingDaysBefore } from './working-days.js'

export interface DeadlineRule {
  leadDays: Record<Medium, number>
  /** Days on which offices are closed besides weekends. */
  off: ReadonlySet<Day>
}

export function materialDeadline({ leadDays, off }: DeadlineRule, medium: Medium, firstRun: Day): Day {
  return workingDaysBefore(firstRun, leadDays[medium], off)
}

/** The day of the deadline is still in time. */
export function isPastDeadline(deadline: Day, today: Day): boolean {
  return deadline < today
}

/** The first day on which lines run each of their materials, by its id. `holidays` are those that lines may skip. */
export function firstRuns(lines: readonly OrderLine[], holidays: ReadonlySet<Day>): Map<string, Day> {
  const first = new Map<string, Day>()
  for (const line of lines) {
    const day = runDays(line, holidays)[0]
    for (const { materialId } of day ? line.materials : []) {
      const known = first.get(materialId)
      if (!known || day! < known) first.set(materialId, day!)
    }
  }
  return first
}

/** When a material is due; `isOrdered` is false while no order runs it and its campaign's first day stands in. */
export interface Due {
  firstRun: Day
  deadline: Day
  isOrdered: boolean
}

/** When a campaign's materials are due, by id; `orders` are those of the campaign. */
export function dueDays(
  materials: readonly Pick<Material, 'id' | 'medium'>[],
  given: {
    orders: readonly MediaOrder[]
    campaignFirstDay: Day
    holidays: ReadonlySet<Day>
    rule: DeadlineRule
  },
): Map<string, Due> {
  const standing = given.orders.filter(stands)
  const first = firstRuns(
    standing.flatMap(order => latestVersion(order).lines),
    given.holidays,
  )
  const dueOf = ({ id, medium }: Pick<Material, 'id' | 'medium'>): Due => {
    const firstRun = first.get(id) ?? given.campaignFirstDay
    return { firstRun, deadline: materialDeadline(given.rule, medium, firstRun), isOrdered: first.has(id) }
  }
  return new Map(materials.map(material => [material.id, dueOf(material)]))
}

function stands(order: MediaOrder): boolean {
  return !['cancelled', 'closed', 'declined'].includes(orderStatus(order))
}
