/** Every count of a year as it is known: a file that, imported again, gives the same counts. */
import type { RegistrationCount } from '../../domain/registration.js'
import { addDays } from '../../domain/time.js'
import type { Texts } from './texts.js'

/** Streams by their ids, districts by their codes: names change, and a report over several days tells its first too. */
export function countsCsv({ words }: Texts, counts: readonly RegistrationCount[]): (string | number)[][] {
  const t = words.registrations
  const inOrder = counts.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  const rows = inOrder.map(({ day, spanDays, districtCode, streamId, count }) => [
    spanDays === 1 ? day : `${addDays(day, 1 - spanDays)} – ${day}`,
    districtCode,
    streamId,
    count ?? '',
  ])
  return [[...t.countColumns], ...rows]
}

/** The same order on every database, so that the same counts are the same bytes. */
function placeOf({ day, districtCode, streamId }: RegistrationCount): string {
  return `${day} ${districtCode} ${streamId}`
}
