/** What each job of the timetable does. A job answers with a line about what it did; nothing done, nothing said. */
import path from 'node:path'
import type { App } from '../app.js'
import { addDays, addMinutes } from '../domain/time.js'
import { deliverMail, type Deliver } from '../mail/deliver.js'
import type { Job } from './dispatcher.js'
import type { JobName } from './timetable.js'

export function jobs(deliver: Deliver): Record<JobName, Job> {
  return {
    'deliver-mail': app => deliverMail(app, deliver),
    'send-week-links': async () => '',
    'find-spikes': async () => '',
    'judge-campaigns': async () => '',
    tidy,
    backup: async () => '',
  }
}

async function tidy({ store, clock }: App): Promise<string> {
  const now = clock.now()
  return store.write(async tx => {
    const sessions = await tx.sessions.removeExpired(now)
    await tx.jobs.forgetRuns(addDays(now.slice(0, 10), -60))
    return `${sessions} expired sessions removed`
  })
}
