/** What each job of the timetable does. A job answers with a line about what it did; nothing done, nothing said. */
import type { App } from '../app.js'
import { addDays, addMinutes } from '../domain/time.js'
import { deliverMail, type Deliver } from '../mail/deliver.js'
import { findSpikes } from '../operations/find-spikes.js'
import { forecastPace } from '../operations/forecast-pace.js'
import { judgeDraws } from '../operations/judge-draws.js'
import { judgeCampaigns } from '../operations/judge-campaign.js'
import { measurePlans } from '../operations/measure-plans.js'
import { remindPartners } from '../operations/remind-partners.js'
import { sendDigests } from '../operations/send-digests.js'
import { sendWeekLinks } from '../operations/send-week-links.js'
import { readInbox } from './read-inbox.js'
import { backUpNightly, type BackUp } from './back-up.js'
import type { Job } from './dispatcher.js'
import type { JobName } from './timetable.js'

export function jobs(deliver: Deliver, backUp: BackUp): Record<JobName, Job> {
  return {
    'deliver-mail': app => deliverMail(app, deliver),
    'read-inbox': readInbox,
    'send-week-links': async app => counted(await sendWeekLinks(app), 'weekly links sent'),
    'remind-partners': async app => counted(await remindPartners(app), 'reminders written'),
    'send-digests': async app => counted(await sendDigests(app), 'weekly digests sent'),
    'find-spikes': async (app, task) => counted(await findSpikes(app, task), 'streams searched'),
    'forecast-pace': async app => counted(await forecastPace(app), 'year ends forecast'),
    'judge-campaigns': async (app, task) => counted(await judgeCampaigns(app, task), 'new verdicts'),
    'measure-plans': async app =>
      counted((await measurePlans(app)) + (await judgeDraws(app)), 'plans measured or draws judged'),
    tidy,
    backup: app => backUpNightly(app, backUp),
  }
}

async function tidy({ store, clock }: App): Promise<string> {
  const now = clock.now()
  return store.write(async tx => {
    const sessions = await tx.sessions.removeExpired(now)
    await tx.jobs.forgetRuns(addDays(now.slice(0, 10), -60))
    await tx.formDrafts.removeBefore(addMinutes(now, -90 * 24 * 60))
    return `${sessions} expired sessions removed`
  })
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}`
}
