import type { BroadcastState } from '../../domain/broadcast.js'
import type { Confirmation, Verification } from '../../domain/confirmation.js'
import { deliveryStatus } from '../../domain/delivery.js'
import { isMiss } from '../../domain/makegood.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { FactsModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import { daypartText } from '../orders/lines.js'
import type { LinkTo, Page, Tag } from '../page.js'
import { paths } from '../paths.js'
import { differencesText } from './delivery-list.js'
import {
  observationSection,
  proofSection,
  type ObservationSection,
  type ProofFacts,
  type ProofSection,
} from './proof.js'
import { deliveryTag } from './tags.js'
import { broadcastName, broadcastTrail } from './trail.js'

export interface BroadcastPage extends Page {
  status: Tag
  facts: FactsModel
  proof: ProofSection
  observations: ObservationSection
  /** Where a missed one is settled. */
  remedy: LinkTo | null
  historyTitle: string
  history: { title: string; answer: string; note: string }[]
  decisions: string[]
  acts: {
    verify: string | null
    reopen: string | null
    dispute: ReasonForm | null
    giveBack: ReasonForm | null
  }
  t: Words['broadcasts']
}

export interface ReasonForm {
  action: string
  label: string
  reasonLabel: string
  id: string
}

export interface BroadcastFacts extends ProofFacts {
  broadcast: BroadcastState
  order: { id: string; number: string }
  history: Confirmation[]
  verifications: Verification[]
  names: Map<string, string>
  today: Day
  /** May verify runs, and entered neither the current answer nor an observation beside it. */
  mayJudge: boolean
}

export function broadcastPage(words: Words, formats: Formats, facts: BroadcastFacts): BroadcastPage {
  const t = words.broadcasts
  const { broadcast } = facts
  return {
    title: broadcastName(formats, broadcast),
    trail: broadcastTrail(words, broadcast),
    status: deliveryTag(words, broadcast, facts.today),
    facts: broadcastFacts(words, formats, facts),
    proof: proofSection(words, formats, facts),
    observations: observationSection(words, formats, facts),
    remedy: isMiss(broadcast) ? { label: words.makegoods.link, href: paths.remedy(broadcast.id) } : null,
    historyTitle: t.history,
    history: facts.history.map(answer => answerEntry(words, formats, answer, facts.names)),
    decisions: facts.verifications.map(verification => {
      const by = facts.names.get(verification.decidedBy) ?? '–'
      const line = t.decidedBy(
        t.decisions[verification.decision],
        by,
        formats.instant(verification.decidedAt),
      )
      return verification.reason ? `${line}: ${verification.reason}` : line
    }),
    acts: acts(words, facts),
    t,
  }
}

function broadcastFacts(words: Words, formats: Formats, { broadcast, order }: BroadcastFacts): FactsModel {
  const t = words.broadcasts
  const actual = broadcast.actualMinute === null ? '–' : formats.time(broadcast.actualMinute)
  const differences = differencesText(words, formats, broadcast)
  const isVerified =
    broadcast.decision === 'verified' && broadcast.verificationOf === broadcast.confirmationId
  return {
    facts: [
      { label: t.day, value: formats.dayWithWeekday(broadcast.day) },
      { label: t.time, value: daypartText(words, formats, broadcast) },
      { label: t.material, value: `${broadcast.materialCode} ${broadcast.materialTitle}` },
      { label: t.order, value: { label: order.number, href: paths.order(order.id) } },
      {
        label: t.answer,
        value: broadcast.answer ? t.answers[broadcast.answer] : words.delivery.statusNames['no-answer'],
      },
      { label: t.actual, value: actual },
      ...(differences ? [{ label: words.tolerances.difference, value: differences }] : []),
      ...(isVerified && broadcast.grade
        ? [{ label: t.verifiedGrade, value: t.grades[broadcast.grade] }]
        : []),
    ],
  }
}

function answerEntry(
  words: Words,
  formats: Formats,
  answer: Confirmation,
  names: Map<string, string>,
): BroadcastPage['history'][number] {
  const t = words.broadcasts
  const name = names.get(answer.givenByContact ?? answer.givenByUser ?? '') ?? '–'
  const staff = answer.how ? words.weeks.byHand(name, words.weeks.hows[answer.how]) : t.byStaff(name)
  const by = answer.givenByContact ? t.byContact(name) : staff
  const details = [
    t.answers[answer.answer],
    answer.reason ? t.reasons[answer.reason] : '',
    answer.actualMinute === null ? '' : formats.time(answer.actualMinute),
  ]
  return {
    title: t.answerVersion(formats.number(answer.number), `${formats.instant(answer.givenAt)}, ${by}`),
    answer: details.filter(Boolean).join(', '),
    note: answer.note,
  }
}

function acts(words: Words, { broadcast, mayJudge, today }: BroadcastFacts): BroadcastPage['acts'] {
  const t = words.broadcasts
  const status = deliveryStatus(broadcast, today)
  const isVerified =
    broadcast.decision === 'verified' && broadcast.verificationOf === broadcast.confirmationId
  const isOpen = mayJudge && broadcast.confirmationId !== null && !isVerified && status !== 'not-known'
  const form = (id: string, action: string, label: string, reasonLabel: string): ReasonForm => ({
    id,
    action,
    label,
    reasonLabel,
  })
  return {
    verify: isOpen ? paths.broadcastVerification(broadcast.id) : null,
    reopen: mayJudge && isVerified ? paths.broadcastReopening(broadcast.id) : null,
    dispute: isOpen
      ? form('dispute', paths.broadcastDispute(broadcast.id), t.dispute, t.disputeReason)
      : null,
    giveBack: isOpen ? form('return', paths.broadcastReturn(broadcast.id), t.returnIt, t.returnReason) : null,
  }
}
