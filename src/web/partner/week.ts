import { mayAnswer } from '../../domain/delivery.js'
import { keyBy } from '../../domain/group.js'
import { isUnanswered } from '../../domain/inbox.js'
import { plainAnswer, type Answer } from '../../domain/confirmation.js'
import { broadcastsOfWeek, confirmBroadcasts } from '../../operations/confirm-broadcasts.js'
import type { BroadcastState } from '../../domain/broadcast.js'
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
  if (!/^\d{1,4}$/.test(saved)) return ''
  return saved === '0' ? t.nothingChanged : t.doneSome(visit.formats.number(Number(saved)))
}

export async function weekFacts(visit: PartnerVisit): Promise<WeekFacts> {
  const { store, clock } = visit.app
  const broadcasts = await weekBroadcasts(visit)
  const [outlets, evidence, lockedThrough] = await Promise.all([
    store.outlets.list(),
    store.evidence.listOf(broadcasts.map(broadcast => broadcast.id)),
    store.periodLocks.lockedThrough(),
  ])
  const outletsById = keyBy(outlets, outlet => outlet.id)
  return {
    token: visit.token,
    week: visit.link.week!,
    contactName: visit.contact.name,
    broadcasts,
    outlets: outletsById,
    inbox: await inboxOf(visit, outletsById),
    evidence,
    today: clock.today(),
    lockedThrough,
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

async function confirmOpen(visit: PartnerVisit, answer: Answer): Promise<number> {
  const { store, clock } = visit.app
  const period = { today: clock.today(), lockedThrough: await store.periodLocks.lockedThrough() }
  const open = (await weekBroadcasts(visit)).filter(
    broadcast => mayAnswer(broadcast, period).ok && isUnanswered(broadcast),
  )
  const answers = new Map(open.map(broadcast => [broadcast.id, plainAnswer(answer)]))
  return confirmBroadcasts(visit.app, visit.actor, visit.link, answers, { onlyUnanswered: true })
}

/** The week as plain text, for whoever answers by chat. */
export async function showWeekText(visit: PartnerVisit): Promise<void> {
  const facts = { token: visit.token, week: visit.link.week!, broadcasts: await weekBroadcasts(visit) }
  showPartner(visit, 'partner/text', weekTextPage(visit.words, visit.formats, facts))
}
