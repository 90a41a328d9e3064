import type { App } from '../app.js'
import { system } from '../domain/actor.js'
import { hasNews, type Digest } from '../domain/digest.js'
import { afterQuietHours } from '../domain/schedule.js'
import { addDays, instantAt, mondayOf } from '../domain/time.js'
import type { User } from '../domain/user.js'
import { digestOfWeek } from './digest-of-week.js'
import { postMail } from './post-mail.js'
import { record } from './record.js'

/** Mails everybody who wants it what the week that has ended brought; once a week, and nothing where nothing happened. */
export async function sendDigests(app: App): Promise<number> {
  const week = addDays(mondayOf(app.clock.today()), -7)
  const digest = await digestOfWeek(app, week)
  if (!hasNews(digest)) return 0
  const [users, wanting] = await Promise.all([app.store.users.list(), app.store.digestWishes.wanting()])
  let sent = 0
  for (const user of users) {
    const isActive = !user.deactivatedAt && user.hasPassword === 1
    if (isActive && wanting.has(user.id) && (await send(app, user, digest))) sent++
  }
  return sent
}

/** A digest that could not be sent before the next one is not sent any more. */
async function send(app: App, user: User, digest: Digest): Promise<boolean> {
  const { clock } = app
  const dedupeKey = `digest ${user.id} ${digest.week}`
  return app.store.write(async store => {
    const isNew = await postMail(app, store, {
      kind: 'digest',
      to: user,
      subjectId: user.id,
      dedupeKey,
      payload: { userId: user.id, digest: JSON.stringify(digest) },
      dueAt: afterQuietHours(clock.now(), clock.zone),
      expiresAt: instantAt(addDays(digest.week, 14), 0, clock.zone),
    })
    if (!isNew) return false
    await record(app, store, system('send-digests'), {
      action: 'digest-sent',
      subject: ['user', user.id],
      after: { week: digest.week },
    })
    return true
  })
}
