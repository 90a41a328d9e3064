/** Every count of a year as it is known: a file that, imported again, gives the same counts. */
import type { RegistrationCount } from '../../domain/registration.js'
import { addDays } from '../../domain/time.js'
import type { Texts } from './texts.js'

/** Streams by their ids, districts by their codes: names change, and a report over several days tells its first too. */
export function countsCsv({ words }: Texts, counts: readonly RegistrationCount[]): (string | number)[][] {
  const t = words.registrations
  const rows = counts.map(({ day, spanDays, districtCode, streamId, count }) => [
    spanDays === 1 ? day : `${addDays(day, 1 - spanDays)} – ${day}`,
    districtCode,
    streamId,
    count ?? '',
  ])
  return [[...t.countColumns], ...rows]
}
