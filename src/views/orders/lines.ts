/** Order lines in words: the same on screen, in mails and on the partner's page. */
import type { OrderLine } from '../../domain/order-line.js'
import { lineRuns } from '../../domain/order-cost.js'
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

/** `16 Nov – 29 Nov 2026, tiap hari, tanpa hari libur` */
export function flightText(words: Words, formats: Formats, line: OrderLine): string {
  return [
    formats.days(line.firstDay, line.lastDay),
    weekdayText(words, line.weekdays),
    ...(line.skipHolidays ? [words.orders.withoutHolidays] : []),
  ].join(', ')
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
    rotationText(materials, line.materials),
    flightText(words, formats, line),
    `${daypartText(words, formats, line)}, ${t.perDay(formats.number(line.runsPerDay))}`,
    t.priceKinds[line.priceKind],
    formats.number(lineRuns(line, holidays)),
    priceText(words, formats, line),
  ]
}

/** `Rp 150.000`, or `Rp 150.000–175.000 (outlet’s rate)`. */
export function priceText(words: Words, formats: Formats, { rates, rupiah }: OrderLine): string {
  if (!rates) return formats.rupiah(rupiah)
  const prices = rates.map(rate => rate.rupiah)
  const [least, most] = [Math.min(...prices), Math.max(...prices)].map(price => formats.rupiah(price))
  return `${least === most ? least : `${least} – ${most}`} (${words.lineEditor.byRate})`
}

/** Titles in turn; weights are said where they differ from one. */
export function rotationText(
  materials: ReadonlyMap<string, Material>,
  turns: OrderLine['materials'],
): string {
  const weighs = turns.some(({ weight }) => weight !== 1)
  const names = turns.map(({ materialId, weight }) => {
    const title = materials.get(materialId)?.title ?? '–'
    return weighs ? `${weight}× ${title}` : title
  })
  return names.join(', ')
}

export function lineColumns(words: Words) {
  const t = words.orders
  return [t.format, t.material, t.flight, t.daypart, t.priceKind, numeric(t.runs), numeric(t.rupiah)]
}
