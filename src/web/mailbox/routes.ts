import { z } from 'zod'
import { retryMail } from '../../operations/retry-mail.js'
import { mailboxPage, mailFilters, mailPage } from '../../views/mailbox/pages.js'
import { paths } from '../../views/paths.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

export const mailboxRoutes: Route[] = [
  { method: 'get', path: '/mailbox', access: 'readMailbox', handle: showMailbox },
  { method: 'get', path: '/mailbox/:id', access: 'readMailbox', handle: showMail },
  { method: 'post', path: '/mailbox/:id/retry', access: 'readMailbox', handle: retry },
]

const pageSize = 50

/** Links made by the page itself: what is malformed shows the beginning. */
const Filter = z.object({
  which: z.enum(mailFilters).catch('all'),
  from: z.coerce.number().int().min(0).max(10_000_000).catch(0),
})

async function showMailbox(visit: StaffVisit): Promise<void> {
  const { which, from: offset } = Filter.parse(visit.req.query)
  const { outbox } = visit.app.store
  const [mails, counts] = await Promise.all([
    outbox.list(which, { limit: pageSize, offset }),
    outbox.counts(),
  ])
  const facts = { mails, counts, which, offset, pageSize, sends: sends(visit) }
  show(visit, 'mailbox/list', mailboxPage(visit.words, visit.formats, facts))
}

async function showMail(visit: StaffVisit): Promise<void> {
  const mail = found(await visit.app.store.outbox.find(param(visit, 'id')), 'mail')
  const secretOf = (linkId: string) => visit.app.tokens.ofLink(linkId)
  show(visit, 'mailbox/show', mailPage(visit.words, visit.formats, { mail, sends: sends(visit), secretOf }))
}

async function retry(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  await retryMail(visit.app, visit.actor, id)
  redirect(visit, paths.mail(id), visit.words.system.mailRetried)
}

function sends({ app }: StaffVisit): boolean {
  return app.config.smtpUrl !== undefined
}
