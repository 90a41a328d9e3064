import { runJob } from '../../operations/run-job.js'
import { stopJob } from '../../operations/stop-job.js'
import { jobsPage } from '../../views/jobs/pages.js'
import { paths } from '../../views/paths.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { param } from '../visit.js'

export const jobRoutes: Route[] = [
  { method: 'get', path: '/jobs', access: 'keepSettings', handle: showJobs },
  { method: 'post', path: '/jobs/:name/run', access: 'keepSettings', handle: run },
  { method: 'post', path: '/jobs/:name/stop', access: 'keepSettings', handle: stop },
]

const runsShown = 50

async function showJobs(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const [jobs, runs] = await Promise.all([store.jobs.list(), store.jobs.runs(runsShown)])
  show(visit, 'jobs/list', jobsPage(visit.words, visit.formats, { jobs, runs, now: clock.now() }))
}

async function run(visit: StaffVisit): Promise<void> {
  await runJob(visit.app, visit.actor, param(visit, 'name'))
  redirect(visit, paths.jobs, visit.words.system.jobStarted)
}

async function stop(visit: StaffVisit): Promise<void> {
  const isStopping = await stopJob(visit.app, visit.actor, param(visit, 'name'))
  const t = visit.words.system
  redirect(visit, paths.jobs, isStopping ? t.jobStopping : t.jobNotRunning)
}
