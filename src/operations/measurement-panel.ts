/** The history a plan is measured on: what is known of a stream, with what was on air left out. */
import type { App } from '../app.js'
import { flightOf } from '../domain/exposure.js'
import { groupBy } from '../domain/group.js'
import { exposedCells } from '../domain/season-question.js'
import { completeThrough, registrationPanel, type RegistrationPanel } from '../domain/registration-panel.js'
import { addDays, type Day } from '../domain/time.js'

/** Two years hold each season twice. */
const historyDays = 730

export interface MeasurementPanel {
  panel: RegistrationPanel
  masked: Uint8Array[]
  lastDay: Day
}

/** Nothing while no registrations are known. */
export async function measurementPanel(
  { store, clock }: App,
  { streamId, before, districtCodes }: { streamId: string; before: Day; districtCodes: readonly string[] },
): Promise<MeasurementPanel | undefined> {
  const known = await store.registrations.lastDay(streamId)
  const begun = await store.registrations.firstDay(streamId)
  if (known === null || begun === null) return undefined
  const last = [known, addDays(before, -1)].toSorted()[0]!
  const firstDay = [addDays(last, -historyDays), begun].toSorted()[1]!
  const counts = await store.registrations.list({ from: firstDay, to: last }, { streamId })
  const complete = completeThrough(counts)
  if (complete === null) return undefined
  const panel = registrationPanel(counts, {
    districtCodes,
    firstDay,
    lastDay: complete,
    completeThrough: complete,
  })
  const [settings, coverage, states] = await Promise.all([
    store.settings.all(),
    store.outlets.allCoverage(),
    store.broadcasts.listStates({ from: firstDay }),
  ])
  const given = { coverage, threshold: settings.exposureThreshold, today: clock.today() }
  const flights = [...groupBy(states, state => state.campaignId)].flatMap(
    ([id, broadcasts]) => flightOf(id, broadcasts, given) ?? [],
  )
  return { panel, masked: exposedCells(panel, flights), lastDay: complete }
}
