/** Reminders say how the week stands when they are sent; answered, locked or given more time meanwhile, they are not. */
import type { App } from '../app.js'
import { keyBy } from '../domain/group.js'
import { openWeeks } from '../domain/inbox.js'
import type { SentMail } from '../domain/mail.js'
import { movedDeadlines } from '../domain/more-time.js'
import { addDays } from '../domain/time.js'
import { words } from '../language/words.js'
import { formats } from '../views/formats.js'
import { answersMissingMail, reminderMail, type OpenAnswers } from '../views/mail/reminders.js'
import { paths } from '../views/paths.js'
import { notNeeded, type Composed } from './composed.js'
import { partnerOf } from './partner-mails.js'

export async function composeReminder(
  app: App,
  mail: SentMail,
): Promise<Composed | typeof notNeeded | undefined> {
  const partner = await partnerOf(app, mail, paths.week)
  const about = await app.store.contacts.find(String(mail.payload['aboutId']))
  const open = await openAnswers(app, mail, {
    askedId: String(mail.payload['aboutId']),
    readerId: String(mail.payload['contactId']),
  })
  if (!partner || !about) return undefined
  if (!open) return notNeeded
  const facts = { ...partner, ...open, about: about.id === partner.contact.id ? '' : about.name }
  return {
    content: reminderMail(words[mail.language], formats(mail.language, app.clock.zone), facts),
    attachments: [],
  }
}

export async function composeAnswersMissing(
  app: App,
  mail: SentMail,
): Promise<Composed | typeof notNeeded | undefined> {
  const { store } = app
  const contactId = String(mail.payload['contactId'])
  const user = await store.users.find(String(mail.payload['userId']))
  const contact = await store.contacts.find(contactId)
  const open = await openAnswers(app, mail, { askedId: contactId, readerId: contactId })
  if (!user || !contact) return undefined
  if (!open) return notNeeded
  const { officeName } = await store.settings.all()
  const address = app.url(paths.outlet(String(mail.payload['outletId'])))
  const facts = { ...open, user, contact, officeName, address }
  const content = answersMissingMail(words[mail.language], formats(mail.language, app.clock.zone), facts)
  return { content, attachments: [] }
}

/** What is unanswered now at the outlets that both serve; nothing where more time was asked for that is not over. */
async function openAnswers(
  { store, clock }: App,
  mail: SentMail,
  { askedId, readerId }: { askedId: string; readerId: string },
): Promise<OpenAnswers | undefined> {
  const week = String(mail.payload['week'])
  const today = clock.today()
  const [served, read] = await Promise.all([
    store.contacts.outletIds(askedId, today),
    store.contacts.outletIds(readerId, today),
  ])
  const outletIds = served.filter(id => read.includes(id))
  const [broadcasts, outlets, asked, lockedThrough] = await Promise.all([
    store.broadcasts.listStates({ outletIds, from: week, to: addDays(week, 6) }),
    store.outlets.list(),
    store.moreTime.ofContact(askedId, week),
    store.periodLocks.lockedThrough(),
  ])
  const more = asked.get(week)
  if (more && more.untilDay > today) return undefined
  const asking = broadcasts.filter(b => !b.orderClosedAt && !(lockedThrough && b.day <= lockedThrough))
  const moved = movedDeadlines(more ? [more] : [])
  const [open] = openWeeks(
    asking,
    keyBy(outlets, outlet => outlet.id),
    { today, moved },
  )
  if (!open) return undefined
  const names = [...new Set(asking.map(({ outletName }) => outletName))]
  return { week, today, deadline: open.deadline, count: open.unanswered, outletNames: names }
}
