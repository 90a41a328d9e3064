/** When what came became known: two files of history, then one every Monday that also corrects the weeks before. */
import type { RegistrationCell } from '../../../../src/domain/registration.js'
import { addDays, daysBetween, mondayOf, type Day, type Instant } from '../../../../src/domain/time.js'
import { at, season } from '../season.js'
import { readTable } from '../tables.js'
import { latestReport, type DrawnCell, type Lot } from './draw.js'

export interface DeliveredLot extends Lot {
  district: string
  day: Day
}

export interface SeasonDelivery {
  name: string
  at: Instant
  cells: RegistrationCell[]
  lots: DeliveredLot[]
}

type Gap = { district: string; first: Day; last: Day; arrives: Day }

export function deliveriesOf(root: string, cells: readonly DrawnCell[]): SeasonDelivery[] {
  const gaps: Gap[] = readTable<keyof Gap>(root, 'registrations/gaps')
  return [...historyFiles(cells), ...weeklyFiles(cells, gaps)]
}

const historyReceivedOn = '2010-12-08'
const historyEnds = addDays(season.officeSetUp, -1)

function historyFiles(cells: readonly DrawnCell[]): SeasonDelivery[] {
  return [
    { name: 'rekap-pendaftaran-2009.csv', time: '09.10', from: season.historyFrom, to: '2009-12-31' },
    { name: 'rekap-pendaftaran-2010-jan-nov.csv', time: '09.25', from: '2010-01-01', to: historyEnds },
  ].map(({ name, time, from, to }) => {
    const chosen = cells.filter(({ day }) => day >= from && day <= to)
    return {
      name,
      at: at(historyReceivedOn, time),
      cells: chosen.map(cell => reported(cell, latestReport)),
      lots: chosen.flatMap(cell => cell.lots.map(lot => placed(lot, cell))),
    }
  })
}

function weeklyFiles(cells: readonly DrawnCell[], gaps: readonly Gap[]): SeasonDelivery[] {
  const files: SeasonDelivery[] = []
  for (let monday = addDays(season.officeSetUp, 7); monday <= season.today; monday = addDays(monday, 7))
    files.push(weeklyFile(monday, cells, gaps))
  return files
}

/** The week that has ended and the three before it, as far as they are known by now. */
function weeklyFile(monday: Day, cells: readonly DrawnCell[], gaps: readonly Gap[]): SeasonDelivery {
  const from = addDays(monday, -7 * latestReport)
  const first = from > historyEnds ? from : addDays(historyEnds, 1)
  const chosen = cells.filter(({ day }) => day >= first && day < monday)
  const open = chosen.map(cell => ({ cell, weeks: weeksUntil(monday, cell.day) }))
  return {
    name: `pendaftaran-sd-${addDays(monday, -1)}.csv`,
    at: at(monday, '08.05'),
    cells: open.map(({ cell, weeks }) =>
      isMissing(cell, monday, gaps) ? missing(cell) : reported(cell, weeks),
    ),
    lots: open.flatMap(({ cell, weeks }) => lotsArriving(cell, weeks, { monday, gaps })),
  }
}

function weeksUntil(monday: Day, day: Day): number {
  return daysBetween(mondayOf(day), monday) / 7
}

function isMissing({ district, day }: DrawnCell, monday: Day, gaps: readonly Gap[]): boolean {
  return gaps.some(
    gap =>
      gap.district === district &&
      gap.first <= day &&
      day <= gap.last &&
      !(gap.arrives && gap.arrives <= monday),
  )
}

/** A lot comes with its own report; what a missing report held back comes when that arrives. */
function lotsArriving(
  cell: DrawnCell,
  weeks: number,
  { monday, gaps }: { monday: Day; gaps: readonly Gap[] },
): DeliveredLot[] {
  if (isMissing(cell, monday, gaps)) return []
  const heldBack = weeks > 1 && isMissing(cell, addDays(monday, -7), gaps)
  return cell.lots
    .filter(lot => (heldBack ? lot.weeksLate < weeks : lot.weeksLate === weeks - 1))
    .map(lot => placed(lot, cell))
}

function reported({ district, stream, day, known }: DrawnCell, reports: number): RegistrationCell {
  const count = known.slice(0, reports).reduce((sum, part) => sum + part, 0)
  return { districtCode: district, streamId: stream, day, spanDays: 1, state: 'reported', count }
}

function missing({ district, stream, day }: DrawnCell): RegistrationCell {
  return { districtCode: district, streamId: stream, day, spanDays: 1, state: 'not-reported', count: null }
}

function placed(lot: Lot, { district, day }: DrawnCell): DeliveredLot {
  return { ...lot, district, day }
}
