import { runJob } from '../../operations/run-job.js'
import { stopJob } from '../../operations/stop-job.js'
import { paths } from '../../views/paths.js'
import { resultPage } from '../../views/results/show.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import { judgement, resultFacts } from './facts.js'
import { sendReport, showReport } from './report.js'
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
  { method: 'get', path: '/campaigns/:id/report', access: 'readResults', handle: showReport },
  {
    method: 'get',
    path: '/campaigns/:id/report.csv',
    access: 'readResults',
    handle: visit => sendReport(visit, 'csv'),
  },
  {
    method: 'get',
    path: '/campaigns/:id/report.xlsx',
    access: 'readResults',
    handle: visit => sendReport(visit, 'xlsx'),
  },
  { method: 'post', path: '/campaigns/:id/judgement', access: 'judge', handle: judge },
  { method: 'post', path: '/campaigns/:id/judgement/stop', access: 'judge', handle: stop },
]

async function showResult(visit: StaffVisit): Promise<void> {
  show(visit, 'results/show', resultPage(visit.words, visit.formats, await resultFacts(visit)))
}

async function sendChart(visit: StaffVisit, kind: 'svg' | 'png'): Promise<void> {
  const facts = await resultFacts(visit)
  const page = resultPage(visit.words, visit.formats, facts)
  await sendPicture(visit, kind, { page, back: paths.campaignResult(facts.campaign.id) })
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
