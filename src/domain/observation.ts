/** What somebody who is not the outlet saw or heard of a broadcast: the only thing that grade E4 rests on. */
import { mayApproveWorkOf } from './access.js'
import type { BroadcastState } from './broadcast.js'
import { isTimeless, tolerances } from './match-tolerance.js'
import { minutesOutside } from './run-difference.js'
import type { Decision, Problem } from './problem.js'
import { allowed, refused } from './problem.js'
import { dayNumber, type Day, type Instant, type Minute } from './time.js'

/** Own staff, a paid monitoring service, an authority such as the broadcasting commission, or a listener or reader. */
export const observers = ['office', 'monitor', 'authority', 'public'] as const
export type Observer = (typeof observers)[number]

export interface Observation {
  id: string
  broadcastId: string
  observer: Observer
  seen: 'ran' | 'did-not-run'
  day: Day
  minute: Minute | null
  note: string
  fileId: string | null
  givenBy: string
  givenAt: Instant
  withdrawnAt: Instant | null
  withdrawnBy: string | null
  withdrawReason: string | null
}

export type Seen = Pick<Observation, 'seen' | 'day' | 'minute'>

/** Whether something may be observed of a broadcast: it was to have run by now, and its order is open. */
export function mayObserve(broadcast: BroadcastState, today: Day): Decision {
  if (broadcast.day > today) return refused('broadcast-in-future')
  const isGone = broadcast.withdrawnAt !== null && broadcast.confirmationId === null
  return isGone || broadcast.orderClosedAt ? refused('wrong-state') : allowed
}

/** What is wrong with an observation, by field. One that is too far from the broadcast is of another run. */
export function observationProblems(
  broadcast: BroadcastState,
  { seen, day, minute }: Seen,
  today: Day,
): Record<string, Problem> {
  if (day > today) return { day: { code: 'broadcast-in-future' } }
  const needsTime = seen === 'ran' && !isTimeless(broadcast.medium)
  if (needsTime && minute === null) return { minute: { code: 'required' } }
  const { search } = tolerances[broadcast.medium]
  if (Math.min(...distances(broadcast, { day, minute })) <= search) return {}
  return { [needsTime ? 'minute' : 'day']: { code: 'observed-elsewhere' } }
}

/** Minutes from the ordered daypart, and from where the outlet says it ran. */
function distances(broadcast: BroadcastState, { day, minute }: Pick<Seen, 'day' | 'minute'>): number[] {
  const ordered = Math.abs(minutesOutside(broadcast, { day, minute }))
  const { actualDay, actualMinute } = broadcast
  if (actualDay === null) return [ordered]
  const days = (dayNumber(day) - dayNumber(actualDay)) * 1440
  return [ordered, Math.abs(days + (minute ?? 0) - (minute === null ? 0 : (actualMinute ?? minute)))]
}

/** An observation is taken back by whoever wrote it down. */
export function mayWithdraw(observation: Observation, personId: string): Decision {
  if (observation.withdrawnAt) return refused('wrong-state')
  return observation.givenBy === personId ? allowed : refused('not-allowed')
}

/** Nobody judges what they observed themselves. */
export function mayJudgeBeside(observations: readonly Observation[], personId: string): Decision {
  return mayApproveWorkOf(
    standing(observations).map(({ givenBy }) => givenBy),
    personId,
  )
}

export type Observed = 'agrees' | 'contradicts' | 'nothing'

/**
 * What the observations that stand make of the outlet's answer. Who saw it run bears out "ran" and contradicts "did not
 * run". Who waited in vain was there at the ordered time, so that this tells nothing of a run that the outlet itself
 * puts elsewhere. Where observations disagree a person has to look: that counts as a contradiction.
 */
export function observed(broadcast: BroadcastState, observations: readonly Observation[]): Observed {
  const verdicts = new Set(standing(observations).map(({ seen }) => against(broadcast, seen)))
  if (verdicts.has('contradicts')) return 'contradicts'
  return verdicts.has('agrees') ? 'agrees' : 'nothing'
}

function against(broadcast: BroadcastState, seen: Observation['seen']): Observed {
  const { answer } = broadcast
  if (answer === null || answer === 'not-known') return 'nothing'
  if (answer === 'did-not-run') return seen === 'did-not-run' ? 'agrees' : 'contradicts'
  if (seen === 'ran') return 'agrees'
  const { actualDay, actualMinute } = broadcast
  const day = actualDay ?? broadcast.day
  return minutesOutside(broadcast, { day, minute: actualMinute }) === 0 ? 'contradicts' : 'nothing'
}

function standing(observations: readonly Observation[]): Observation[] {
  return observations.filter(({ withdrawnAt }) => withdrawnAt === null)
}
