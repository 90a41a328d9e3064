/** How late registrations come in, by stream: what every analysis ends with, and every board shows as incomplete. */
import type { App } from '../app.js'
import type { RegistrationCount } from '../domain/registration.js'
import { completeThrough } from '../domain/registration-panel.js'
import { arrivalsOf, everywhere, type Arrivals, type ReportingDelay } from '../domain/reporting-delay.js'
import { addDays, type Day, type Instant } from '../domain/time.js'
import type { Nowcast, Refusal } from '../statistics/index.js'

/** Weekly deliveries make some thirty periods of this, daily ones more than are used. */
const learntFrom = 210

/** Nothing more is waited for when nothing came for this many days. */
const waitedFor = 60

/** The delays of one stream, all districts together and each by itself. */
export async function delaysOf(app: App, streamId: string, asOf: Instant): Promise<ReportingDelay[]> {
  const history = await recentHistory(app, streamId, asOf)
  if (history.length === 0) return []
  const codes = [...new Set(history.map(cell => cell.districtCode))].toSorted()
  const asked = [everywhere, ...codes].map(scope => ({
    scope,
    arrivals: arrivalsOf(
      scope === everywhere ? history : history.filter(cell => cell.districtCode === scope),
    ),
  }))
  const answers = await app.compute.nowcasts(asked.map(({ arrivals }) => arrivals.rows))
  return asked.map(({ scope, arrivals }, index) => ({
    streamId,
    scope,
    asOf,
    ...delayFrom(arrivals, answers[index]!),
  }))
}

/**
 * The last day of a stream that analyses may use: nearly every district has reported it, and of all districts together
 * 95 % of what usually comes is in.
 */
export async function completeDay(
  app: App,
  streamId: string,
  counts: readonly RegistrationCount[],
): Promise<Day | null> {
  const reported = completeThrough(counts)
  const history = await recentHistory(app, streamId)
  const latest = history.at(-1)?.knownFrom.slice(0, 10) ?? ''
  if (latest < addDays(app.clock.today(), -waitedFor)) return reported
  const arrivals = arrivalsOf(history)
  const [answer] = await app.compute.nowcasts([arrivals.rows])
  const known = delayFrom(arrivals, answer!).completeThrough
  return known !== null && reported !== null && known < reported ? known : reported
}

async function recentHistory({ store }: App, streamId: string, asOf?: Instant): Promise<RegistrationCount[]> {
  const last = await store.registrations.lastDay(streamId)
  if (last === null) return []
  const districtCodes = (await store.districts.list()).map(({ code }) => code)
  return store.registrations.history({ streamId, districtCodes, from: addDays(last, -learntFrom), asOf })
}

function delayFrom(
  { periods }: Arrivals,
  answer: Nowcast | Refusal,
): Pick<ReportingDelay, 'status' | 'completeThrough' | 'completeness' | 'periods'> {
  if (!answer.ok) {
    const status = answer.refusal === 'too-little-history' ? answer.refusal : 'no-registrations-before'
    return { status, completeThrough: null, completeness: [], periods: [] }
  }
  const preliminary = periods[answer.preliminaryFrom]
  return {
    status: 'known',
    completeThrough: preliminary ? addDays(preliminary.first, -1) : (periods.at(-1)?.last ?? null),
    completeness: Array.from(answer.completeness, share => Math.round(share * 10_000) / 10_000),
    periods: answer.days
      .filter(({ day }) => day >= answer.preliminaryFrom)
      .map(({ day, known, completeness, final }) => ({ ...periods[day]!, known, completeness, ...final })),
  }
}
