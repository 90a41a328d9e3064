/** One missed broadcast for the office: what was lost, what would restore it, what was tried, and every way to settle it. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { makegoodStatus, missStatus, offeredBy, type Makegood } from '../../domain/makegood.js'
import type { Proposal } from '../../domain/makegood-proposal.js'
import type { Instant } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { formBuilder, type FormState, type SummaryModel } from '../components/fields.js'
import type { PageHeadModel, TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Action, Page } from '../page.js'
import { runTime } from '../partner/run-time.js'
import { paths } from '../paths.js'
import { remedyForms, type OneForm } from './forms.js'
import { elsewhereValue, exposureList, priceText, slotTime, slotValue } from './texts.js'

export interface RemedyPage extends Page {
  head: PageHeadModel
  summary: SummaryModel
  lost: string
  proposalTitle: string
  proposal: string[]
  offers: Action[]
  decide: Action[]
  forms: OneForm[]
  attempts: TableModel
}

export interface MakegoodViews {
  'makegoods/remedy': RemedyPage
}

export interface RemedyFacts {
  broadcast: BroadcastState
  attempts: readonly Makegood[]
  proposal: Proposal
  districtNames: ReadonlyMap<string, string>
  /** Of orders at other outlets. */
  outletOfOrder: ReadonlyMap<string, string>
  now: Instant
  mayAct: boolean
}

export function remedyPage(words: Words, formats: Formats, facts: RemedyFacts, state: FormState): RemedyPage {
  const t = words.makegoods
  const { broadcast, attempts, now, mayAct } = facts
  const status = missStatus(attempts, now)
  const isOpen = mayAct && status === 'open' && broadcast.orderClosedAt === null
  const builder = formBuilder(words, state)
  const forms = isOpen ? remedyForms(words, broadcast, builder) : []
  return {
    title: t.title,
    trail: [
      { label: words.campaigns.title, href: paths.campaigns },
      { label: broadcast.campaignName, href: paths.campaignDelivery(broadcast.campaignId) },
      { label: broadcast.outletName, href: paths.broadcast(broadcast.id) },
    ],
    head: {
      title: t.title,
      lede: `${broadcast.outletName}: ${runTime(words, formats, broadcast)}`,
      tag: {
        label: t.statusNames[status],
        tone: status === 'open' ? 'bad' : status === 'offered' ? 'wait' : 'good',
      },
      updated: '',
      links: [],
      actions: [],
    },
    summary: builder.summary,
    lost:
      facts.proposal.lost.length === 0
        ? t.lostNothing
        : t.lost(exposureList(formats, facts.proposal.lost, facts.districtNames)),
    proposalTitle: t.proposal,
    proposal: isOpen ? proposalTexts(words, formats, facts) : [],
    offers: isOpen ? slotOffers(words, formats, broadcast, facts.proposal) : [],
    decide: mayAct ? decisions(words, facts) : [],
    forms,
    attempts: attemptTable(words, formats, facts),
  }
}

function proposalTexts(words: Words, formats: Formats, { proposal, districtNames }: RemedyFacts): string[] {
  const t = words.makegoods
  const { slots, shortfall, rupiah } = proposal
  if (slots.length === 0) return [t.noSlots]
  return [
    ...slots.map(slot => t.proposalOf(slot.outletName, slotTime(words, formats, slot))),
    rupiah > 0 ? t.proposalCost(formats.rupiah(rupiah)) : t.proposalFree,
    shortfall.length > 0 ? t.shortfall(exposureList(formats, shortfall, districtNames)) : t.enough,
  ]
}

/** One run of its own outlet is offered by itself; what needs others, or several, is asked for together. */
function slotOffers(
  words: Words,
  formats: Formats,
  broadcast: BroadcastState,
  { slots, rupiah }: Proposal,
): Action[] {
  const [only] = slots
  if (!only) return []
  const t = words.makegoods
  if (slots.length === 1 && only.outletId === broadcast.outletId)
    return [
      {
        action: paths.missOffer(broadcast.id),
        label: t.offerThis(slotTime(words, formats, only)),
        tone: 'primary',
        hidden: [['slot', slotValue(only)]],
      },
    ]
  const price = priceText(words, formats, { rupiah })
  return [
    {
      action: paths.missOfferElsewhere(broadcast.id),
      label: t.offerElsewhere(formats.number(slots.length), price),
      tone: 'primary',
      hidden: slots.map(slot => ['slot', elsewhereValue(slot)]),
    },
  ]
}

function decisions(words: Words, { attempts, now }: RemedyFacts): Action[] {
  const t = words.makegoods
  const open = attempts.filter(attempt => makegoodStatus(attempt, now) === 'offered')
  return open.flatMap((attempt, index) => {
    const action = (answer: string, label: string, tone: Action['tone']): Action => ({
      action: paths.makegoodAnswer(attempt.id),
      label: open.length > 1 ? `${label} (${index + 1})` : label,
      tone,
      hidden: [['answer', answer]],
    })
    return offeredBy(attempt) === 'outlet'
      ? [action('accept', t.accept, 'primary'), action('decline', t.decline, 'plain')]
      : [action('decline', t.takeBack, 'plain')]
  })
}

function attemptTable(
  words: Words,
  formats: Formats,
  { attempts, now, outletOfOrder }: RemedyFacts,
): TableModel {
  const t = words.makegoods
  const place = ({ orderId }: Makegood) => (orderId ? `${outletOfOrder.get(orderId) ?? ''}: ` : '')
  return table(
    t.attempts,
    [t.proposal, words.common.state, words.common.reason],
    attempts.map(attempt => [
      attempt.day === null
        ? formats.instantShort(attempt.offeredAt)
        : t.offered(
            offeredBy(attempt) === 'outlet' ? t.byOutlet : t.byOffice,
            place(attempt) + slotTime(words, formats, attempt),
            formats.instantShort(attempt.expiresAt!),
          ),
      t.attemptNames[makegoodStatus(attempt, now)],
      attempt.waiveReason ??
        attempt.declineReason ??
        (attempt.creditRupiah === null ? '–' : formats.rupiah(attempt.creditRupiah)),
    ]),
    { empty: t.attemptsNone, showCaption: true },
  )
}
