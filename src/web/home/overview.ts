import { campaignStatus } from '../../domain/campaign.js'
import { keyBy } from '../../domain/group.js'
import { addDays } from '../../domain/time.js'
import { overviewPage } from '../../views/home/overview.js'
import { districtRows } from '../districts/rows.js'
import { show } from '../respond.js'
import { verdictIn } from '../results/facts.js'
import type { StaffVisit } from '../visit.js'
import { paceFacts } from './pace-facts.js'
import { setUpOf } from './set-up.js'

/** Campaigns that ended in the last weeks are still of interest. */
const recentDays = 35

export async function showOverview(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const today = clock.today()
  const [settings, campaigns, analyses, { rows, first, last }, pace, setUp] = await Promise.all([
    store.settings.all(),
    store.campaigns.list(),
    store.analyses.current('verdict'),
    districtRows(visit),
    paceFacts(visit.app),
    setUpOf(visit),
  ])
  const recent = campaigns.filter(campaign => {
    const status = campaignStatus(campaign, today)
    return status === 'live' || (status === 'ended' && campaign.lastDay >= addDays(today, -recentDays))
  })
  const broadcasts = await Promise.all(
    recent.map(({ id }) => store.broadcasts.listStates({ campaignId: id })),
  )
  const byId = keyBy(campaigns, campaign => campaign.id)
  const verdicts = analyses
    .flatMap(analysis => {
      const campaign = byId.get(analysis.campaignId ?? '')
      return campaign && analysis.streamId === campaign.streamIds[0]
        ? [{ campaign, analysis, verdict: verdictIn(analysis) }]
        : []
    })
    .toSorted((a, b) => (a.campaign.lastDay < b.campaign.lastDay ? 1 : -1))
    .slice(0, 6)
  const facts = {
    officeName: settings.officeName,
    setUp,
    today,
    pace,
    verdicts,
    broadcasts: broadcasts.flat(),
    rows,
    period: visit.formats.days(first, last),
  }
  show(visit, 'home/overview', overviewPage(visit.words, visit.formats, facts))
}
