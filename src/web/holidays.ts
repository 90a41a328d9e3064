import type { App } from '../app.js'
import type { Day } from '../domain/time.js'

/** The public holidays of every year that a plan may touch, for expanding order lines. */
export async function publicHolidays(app: App): Promise<Set<Day>> {
  const holidays = await app.store.holidays.between('2009-01-01', '2100-12-31')
  return new Set(holidays.filter(holiday => holiday.kind === 'public').map(holiday => holiday.day))
}
