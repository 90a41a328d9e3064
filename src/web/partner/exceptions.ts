import type { BroadcastState } from '../../domain/broadcast.js'
import { plainAnswer, type ConfirmationContent } from '../../domain/confirmation.js'
import { mayAnswer } from '../../domain/delivery.js'
import { Conflict } from '../../domain/errors.js'
import { isUnanswered } from '../../domain/inbox.js'
import type { Material } from '../../domain/material.js'
import { confirmBroadcasts, type Answers } from '../../operations/confirm-broadcasts.js'
import type { ExceptionsState } from '../../views/partner/exception-fields.js'
import { choosePage, exceptionsPage, nonePage } from '../../views/partner/exceptions.js'
import { paths, withQuery } from '../../views/paths.js'
import { LinkRefused } from '../errors.js'
import { countAttempt } from '../rate-limits.js'
import { readForm, type Typed } from '../read-form.js'
import { showPartner } from '../respond.js'
import type { PartnerVisit } from '../visit.js'
import { readExceptions } from './exception-form.js'
import { NoneForm } from './form.js'
import { weekBroadcasts } from './week.js'

interface Choice {
  answerable: BroadcastState[]
  /** What did not run as ordered. */
  exceptions: BroadcastState[]
  /** What is recorded as run as ordered with the same form. */
  others: BroadcastState[]
}

const fresh: ExceptionsState = { typed: {}, problems: {} }

/** Step one asks which; step two, with them in the address, asks what happened. Both only show. */
export async function showExceptions(visit: PartnerVisit): Promise<void> {
  const { query } = visit.req
  const choice = await ticked(visit, idsOf(query['id']))
  if (query['step'] === '2') return showStepTwo(visit, choice, fresh, 200)
  const page = choosePage(visit.words, visit.formats, { token: visit.token, broadcasts: choice.answerable })
  showPartner(visit, 'partner/choose', page)
}

export async function answerExceptions(visit: PartnerVisit): Promise<void> {
  await countAttempt(visit, 'partnerPost', visit.link.id)
  const typed = (visit.req.body ?? {}) as Typed
  const choice = await named(visit, idsOf(typed['id']), idsOf(typed['ran']))
  const materials = await materialsOf(visit, choice.exceptions)
  const materialIds = new Set(materials.map(material => material.id))
  const read = readExceptions(typed, choice.exceptions, { today: visit.app.clock.today(), materialIds })
  if (!read.ok) return showStepTwo(visit, choice, { typed, problems: read.problems }, 422)
  const others = choice.others.map(({ id }): [string, ConfirmationContent] => [id, plainAnswer('ran')])
  await keep(visit, new Map([...others, ...read.contents]))
}

/** "None ran": one reason for everything that is open. */
export async function showNone(visit: PartnerVisit): Promise<void> {
  const { answerable } = await loaded(visit)
  const given = { token: visit.token, broadcasts: answerable.filter(isUnanswered), state: fresh }
  showPartner(visit, 'partner/none', nonePage(visit.words, visit.formats, given))
}

export async function answerNone(visit: PartnerVisit): Promise<void> {
  await countAttempt(visit, 'partnerPost', visit.link.id)
  const form = readForm(visit, NoneForm)
  const { exceptions } = await named(visit, idsOf(form.typed['id']), [])
  if (!form.ok) {
    const given = { token: visit.token, broadcasts: exceptions, state: form }
    return showPartner(visit, 'partner/none', nonePage(visit.words, visit.formats, given), 422)
  }
  const { reason, note } = form.value
  await keep(
    visit,
    new Map(exceptions.map(({ id }) => [id, { ...plainAnswer('did-not-run'), reason, note }])),
  )
}

async function keep(visit: PartnerVisit, answers: Answers): Promise<void> {
  const saved = await confirmBroadcasts(visit.app, visit.actor, visit.link, answers)
  visit.res.redirect(303, withQuery(paths.week(visit.token), { saved: String(saved) }))
}

async function ticked(visit: PartnerVisit, ids: readonly string[]): Promise<Choice> {
  const { answerable } = await loaded(visit)
  const isException = (broadcast: BroadcastState) => ids.includes(broadcast.id)
  return {
    answerable,
    exceptions: answerable.filter(isException),
    others: answerable.filter(b => !isException(b)),
  }
}

/** Exactly what a sent form names; anything that is not theirs, or locked meanwhile, refuses the whole. */
async function named(visit: PartnerVisit, ids: readonly string[], ran: readonly string[]): Promise<Choice> {
  const { broadcasts, answerable } = await loaded(visit)
  const all = [...ids, ...ran]
  if (all.some(id => !broadcasts.some(broadcast => broadcast.id === id))) throw new LinkRefused()
  if (all.some(id => !answerable.some(broadcast => broadcast.id === id)))
    throw new Conflict('broadcast-locked')
  const pick = (wanted: readonly string[]) => answerable.filter(({ id }) => wanted.includes(id))
  return { answerable, exceptions: pick(ids), others: pick(ran.filter(id => !ids.includes(id))) }
}

async function loaded(
  visit: PartnerVisit,
): Promise<{ broadcasts: BroadcastState[]; answerable: BroadcastState[] }> {
  const { store, clock } = visit.app
  const period = { today: clock.today(), lockedThrough: await store.periodLocks.lockedThrough() }
  const broadcasts = await weekBroadcasts(visit)
  return { broadcasts, answerable: broadcasts.filter(broadcast => mayAnswer(broadcast, period).ok) }
}

/** What may have run instead: the checked material of the same campaigns. */
async function materialsOf({ app }: PartnerVisit, exceptions: BroadcastState[]): Promise<Material[]> {
  const campaignIds = [...new Set(exceptions.map(broadcast => broadcast.campaignId))]
  const lists = await Promise.all(campaignIds.map(id => app.store.materials.listOfCampaign(id)))
  return lists.flat().filter(material => material.checkedAt !== null)
}

async function showStepTwo(
  visit: PartnerVisit,
  { exceptions, others }: Choice,
  state: ExceptionsState,
  status: number,
): Promise<void> {
  const { store, clock } = visit.app
  const [materials, answers] = await Promise.all([
    materialsOf(visit, exceptions),
    store.confirmations.current(exceptions.map(({ id }) => id)),
  ])
  const given = { token: visit.token, exceptions, others, materials, answers, today: clock.today(), state }
  showPartner(visit, 'partner/exceptions', exceptionsPage(visit.words, visit.formats, given), status)
}

function idsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value]
  return [...new Set(list.filter((id): id is string => typeof id === 'string' && id !== ''))]
}
