import { mayAnswer } from '../../domain/delivery.js'
import { keyBy } from '../../domain/group.js'
import { askedDays, isUnanswered } from '../../domain/inbox.js'
import { addDays } from '../../domain/time.js'
import { daysOff } from '../../domain/working-days.js'
import { askMoreTime } from '../../operations/ask-more-time.js'
import { plainAnswer, type Answer } from '../../domain/confirmation.js'
import { broadcastsOfWeek, confirmBroadcasts } from '../../operations/confirm-broadcasts.js'
import type { BroadcastState } from '../../domain/broadcast.js'
import { weekPaper } from '../../views/weeks/paper.js'
import { weekTextPage } from '../../views/partner/text.js'
import { weekPage, type WeekFacts } from '../../views/partner/week.js'
import { paths, withQuery } from '../../views/paths.js'
import { countAttempt } from '../rate-limits.js'
import { readForm } from '../read-form.js'
import { showPartner } from '../respond.js'
import type { PartnerVisit } from '../visit.js'
import { query } from '../visit.js'
import { AllForm } from './form.js'
import { inboxOf } from './inbox.js'

export async function showWeek(visit: PartnerVisit): Promise<void> {
  const saved = savedText(visit)
  showPartner(visit, 'partner/week', weekPage(visit.words, visit.formats, await weekFacts(visit), { saved }))
}

/** After an answer the address says how many were saved; the page says it in words. */
function savedText(visit: PartnerVisit): string {
  const t = visit.words.partner
  const saved = query(visit, 'saved')
  if (saved === 'proof') return t.proofSaved
  if (saved === 'same-proof') return t.proofSame
  if (saved === 'more-time') return visit.words.moreTime.saved
  if (!/^\d{1,4}$/.test(saved)) return ''
  return saved === '0' ? t.nothingChanged : t.doneSome(visit.formats.number(Number(saved)))
}

export async function weekFacts(visit: PartnerVisit): Promise<WeekFacts> {
  const { store, clock } = visit.app
  const broadcasts = await weekBroadcasts(visit)
  const today = clock.today()
  const week = visit.link.week!
  const [outlets, evidence, lockedThrough, holidays, asked] = await Promise.all([
    store.outlets.list(),
    store.evidence.listOf(broadcasts.map(broadcast => broadcast.id)),
    store.periodLocks.lockedThrough(),
    store.holidays.between(week, addDays(today, 60)),
    store.moreTime.ofContact(visit.contact.id, addDays(today, -askedDays)),
  ])
  const outletsById = keyBy(outlets, outlet => outlet.id)
  return {
    token: visit.token,
    week,
    contactName: visit.contact.name,
    broadcasts,
    outlets: outletsById,
    inbox: await inboxOf(visit, outletsById, asked),
    evidence,
    today,
    lockedThrough,
    daysOff: daysOff(holidays),
    moreTime: asked.get(week),
  }
}

export function weekBroadcasts({ app, contact, link }: PartnerVisit): Promise<BroadcastState[]> {
  return broadcastsOfWeek(app.store, { contactId: contact.id, week: link.week!, today: app.clock.today() })
}

export async function answerAll(visit: PartnerVisit): Promise<void> {
  await countAttempt(visit, 'partnerPost', visit.link.id)
  const form = readForm(visit, AllForm)
  if (!form.ok) return showWeek(visit)
  const saved = await confirmOpen(visit, form.value.answer)
  visit.res.redirect(303, withQuery(paths.week(visit.token), { saved: String(saved) }))
}

export async function giveMoreTime(visit: PartnerVisit): Promise<void> {
  await countAttempt(visit, 'partnerPost', visit.link.id)
  await askMoreTime(visit.app, visit.actor, visit.link)
  visit.res.redirect(303, withQuery(paths.week(visit.token), { saved: 'more-time' }))
}

async function confirmOpen(visit: PartnerVisit, answer: Answer): Promise<number> {
  const { store, clock } = visit.app
  const period = { today: clock.today(), lockedThrough: await store.periodLocks.lockedThrough() }
  const open = (await weekBroadcasts(visit)).filter(
    broadcast => mayAnswer(broadcast, period).ok && isUnanswered(broadcast),
  )
  const answers = new Map(open.map(broadcast => [broadcast.id, plainAnswer(answer)]))
  return confirmBroadcasts(visit.app, visit.actor, visit.link, answers, { onlyUnanswered: true })
}

/** The week as a form to print and fill, a sheet for each outlet. */
export async function showWeekPaper(visit: PartnerVisit): Promise<void> {
  const { officeName } = await visit.app.store.settings.all()
  const broadcasts = await weekBroadcasts(visit)
  const given = { week: visit.link.week!, officeName, broadcasts, back: paths.week(visit.token) }
  showPartner(visit, 'weeks/paper', weekPaper(visit.words, visit.formats, given))
}

/** The week as plain text, for whoever answers by chat. */
export async function showWeekText(visit: PartnerVisit): Promise<void> {
  const facts = { token: visit.token, week: visit.link.week!, broadcasts: await weekBroadcasts(visit) }
  showPartner(visit, 'partner/text', weekTextPage(visit.words, visit.formats, facts))
}
