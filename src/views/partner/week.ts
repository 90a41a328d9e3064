/** The partner's week: one question, and only exceptions are typed. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { mayAnswer } from '../../domain/delivery.js'
import type { EvidenceOfBroadcast } from '../../domain/evidence.js'
import { hasRun } from '../../domain/exposure.js'
import { groupBy } from '../../domain/group.js'
import type { MoreTime } from '../../domain/more-time.js'
import type { Outlet } from '../../domain/outlet.js'
import { isUnanswered, overdueWeeks, type OpenWeek } from '../../domain/inbox.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import type { Page } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { deadlineText, moreTimeOf } from './deadline.js'
import { runTime } from './run-time.js'

export interface WeekPage extends Page {
  saved: string
  /** What is urgent elsewhere, counted first. */
  urgent: {
    text: string
    weeks: { label: string; href: string }[]
    missed: string
    makegoods: { label: string; href: string } | null
  } | null
  question: string
  open: string
  deadline: { text: string; tone: 'soft' | 'bad' }
  /** What was asked for, or the tap that asks. */
  moreTime: { note: string; ask: { action: string; label: string; hint: string } | null }
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
  text: { label: string; href: string }
  paper: { label: string; href: string }
  own: { label: string; href: string }
  log: { label: string; href: string }
  proofTitle: string
  proofs: { text: string; link: { label: string; href: string } }[]
}

interface Run {
  when: string
  material: string
  answer: string
  tone: 'good' | 'bad' | 'wait' | 'soft'
}

export interface Inbox {
  otherWeeks: (OpenWeek & { address: string })[]
  missed: BroadcastState[]
  /** Runs asked for in another outlet's place. */
  askedRuns: number
}

export interface WeekFacts {
  token: string
  week: Day
  contactName: string
  broadcasts: BroadcastState[]
  outlets: Map<string, Outlet>
  inbox: Inbox
  evidence: EvidenceOfBroadcast[]
  today: Day
  lockedThrough: Day | null
  daysOff: ReadonlySet<Day>
  /** What this contact asked for this week. */
  moreTime: MoreTime | undefined
}

export function weekPage(
  words: Words,
  formats: Formats,
  facts: WeekFacts,
  state: { saved: string },
): WeekPage {
  const t = words.partner
  const answerable = facts.broadcasts.filter(broadcast => mayAnswer(broadcast, facts).ok)
  const open = answerable.filter(isUnanswered)
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
    urgent: urgentFirst(words, formats, facts),
    question: open.length > 0 ? t.hello(facts.contactName) : t.done,
    open: open.length > 0 ? [t.count(count), ...rest].join(' · ') : rest.join(' · '),
    deadline: deadlineText(words, formats, facts, open),
    moreTime: moreTimeOf(words, formats, facts, open),
    choices: open.length > 0 ? answerChoices(words, facts.token, count) : [],
    answerAction: paths.weekAll(facts.token),
    correct: answerable.length > 0 ? { label: t.correct, href: paths.weekExceptions(facts.token) } : null,
    listTitle: t.list,
    outlets: runsByOutlet(words, formats, facts),
    why: t.why,
    log: { label: words.stationLogs.partnerLink, href: paths.weekLogs(facts.token) },
    paper: { label: words.weeks.paper, href: paths.weekPaper(facts.token) },
    own: { label: words.ownPage.link, href: paths.ownPage(facts.token) },
    text: { label: words.inbox.textLink, href: paths.weekText(facts.token) },
    proofTitle: t.proofTitle,
    proofs: proofLinks(words, formats, facts),
  }
}

/** Per outlet that has something to prove: what was received, and where more is sent. */
function proofLinks(words: Words, formats: Formats, facts: WeekFacts): WeekPage['proofs'] {
  const t = words.proofs
  const ran = groupBy(facts.broadcasts.filter(hasRun), broadcast => broadcast.outletId)
  return [...ran].map(([outletId, broadcasts]) => {
    const ids = new Set(broadcasts.map(({ id }) => id))
    const of = facts.evidence.filter(proof => ids.has(proof.broadcastId))
    const count = new Set(of.map(proof => proof.id)).size
    return {
      text: count > 0 ? t.received(formats.number(count)) : words.partner.proofNone,
      link: {
        label: t.add(broadcasts[0]!.outletName),
        href: withQuery(paths.weekProof(facts.token), { outlet: outletId }),
      },
    }
  })
}

function urgentFirst(words: Words, formats: Formats, { inbox, today, token }: WeekFacts): WeekPage['urgent'] {
  const { otherWeeks, missed, askedRuns } = inbox
  if (otherWeeks.length + missed.length + askedRuns === 0) return null
  const t = words.inbox
  const overdue = overdueWeeks(otherWeeks, today).length
  const count = formats.number(overdue || otherWeeks.length)
  return {
    text: otherWeeks.length === 0 ? '' : overdue > 0 ? t.overdueWeeks(count) : t.otherWeeks(count),
    weeks: otherWeeks.map(open => ({
      label: t.openWeek(formats.week(open.week), formats.number(open.unanswered)),
      href: open.address,
    })),
    missed: missed.length > 0 ? t.missedRuns(formats.number(missed.length)) : '',
    makegoods:
      missed.length + askedRuns > 0
        ? {
            label:
              askedRuns > 0
                ? words.makegoods.askedCount(formats.number(askedRuns))
                : words.makegoods.partnerLink(formats.number(missed.length)),
            href: paths.partnerMakegoods(token),
          }
        : null,
  }
}

function answerChoices(words: Words, token: string, count: string): WeekPage['choices'] {
  const t = words.partner
  const exceptions = paths.weekExceptions(token)
  return [
    { kind: 'send', answer: 'ran', label: t.allRan(count), tone: 'button-primary' },
    { kind: 'go', href: exceptions, label: t.someDidNot },
    { kind: 'go', href: paths.weekNone(token), label: t.noneRan },
    { kind: 'send', answer: 'not-known', label: t.notKnown, tone: '' },
  ]
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

function answerOf(words: Words, broadcast: BroadcastState, facts: WeekFacts): Pick<Run, 'answer' | 'tone'> {
  const { answer } = broadcast
  const { planned, 'no-answer': noAnswer } = words.delivery.statusNames
  if (answer === null && broadcast.day > facts.today) return { answer: planned, tone: 'soft' }
  if (answer === null) return { answer: noAnswer, tone: 'wait' }
  const locked = mayAnswer(broadcast, facts).ok ? '' : ` (${words.partner.locked})`
  const tones = { ran: 'good', 'ran-differently': 'good', 'did-not-run': 'bad', 'not-known': 'wait' } as const
  return { answer: words.broadcasts.answers[answer] + locked, tone: tones[answer] }
}
