/** What the statistics are asked about the campaigns of a season: their flights on one panel, what is masked, what cannot compare. */
import { overlapGroups, type Flight as FlightOnPanel, type FlightsOptions } from '../statistics/index.js'
import type { Flight } from './exposure.js'
import { washOutDays } from './exposure.js'
import type { FieldEvent } from './field-event.js'
import { columnOf, type RegistrationPanel } from './registration-panel.js'
import { addDays, dayNumber } from './time.js'

/** As data, so that it can be handed to a worker. Flights and lists are in the order of the campaigns. */
export interface SeasonQuestion {
  panel: RegistrationPanel
  flights: FlightOnPanel[]
  /** Cells of flights that are not asked about, and of field events. */
  masked: Uint8Array[]
  excluded: number[][]
  neighbours: number[][]
  options: Pick<FlightsOptions, 'before' | 'seed'> & { before: number; seed: number }
}

export interface SeasonGivens {
  panel: RegistrationPanel
  /** The flights asked about. */
  flights: readonly Flight[]
  /** Every other flight: its cells teach nothing about a normal day. */
  others: readonly Flight[]
  fieldEvents: readonly FieldEvent[]
  neighbours: readonly { districtCode: string; neighbourCode: string }[]
  seed: number
}

export const daysBefore = 90

export function seasonQuestion(givens: SeasonGivens): SeasonQuestion {
  const { panel, flights, seed } = givens
  return {
    panel,
    flights: flights.map(flight => onPanel(panel, flight)),
    masked: unusualCells(givens),
    excluded: flights.map(flight => unexposed(panel, flight, flight.fringe)),
    neighbours: flights.map(flight => neighbourRows(flight, givens)),
    options: { before: daysBefore, seed },
  }
}

/** Cells of other flights and of field events. */
function unusualCells({ panel, others, fieldEvents }: SeasonGivens): Uint8Array[] {
  const mask = exposedCells(panel, others)
  for (const { districtCodes, firstDay, lastDay } of fieldEvents) {
    const from = Math.max(0, columnOf(panel, firstDay))
    const to = Math.min(panel.days, columnOf(panel, lastDay) + 1)
    if (from < to) for (const row of rowsOf(panel, districtCodes)) mask[row]!.fill(1, from, to)
  }
  return mask
}

/** The carry-over is in the last day already. */
function onPanel(panel: RegistrationPanel, { exposed, firstDay, lastDay }: Flight): FlightOnPanel {
  const days = { from: columnOf(panel, firstDay), to: columnOf(panel, lastDay) + 1 }
  return { districts: rowsOf(panel, exposed), ...days, carryOver: 0, washOut: washOutDays }
}

function neighbourRows(flight: Flight, { panel, neighbours }: SeasonGivens): number[] {
  const beside = neighbours
    .filter(pair => flight.exposed.includes(pair.districtCode))
    .map(pair => pair.neighbourCode)
  return unexposed(panel, flight, beside)
}

function unexposed(panel: RegistrationPanel, { exposed }: Flight, codes: readonly string[]): number[] {
  return rowsOf(
    panel,
    [...new Set(codes)].filter(code => !exposed.includes(code)),
  )
}

function rowsOf({ districtCodes }: RegistrationPanel, codes: readonly string[]): number[] {
  return codes.map(code => districtCodes.indexOf(code)).filter(index => index >= 0)
}

/** Cells in which any flight was at work or washing out: 1 = left out of what is normal. */
export function exposedCells(panel: RegistrationPanel, flights: readonly Flight[]): Uint8Array[] {
  const mask = panel.districtCodes.map(() => new Uint8Array(panel.days))
  for (const flight of flights) {
    const from = Math.max(0, columnOf(panel, flight.firstDay))
    const to = Math.min(panel.days, columnOf(panel, addDays(flight.lastDay, washOutDays)) + 1)
    for (const code of flight.exposed) {
      const index = panel.districtCodes.indexOf(code)
      if (index >= 0 && from < to) mask[index]!.fill(1, from, to)
    }
  }
  return mask
}

/**
 * Flights whose results are read side by side and adjusted for being many: those of a year, by the first day of the
 * group of overlapping flights that each belongs to. Years in order.
 */
export function seasonsOf<Each extends Flight>(
  flights: readonly Each[],
): { year: string; flights: Each[] }[] {
  const codes = [...new Set(flights.flatMap(({ exposed }) => exposed))]
  const onDays = flights.map(({ exposed, firstDay, lastDay }) => ({
    districts: exposed.map(code => codes.indexOf(code)),
    from: dayNumber(firstDay),
    to: dayNumber(lastDay) + 1,
    carryOver: 0,
    washOut: washOutDays,
  }))
  const seasons = new Map<string, Each[]>()
  for (const group of overlapGroups(onDays)) {
    const members = group.map(k => flights[k]!)
    const year = members.map(({ firstDay }) => firstDay.slice(0, 4)).toSorted()[0]!
    seasons.set(year, [...(seasons.get(year) ?? []), ...members])
  }
  return [...seasons]
    .map(([year, members]) => ({ year, flights: members }))
    .toSorted((a, b) => (a.year < b.year ? -1 : 1))
}
