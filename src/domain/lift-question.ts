/** What the statistics are asked about a campaign: its flight on the panel, what is masked, what cannot compare. */
import type { LiftOptions } from '../statistics/index.js'
import type { Flight } from './exposure.js'
import { washOutDays } from './exposure.js'
import type { FieldEvent } from './field-event.js'
import { columnOf, type RegistrationPanel } from './registration-panel.js'
import { addDays } from './time.js'

export interface LiftQuestion {
  panel: RegistrationPanel
  options: LiftOptions & { seed: number; before: number }
}

export interface LiftGivens {
  panel: RegistrationPanel
  flight: Flight
  /** Every flight, this one among them: exposed cells of any of them teach nothing about a normal day. */
  flights: readonly Flight[]
  fieldEvents: readonly FieldEvent[]
  neighbours: readonly { districtCode: string; neighbourCode: string }[]
  seed: number
}

export const daysBefore = 90

export function liftQuestion({
  panel,
  flight,
  flights,
  fieldEvents,
  neighbours,
  seed,
}: LiftGivens): LiftQuestion {
  const row = (code: string) => panel.districtCodes.indexOf(code)
  const rows = (codes: readonly string[]) => codes.map(row).filter(index => index >= 0)
  const exposed = rows(flight.exposed)
  const touched = fieldEvents
    .filter(event => event.firstDay <= flight.lastDay && event.lastDay >= flight.firstDay)
    .flatMap(event => event.districtCodes)
  const excluded = [...new Set(rows([...flight.fringe, ...touched]))].filter(
    index => !exposed.includes(index),
  )
  const beside = neighbours
    .filter(pair => flight.exposed.includes(pair.districtCode))
    .map(pair => pair.neighbourCode)
  return {
    panel,
    options: {
      exposed,
      window: [columnOf(panel, flight.firstDay), columnOf(panel, flight.lastDay) + 1],
      before: daysBefore,
      masked: exposedCells(panel, flights),
      excluded,
      neighbours: [...new Set(rows(beside))].filter(index => !exposed.includes(index)),
      seed,
    },
  }
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
