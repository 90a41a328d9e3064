/** What an outlet missed, and the replacements it can offer or answer with one tap. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { makegoodStatus, offeredBy, type Makegood } from '../../domain/makegood.js'
import type { Slot } from '../../domain/makegood-proposal.js'
import type { Instant } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { problemText, type FormState } from '../components/fields.js'
import type { Formats } from '../formats.js'
import { priceText, slotTime, slotValue } from '../makegoods/texts.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'
import { runTime } from './run-time.js'

export interface PartnerMakegoodsPage extends Page {
  saved: string
  problem: string
  lede: string
  none: string
  misses: {
    title: string
    note: string
    answer: { action: string; accept: string; decline: string } | null
    offer: {
      action: string
      slots: { value: string; label: string }[]
      none: string
    } | null
  }[]
  back: { label: string; href: string }
}

/** A run asked for in the place of another outlet's. */
export interface AskedRun {
  makegood: Makegood
  campaignName: string
  outletName: string
}

export interface PartnerMiss {
  broadcast: BroadcastState
  attempts: readonly Makegood[]
  slots: readonly Slot[]
}

export function partnerMakegoodsPage(
  words: Words,
  formats: Formats,
  given: {
    token: string
    misses: readonly PartnerMiss[]
    asked: readonly AskedRun[]
    now: Instant
    saved: string
  },
  state: FormState,
): PartnerMakegoodsPage {
  const t = words.makegoods
  return {
    title: t.partnerTitle,
    trail: [],
    saved: given.saved,
    problem: Object.values(state.problems)
      .map(problem => problemText(words, problem))
      .join(' '),
    lede: given.misses.length > 0 ? t.partnerLead : '',
    none: given.misses.length + given.asked.length === 0 ? t.partnerNone : '',
    misses: [
      ...given.asked.map(asked => askedEntry(words, formats, asked, given)),
      ...given.misses.map(miss => missEntry(words, formats, miss, given)),
    ],
    back: { label: words.common.back, href: paths.week(given.token) },
  }
}

function askedEntry(
  words: Words,
  formats: Formats,
  { makegood, campaignName, outletName }: AskedRun,
  { token }: { token: string },
): PartnerMakegoodsPage['misses'][number] {
  const t = words.makegoods
  const price = priceText(words, formats, makegood)
  return {
    title: `${outletName}: ${slotTime(words, formats, makegood)}`,
    note: t.askedExtra({ campaign: campaignName, price, until: formats.instantShort(makegood.expiresAt!) }),
    answer: {
      action: paths.partnerMakegoodAnswer(token, makegood.id),
      accept: t.acceptExtra,
      decline: t.decline,
    },
    offer: null,
  }
}

function missEntry(
  words: Words,
  formats: Formats,
  { broadcast, attempts, slots }: PartnerMiss,
  { token, now }: { token: string; now: Instant },
): PartnerMakegoodsPage['misses'][number] {
  const t = words.makegoods
  const title = `${broadcast.outletName}: ${runTime(words, formats, broadcast)}`
  const offered = attempts.filter(attempt => makegoodStatus(attempt, now) === 'offered')
  const open = offered.find(({ orderId }) => orderId === null)
  if (!open && offered.length > 0) return { title, note: t.askedElsewhere, answer: null, offer: null }
  if (!open) {
    const action = paths.partnerMissOffer(token, broadcast.id)
    const choices = slots.map(slot => ({
      value: slotValue(slot),
      label: t.offerThis(slotTime(words, formats, slot)),
    }))
    return {
      title,
      note: '',
      answer: null,
      offer: { action, slots: choices, none: choices.length === 0 ? t.noSlots : '' },
    }
  }
  const when = slotTime(words, formats, open)
  const isTheirs = offeredBy(open) === 'outlet'
  const action = paths.partnerMakegoodAnswer(token, open.id)
  return {
    title,
    note: isTheirs ? t.waitsForOffice(when) : t.officeProposes(when, formats.instantShort(open.expiresAt!)),
    answer: { action, accept: isTheirs ? '' : t.accept, decline: isTheirs ? t.takeBack : t.decline },
    offer: null,
  }
}
