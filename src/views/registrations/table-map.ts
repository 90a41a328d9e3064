/** On which map the figures of a table are told, and by which shares. */
import { addDays } from '../../domain/time.js'
import type { ShownTable } from './table-page.js'
import type { Texts } from './texts.js'

/** The map of each day; the one before the first change; the one from each change on. */
export function mapChoices(
  { words, formats }: Texts,
  { changes }: Pick<ShownTable, 'changes'>,
): [string, string][] {
  const t = words.registrations
  const days = [...new Set(changes.map(({ day }) => day))].toSorted()
  const before = days[0]!
  return [
    ['', t.mapOfDays],
    [addDays(before, -1), t.mapBefore(formats.day(before))],
    ...days.map((day): [string, string] => [day, t.mapSince(formats.day(day))]),
  ]
}

/** Apportioned figures are estimates: the shares are told with their source. */
export function mapNotes(
  { words, formats }: Texts,
  { filter, changes, names, table }: Pick<ShownTable, 'filter' | 'changes' | 'names' | 'table'>,
): string[] {
  if (filter.map === '') return []
  const first = table.buckets[0]!.start
  const last = table.buckets.at(-1)!.end
  const touched = changes.filter(({ day }) => (day <= filter.map ? first < day : last >= day))
  return touched.map(change =>
    words.registrations.mapShare({
      day: formats.day(change.day),
      from: names.get(change.fromCode) ?? change.fromCode,
      to: names.get(change.toCode) ?? change.toCode,
      share: formats.percent(change.day <= filter.map ? change.share : change.shareBack),
      source: change.source,
      isForward: change.day <= filter.map,
    }),
  )
}
