import type { BroadcastState } from '../../domain/broadcast.js'
import { plainAnswer, type ConfirmationContent } from '../../domain/confirmation.js'
import { mayAnswer } from '../../domain/delivery.js'
import { Conflict } from '../../domain/errors.js'
import { confirmBroadcasts } from '../../operations/confirm-broadcasts.js'
import { choosePage, exceptionsPage, type ExceptionsState } from '../../views/partner/exceptions.js'
import { paths, withQuery } from '../../views/paths.js'
import { LinkRefused } from '../errors.js'
import { countAttempt } from '../rate-limits.js'
import type { Typed } from '../read-form.js'
import { showPartner } from '../respond.js'
import type { PartnerVisit } from '../visit.js'
import { readExceptions } from './form.js'
import { isOpen, weekBroadcasts } from './week.js'

interface Choice {
  answerable: BroadcastState[]
  /** What did not run as ordered. */
  exceptions: BroadcastState[]
  /** What is recorded as run as ordered with the same form. */
  others: BroadcastState[]
}

/** Step one asks which; step two, with them in the address, asks what happened. Both only show. */
export async function showExceptions(visit: PartnerVisit): Promise<void> {
  const { query } = visit.req
  if (query['none'] === '1') return showStepTwo(visit, await noneRan(visit), fresh, 200)
  const choice = await ticked(visit, idsOf(query['id']))
  if (query['step'] === '2') return showStepTwo(visit, choice, fresh, 200)
  const page = choosePage(visit.words, visit.formats, { token: visit.token, broadcasts: choice.answerable })
  showPartner(visit, 'partner/choose', page)
}

export async function answerExceptions(visit: PartnerVisit): Promise<void> {
  await countAttempt(visit, 'partnerPost', visit.link.id)
  const typed = (visit.req.body ?? {}) as Typed
  const [ids, ran] = [idsOf(typed['id']), idsOf(typed['ran'])]
  const choice = await named(visit, ids, ran)
  const days = new Map(choice.exceptions.map(broadcast => [broadcast.id, broadcast.day]))
  const read = readExceptions(typed, ids, id => days.get(id) ?? null)
  if (!read.ok) return showStepTwo(visit, choice, { typed, problems: read.problems }, 422)
  const others = choice.others.map(({ id }): [string, ConfirmationContent] => [id, plainAnswer('ran')])
  const saved = await confirmBroadcasts(
    visit.app,
    visit.actor,
    visit.link,
    new Map([...others, ...read.contents]),
  )
  visit.res.redirect(303, withQuery(paths.week(visit.token), { saved: String(saved) }))
}

const fresh: ExceptionsState = { typed: {}, problems: {} }

async function noneRan(visit: PartnerVisit): Promise<Choice> {
  const { answerable } = await loaded(visit)
  return { answerable, exceptions: answerable.filter(isOpen), others: [] }
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

function showStepTwo(
  visit: PartnerVisit,
  { exceptions, others }: Choice,
  state: ExceptionsState,
  status: number,
): void {
  const given = { token: visit.token, exceptions, others, state }
  showPartner(visit, 'partner/exceptions', exceptionsPage(visit.words, visit.formats, given), status)
}

function idsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value]
  return [...new Set(list.filter((id): id is string => typeof id === 'string' && id !== ''))]
}
