import { may } from '../../domain/access.js'
import type { Analysis } from '../../domain/analysis.js'
import { keyBy } from '../../domain/group.js'
import { streamName } from '../../domain/stream.js'
import type { Instant } from '../../domain/time.js'
import type { Verdict } from '../../domain/verdict.js'
import type { ResultFacts } from '../../views/results/show.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

/** The job that judges all campaigns. */
export const judgement = 'judge-campaigns'

export async function resultFacts(visit: StaffVisit): Promise<ResultFacts> {
  const { store, clock } = visit.app
  const campaign = found(await store.campaigns.find(param(visit, 'id')), 'campaign')
  const [current, history, streams, districts, jobs] = await Promise.all([
    store.analyses.current('verdict', campaign.id),
    store.analyses.history(campaign.id),
    store.streams.list(),
    store.districts.list(),
    store.jobs.list(),
  ])
  const ordered = streams.flatMap(stream => current.filter(analysis => analysis.streamId === stream.id))
  const judged = ordered.map(analysis => ({
    analysis,
    verdict: verdictIn(analysis),
    streamName: streamName(
      streams.find(({ id }) => id === analysis.streamId)!,
      campaign.firstDay,
      visit.language,
    ),
    history: history
      .filter(({ streamId }) => streamId === analysis.streamId)
      .map(past => ({ analysis: past, verdict: verdictIn(past) })),
  }))
  return {
    campaign,
    today: clock.today(),
    judged,
    districts: keyBy(districts, district => district.code),
    judging: judging(
      jobs.find(({ name }) => name === judgement),
      clock.now(),
    ),
    mayJudge: may(visit.user.role, 'judge'),
  }
}

/** What results stored before these were known do not hold. */
const beforeJointEffects = { joint: null, ownHistory: null }
const beforeSideBySide = { q: null, tests: 0 }

export function verdictIn({ result }: Analysis): Verdict {
  const stored = JSON.parse(result ?? '') as Verdict
  const estimate = stored.estimate && { ...beforeSideBySide, ...stored.estimate }
  return { ...beforeJointEffects, ...stored, estimate }
}

/** How far the judgement is: waiting for its turn counts, an answer that is not due does not. */
function judging(
  job: { dueAt: Instant; leasedUntil: Instant | null; progress: number | null } | undefined,
  now: Instant,
): ResultFacts['judging'] {
  if (!job) return null
  const { dueAt, leasedUntil, progress } = job
  const isRunning = leasedUntil !== null && leasedUntil > now
  return isRunning || dueAt <= now ? { isRunning, share: isRunning ? progress : null } : null
}
