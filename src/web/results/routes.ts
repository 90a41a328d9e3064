import { may } from '../../domain/access.js'
import type { Analysis } from '../../domain/analysis.js'
import { keyBy } from '../../domain/group.js'
import { streamName } from '../../domain/stream.js'
import type { Verdict } from '../../domain/verdict.js'
import { judgeCampaigns } from '../../operations/judge-campaign.js'
import { paths } from '../../views/paths.js'
import { resultPage } from '../../views/results/show.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

export const resultRoutes: Route[] = [
  { method: 'get', path: '/campaigns/:id/result', access: 'readResults', handle: showResult },
  { method: 'post', path: '/campaigns/:id/judgement', access: 'judge', handle: judge },
]

async function showResult(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const campaign = found(await store.campaigns.find(param(visit, 'id')), 'campaign')
  const [current, history, streams, districts] = await Promise.all([
    store.analyses.current('verdict', campaign.id),
    store.analyses.history(campaign.id),
    store.streams.list(),
    store.districts.list(),
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
  const facts = {
    campaign,
    today: clock.today(),
    judged,
    districts: keyBy(districts, district => district.code),
    mayJudge: may(visit.user.role, 'judge'),
  }
  show(visit, 'results/show', resultPage(visit.words, visit.formats, facts))
}

export function verdictIn({ result }: Analysis): Verdict {
  return JSON.parse(result ?? '') as Verdict
}

async function judge(visit: StaffVisit): Promise<void> {
  const campaign = found(await visit.app.store.campaigns.find(param(visit, 'id')), 'campaign')
  const made = await judgeCampaigns(visit.app, visit.actor, campaign.id)
  const t = visit.words.results
  redirect(visit, paths.campaignResult(campaign.id), made > 0 ? t.judged : t.unchanged)
}
