/** Order lines in words: the same on screen, in mails and on the partner's page. */
import type { OrderLine } from '../../domain/order-line.js'
import { plannedRuns } from '../../domain/order-line.js'
import type { Material } from '../../domain/material.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { numeric } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Cell } from '../page.js'

export interface LineFacts {
  materials: Map<string, Material>
  holidays: ReadonlySet<Day>
}

export function weekdayText(words: Words, weekdays: readonly number[]): string {
  const { weekdayNames, everyDay } = words.orders
  return weekdays.length === 7 ? everyDay : weekdays.map(weekday => weekdayNames[weekday]).join(', ')
}

export function daypartText(
  words: Words,
  formats: Formats,
  run: { fromMinute: number; toMinute: number },
): string {
  return formats.daypart(run.fromMinute, run.toMinute) || words.orders.allDay
}

export function lineCells(
  words: Words,
  formats: Formats,
  line: OrderLine,
  { materials, holidays }: LineFacts,
): Cell[] {
  const t = words.orders
  const size = line.seconds ? words.materials.lengthIs(formats.number(line.seconds)) : ''
  return [
    [t.formats[line.format], size].filter(Boolean).join(', '),
    line.materials.map(({ materialId }) => materials.get(materialId)?.title ?? '–').join(', '),
    `${formats.days(line.firstDay, line.lastDay)}, ${weekdayText(words, line.weekdays)}`,
    `${daypartText(words, formats, line)}, ${t.perDay(formats.number(line.runsPerDay))}`,
    t.priceKinds[line.priceKind],
    formats.number(plannedRuns(line, holidays).length),
    formats.rupiah(line.rupiah),
  ]
}

export function lineColumns(words: Words) {
  const t = words.orders
  return [t.format, t.material, t.flight, t.daypart, t.priceKind, numeric(t.runs), numeric(t.rupiah)]
}
