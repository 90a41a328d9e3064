import { may } from '../../domain/access.js'
import type { Analysis } from '../../domain/analysis.js'
import { keyBy } from '../../domain/group.js'
import { streamName } from '../../domain/stream.js'
import type { Instant } from '../../domain/time.js'
import type { Verdict } from '../../domain/verdict.js'
import { runJob } from '../../operations/run-job.js'
import { stopJob } from '../../operations/stop-job.js'
import { paths } from '../../views/paths.js'
import { resultPage, type ResultFacts } from '../../views/results/show.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import { sendPicture } from '../send-picture.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

export const resultRoutes: Route[] = [
  { method: 'get', path: '/campaigns/:id/result', access: 'readResults', handle: showResult },
  {
    method: 'get',
    path: '/campaigns/:id/result.svg',
    access: 'readResults',
    handle: visit => sendChart(visit, 'svg'),
  },
  {
    method: 'get',
    path: '/campaigns/:id/result.png',
    access: 'readResults',
    handle: visit => sendChart(visit, 'png'),
  },
  { method: 'post', path: '/campaigns/:id/judgement', access: 'judge', handle: judge },
  { method: 'post', path: '/campaigns/:id/judgement/stop', access: 'judge', handle: stop },
]

const judgement = 'judge-campaigns'

async function showResult(visit: StaffVisit): Promise<void> {
  show(visit, 'results/show', resultPage(visit.words, visit.formats, await resultFacts(visit)))
}

async function sendChart(visit: StaffVisit, kind: 'svg' | 'png'): Promise<void> {
  const facts = await resultFacts(visit)
  const page = resultPage(visit.words, visit.formats, facts)
  await sendPicture(visit, kind, { page, back: paths.campaignResult(facts.campaign.id) })
}

async function resultFacts(visit: StaffVisit): Promise<ResultFacts> {
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

async function judge(visit: StaffVisit): Promise<void> {
  const campaign = found(await visit.app.store.campaigns.find(param(visit, 'id')), 'campaign')
  await runJob(visit.app, visit.actor, judgement)
  redirect(visit, paths.campaignResult(campaign.id), visit.words.results.started)
}

async function stop(visit: StaffVisit): Promise<void> {
  const campaign = found(await visit.app.store.campaigns.find(param(visit, 'id')), 'campaign')
  const isStopping = await stopJob(visit.app, visit.actor, judgement)
  const t = visit.words.results
  redirect(visit, paths.campaignResult(campaign.id), isStopping ? t.cancelled : t.nothingToCancel)
}
