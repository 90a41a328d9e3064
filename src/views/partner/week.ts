/** The partner's week: one question, and only exceptions are typed. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { answerDeadline } from '../../domain/deadline.js'
import { mayAnswer } from '../../domain/delivery.js'
import type { EvidenceOfBroadcast } from '../../domain/evidence.js'
import { groupBy } from '../../domain/group.js'
import type { Outlet } from '../../domain/outlet.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { SummaryModel } from '../components/fields.js'
import type { Formats } from '../formats.js'
import { daypartText } from '../orders/lines.js'
import type { Page } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { proofForm, type ProofForm } from './proof.js'

export interface WeekPage extends Page {
  saved: string
  question: string
  open: string
  deadline: { text: string; tone: 'soft' | 'bad' }
  /** What may be answered in one tap, and what leads to a question more. */
  choices: (
    | { kind: 'send'; answer: string; label: string; tone: string }
    | { kind: 'go'; href: string; label: string }
  )[]
  answerAction: string
  correct: { label: string; href: string } | null
  listTitle: string
  outlets: { name: string; runs: Run[] }[]
  why: string
  proof: ProofForm | null
}

interface Run {
  when: string
  material: string
  answer: string
  tone: 'good' | 'bad' | 'wait' | 'soft'
}

export interface WeekFacts {
  token: string
  week: Day
  contactName: string
  broadcasts: BroadcastState[]
  outlets: Map<string, Outlet>
  evidence: EvidenceOfBroadcast[]
  today: Day
  lockedThrough: Day | null
}

export function weekPage(
  words: Words,
  formats: Formats,
  facts: WeekFacts,
  state: { saved: string; proofSummary: SummaryModel; proofTyped: Record<string, string> },
): WeekPage {
  const t = words.partner
  const answerable = facts.broadcasts.filter(broadcast => mayAnswer(broadcast, facts).ok)
  const open = answerable.filter(broadcast => broadcast.answer === null || broadcast.answer === 'not-known')
  const upcoming = facts.broadcasts.filter(broadcast => broadcast.day > facts.today).length
  const count = formats.number(open.length)
  const answered = facts.broadcasts.length - open.length - upcoming
  const rest = [
    ...(answered > 0 ? [t.answered(formats.number(answered))] : []),
    ...(upcoming > 0 ? [t.upcoming(formats.number(upcoming))] : []),
  ]
  return {
    title: t.weekTitle(formats.week(facts.week)),
    trail: [],
    saved: state.saved,
    question: open.length > 0 ? t.hello(facts.contactName) : t.done,
    open: open.length > 0 ? [t.count(count), ...rest].join(' · ') : rest.join(' · '),
    deadline: deadlineText(words, formats, facts, open),
    choices: open.length > 0 ? answerChoices(words, facts.token, count) : [],
    answerAction: paths.weekAll(facts.token),
    correct: answerable.length > 0 ? { label: t.correct, href: paths.weekExceptions(facts.token) } : null,
    listTitle: t.list,
    outlets: runsByOutlet(words, formats, facts),
    why: t.why,
    proof: facts.broadcasts.some(broadcast => broadcast.answer !== null)
      ? proofForm(words, facts, state)
      : null,
  }
}

function answerChoices(words: Words, token: string, count: string): WeekPage['choices'] {
  const t = words.partner
  const exceptions = paths.weekExceptions(token)
  return [
    { kind: 'send', answer: 'ran', label: t.allRan(count), tone: 'button-primary' },
    { kind: 'go', href: exceptions, label: t.someDidNot },
    { kind: 'go', href: withQuery(exceptions, { none: 1 }), label: t.noneRan },
    { kind: 'send', answer: 'not-known', label: t.notKnown, tone: '' },
  ]
}

/** The first deadline among what is still open; nothing when nothing is. */
function deadlineText(
  words: Words,
  formats: Formats,
  { outlets, today }: WeekFacts,
  open: BroadcastState[],
): WeekPage['deadline'] {
  const deadlines = open.flatMap(broadcast => {
    const outlet = outlets.get(broadcast.outletId)
    return outlet ? [answerDeadline(outlet, broadcast.day)] : []
  })
  const first = deadlines.toSorted()[0]
  if (!first) return { text: '', tone: 'soft' }
  const day = formats.dayWithWeekday(first)
  return first < today
    ? { text: words.partner.overdue(day), tone: 'bad' }
    : { text: words.partner.deadline(day), tone: 'soft' }
}

function runsByOutlet(words: Words, formats: Formats, facts: WeekFacts): WeekPage['outlets'] {
  return [...groupBy(facts.broadcasts, broadcast => broadcast.outletName)].map(([name, broadcasts]) => ({
    name,
    runs: broadcasts.map(broadcast => ({
      when: runTime(words, formats, broadcast),
      material: `${broadcast.materialCode} ${broadcast.materialTitle}`,
      ...answerOf(words, broadcast, facts),
    })),
  }))
}

export function runTime(words: Words, formats: Formats, broadcast: BroadcastState): string {
  return `${formats.weekday(broadcast.day)}, ${formats.dayShort(broadcast.day)}, ${daypartText(words, formats, broadcast)}`
}

function answerOf(words: Words, broadcast: BroadcastState, facts: WeekFacts): Pick<Run, 'answer' | 'tone'> {
  const { answer } = broadcast
  if (answer === null)
    return {
      answer:
        broadcast.day > facts.today
          ? words.delivery.statusNames.planned
          : words.delivery.statusNames['no-answer'],
      tone: broadcast.day > facts.today ? 'soft' : 'wait',
    }
  const locked = mayAnswer(broadcast, facts).ok ? '' : ` (${words.partner.locked})`
  const tones = { ran: 'good', 'ran-differently': 'good', 'did-not-run': 'bad', 'not-known': 'wait' } as const
  return { answer: words.broadcasts.answers[answer] + locked, tone: tones[answer] }
}
