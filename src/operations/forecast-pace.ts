/** Works out how late registrations come in and where the year will end, and keeps both: pages only read them. */
import { createHash } from 'node:crypto'
import type { App } from '../app.js'
import { groupBy } from '../domain/group.js'
import { holidayFamilies } from '../domain/holiday.js'
import { columnOf, registrationPanel, type RegistrationPanel } from '../domain/registration-panel.js'
import { everywhere, type ReportingDelay } from '../domain/reporting-delay.js'
import { addDays, daysBetween, type Day, type Instant } from '../domain/time.js'
import {
  branchScope,
  confidence,
  forecastMethod,
  remainingOf,
  type StoredForecast,
} from '../domain/year-end.js'
import type { ForecastOptions, YearEndForecast } from '../statistics/index.js'
import { completeDay, delaysOf } from './reporting-delays.js'

/** Four years teach the season, and two forecasts of earlier years need a year of history before them. */
const historyDays = 4 * 365 + 366

const seed = 20_110_101

/** Returns how many forecasts were made; none where nothing became known since the last. */
export async function forecastPace(app: App): Promise<number> {
  const { store } = app
  const asOf = await store.registrations.lastKnownFrom()
  if (asOf === null || (await isDone(app, asOf))) return 0
  const streams = (await store.streams.list()).map(({ id }) => id)
  const delays = await Promise.all(streams.map(async id => [id, await delaysOf(app, id, asOf)] as const))
  const panels = await panelsOf(app, streams)
  const rows = panels.length > 0 ? await yearEndsOf(app, panels, asOf) : []
  await keep(app, delays, rows)
  return rows.length
}

async function isDone({ store }: App, asOf: Instant): Promise<boolean> {
  const [known] = await store.forecasts.delays(everywhere)
  const rows = known
    ? await store.forecasts.yearEnds(yearAfter(asOf.slice(0, 10)), { through: '9999', asOf })
    : []
  return known?.asOf === asOf && rows.every(row => row.asOf === asOf && row.methodVersion === forecastMethod)
}

function yearAfter(through: Day): number {
  return Number(addDays(through, 1).slice(0, 4))
}

interface StreamPanel {
  streamId: string
  panel: RegistrationPanel
}

/** All streams up to one day, the last of which every stream is complete: their forecasts must be added up. */
async function panelsOf(app: App, streamIds: readonly string[]): Promise<StreamPanel[]> {
  const known = await Promise.all(
    streamIds.map(async streamId => {
      const last = await app.store.registrations.lastDay(streamId)
      if (last === null) return []
      const counts = await app.store.registrations.list(
        { from: addDays(last, -historyDays), to: last },
        { streamId },
      )
      const through = await completeDay(app, streamId, counts)
      return through === null ? [] : [{ streamId, counts, through }]
    }),
  )
  const found = known.flat()
  const through = found.map(stream => stream.through).toSorted()[0]
  if (through === undefined) return []
  return found.map(({ streamId, counts }) => ({
    streamId,
    panel: registrationPanel(counts, {
      districtCodes: [...new Set(counts.map(cell => cell.districtCode))].toSorted(),
      firstDay: counts.reduce((first, { day }) => (day < first ? day : first), through),
      lastDay: through,
      completeThrough: through,
    }),
  }))
}

interface Question {
  streamId: string
  scope: string
  panel: RegistrationPanel
  options: ForecastOptions
}

async function yearEndsOf(
  app: App,
  panels: readonly StreamPanel[],
  asOf: Instant,
): Promise<StoredForecast[]> {
  const through = addDays(panels[0]!.panel.firstDay, panels[0]!.panel.days - 1)
  const year = yearAfter(through)
  const questions = (await Promise.all(panels.map(stream => questionsOf(app, stream, year)))).flat()
  const [answers, totals] = await Promise.all([
    app.compute.forecastYearEnds(questions.map(({ panel, options }) => ({ panel, options }))),
    app.store.registrations.bucketTotals({ starts: [`${year}-01-01`], to: through }),
  ])
  return questions.flatMap((question, index) => {
    const soFar = new Map(
      totals.filter(row => row.streamId === question.streamId).map(row => [row.districtCode, row.total]),
    )
    const shared = {
      year,
      streamId: question.streamId,
      asOf,
      throughDay: through,
      methodVersion: forecastMethod,
    }
    const inputFingerprint = fingerprintOf(question)
    return rowsOf(question, answers[index]!, soFar).map(row => ({ ...shared, ...row, inputFingerprint }))
  })
}

/** The whole, and each branch by itself where there are several: its range is not the sum of its districts' ranges. */
async function questionsOf(app: App, { streamId, panel }: StreamPanel, year: number): Promise<Question[]> {
  const { store } = app
  const [districts, branches, holidays, ramadans] = await Promise.all([
    store.districts.list(),
    store.districts.branches(),
    store.holidays.between(addDays(panel.firstDay, -30), `${year + 1}-01-31`),
    store.holidays.ramadans(),
  ])
  const options: ForecastOptions = {
    cut: panel.days,
    end: daysBetween(panel.firstDay, `${year}-12-31`) + 1,
    since: Math.max(0, Math.min(panel.days, columnOf(panel, `${year}-01-01`))),
    holidays: holidayFamilies(holidays, ramadans, day => columnOf(panel, day)),
    confidence,
    seed,
  }
  const byBranch = groupBy(districts, district => district.branchId)
  const scopes = branches.length < 2 ? [] : branches
  return [
    { streamId, scope: everywhere, panel, options },
    ...scopes.flatMap(({ id }) => {
      const codes = new Set((byBranch.get(id) ?? []).map(({ code }) => code))
      const own = panelOf(panel, codes)
      return own.districtCodes.length === 0 ? [] : [{ streamId, scope: branchScope(id), panel: own, options }]
    }),
  ]
}

function panelOf(panel: RegistrationPanel, codes: ReadonlySet<string>): RegistrationPanel {
  const rows = panel.districtCodes.flatMap((code, row) => (codes.has(code) ? [row] : []))
  return {
    ...panel,
    districtCodes: rows.map(row => panel.districtCodes[row]!),
    counts: rows.map(row => panel.counts[row]!),
    known: rows.map(row => panel.known[row]!),
  }
}

type ForecastRow = Pick<StoredForecast, 'scope' | 'soFar' | 'remaining' | 'backTests'>

/** The forecast is of what is still to come; what came is what is counted, spans of days too. */
function rowsOf(
  { scope, panel }: Question,
  { total, soFar, districts, backTest }: YearEndForecast,
  counted: ReadonlyMap<string, number>,
): ForecastRow[] {
  const backTests = backTest.forecasts
  const countedIn = (code: string) => counted.get(code) ?? 0
  const isKnown = districts.some(district => district.remaining !== null)
  const rest = { low: total.low - soFar, estimate: total.estimate - soFar, high: total.high - soFar }
  const whole: ForecastRow = {
    scope,
    soFar: panel.districtCodes.reduce((sum, code) => sum + countedIn(code), 0),
    remaining: isKnown ? remainingOf(rest) : null,
    backTests,
  }
  if (scope !== everywhere) return [whole]
  const parts = districts.map(({ district, remaining }): ForecastRow => {
    const code = panel.districtCodes[district]!
    return { scope: code, soFar: countedIn(code), remaining: remaining && remainingOf(remaining), backTests }
  })
  return [whole, ...parts]
}

function fingerprintOf({ streamId, scope, panel, options }: Question): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([streamId, scope, panel.firstDay, panel.districtCodes, options]))
  for (const rows of [panel.counts, panel.known]) for (const row of rows) hash.update(row)
  return hash.digest('hex')
}

function keep(
  { store }: App,
  delays: readonly (readonly [string, ReportingDelay[]])[],
  rows: readonly StoredForecast[],
): Promise<void> {
  return store.write(async tx => {
    for (const [streamId, found] of delays) await tx.forecasts.keepDelays(streamId, found)
    await tx.forecasts.keepYearEnds(rows)
  })
}
