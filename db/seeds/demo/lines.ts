/** The lines of the season's orders. */
import type { Format, LinePlan, PriceKind } from '../../../src/domain/order-line.js'
import { minuteOfDay } from './season.js'
import type { Story } from './story.js'
import { listOf, readTable, type Row } from './tables.js'

export type LineRow = Row<
  | 'order'
  | 'format'
  | 'materials'
  | 'first'
  | 'last'
  | 'weekdays'
  | 'from'
  | 'to'
  | 'runs'
  | 'seconds'
  | 'mm'
  | 'price'
  | 'rupiah'
  | 'skip'
>

export function readLines(root: string): LineRow[] {
  return readTable<keyof LineRow>(root, 'lines')
}

export function linePlan({ materials }: Story, row: LineRow): LinePlan {
  return {
    format: row.format as Format,
    firstDay: row.first,
    lastDay: row.last,
    weekdays: row.weekdays.split('').map(number => Number(number) - 1),
    fromMinute: minuteOfDay(row.from),
    toMinute: minuteOfDay(row.to),
    runsPerDay: Number(row.runs),
    seconds: row.seconds ? Number(row.seconds) : null,
    millimetres: row.mm ? Number(row.mm) : null,
    priceKind: row.price as PriceKind,
    rupiah: Number(row.rupiah),
    skipHolidays: row.skip === 'yes',
    materials: listOf(row.materials).map(text => {
      const [code, weight] = text.split(':')
      return { materialId: materials.get(code!)!, weight: Number(weight) }
    }),
  }
}
