import type { App } from '../app.js'
import type { Holiday } from '../domain/holiday.js'
import type { DeadlineRule } from '../domain/material-deadline.js'
import type { Day } from '../domain/time.js'
import { daysOff } from '../domain/working-days.js'

/** The public holidays of every year that a plan may touch, for expanding order lines. */
export async function publicHolidays(app: App): Promise<Set<Day>> {
  return publicOf(await allHolidays(app))
}

/** The same with the rule by which material is due. */
export async function planningDays(app: App): Promise<{ holidays: Set<Day>; rule: DeadlineRule }> {
  const [holidays, { materialLeadDays }] = await Promise.all([allHolidays(app), app.store.settings.all()])
  return { holidays: publicOf(holidays), rule: { leadDays: materialLeadDays, off: daysOff(holidays) } }
}

function allHolidays(app: App): Promise<Holiday[]> {
  return app.store.holidays.between('2009-01-01', '2100-12-31')
}

function publicOf(holidays: readonly Holiday[]): Set<Day> {
  return new Set(holidays.filter(({ kind }) => kind === 'public').map(({ day }) => day))
}
