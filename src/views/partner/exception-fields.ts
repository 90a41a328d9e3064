/** The fields for one broadcast that did not run as ordered: only what its medium can differ in is asked. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { missReasons, type Confirmation } from '../../domain/confirmation.js'
import type { Material } from '../../domain/material.js'
import type { Problem } from '../../domain/problem.js'
import type { Day } from '../../domain/time.js'
import { addDays, daysFrom } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { problemText, type Option } from '../components/fields.js'
import type { Formats } from '../formats.js'
import { runTime } from './run-time.js'

export interface ExceptionFields {
  id: string
  legend: string
  errors: Record<'what' | 'reason' | 'day' | 'time' | 'seconds' | 'material' | 'note', string>
  whats: Option[]
  reasons: Option[]
  days: Option[]
  materials: Option[]
  time: string
  seconds: string
  live: boolean
  note: string
  /** Whether minutes and seconds mean anything there, and whether somebody may have read it live. */
  timed: boolean
  spoken: boolean
}

export interface ExceptionsState {
  typed: Record<string, string | string[]>
  problems: Record<string, Problem>
}

export interface ExceptionFacts {
  answers: ReadonlyMap<string, Confirmation>
  materials: readonly Material[]
  today: Day
  state: ExceptionsState
}

/** A spot may slip past midnight, an advertisement into the next edition. */
const latestAfter = 7

export function exceptionFields(
  words: Words,
  formats: Formats,
  broadcast: BroadcastState,
  facts: ExceptionFacts,
): ExceptionFields {
  const { id, medium } = broadcast
  const { typed, problems } = facts.state
  const known = knownValues(formats, facts.answers.get(id))
  const value = (name: keyof typeof known) => String(typed[`${name}-${id}`] ?? known[name])
  const error = (name: string) =>
    problems[`${name}-${id}`] ? problemText(words, problems[`${name}-${id}`]!) : ''
  const option = (chosen: string) => (key: string, label: string) => ({
    value: key,
    label,
    chosen: key === chosen,
  })
  return {
    id,
    legend: `${broadcast.outletName}: ${runTime(words, formats, broadcast)}`,
    errors: {
      what: error('what'),
      reason: error('reason'),
      day: error('day'),
      time: error('time'),
      seconds: error('seconds'),
      material: error('material'),
      note: error('note'),
    },
    whats: whatOptions(words, value('what')),
    reasons: reasonOptions(words, value('reason')),
    days: possibleDays(broadcast.day, facts.today).map(day =>
      option(value('day') || broadcast.day)(day, `${formats.weekdayShort(day)}, ${formats.dayShort(day)}`),
    ),
    materials: [
      option(value('material'))('', words.inbox.asOrdered),
      ...facts.materials
        .filter(material => material.medium === medium && material.id !== broadcast.materialId)
        .map(material => option(value('material'))(material.id, `${material.code} ${material.title}`)),
    ],
    time: value('time'),
    seconds: value('seconds'),
    live: value('live') === 'yes',
    note: value('note'),
    timed: medium === 'radio' || medium === 'tv',
    spoken: medium === 'radio',
  }
}

function knownValues(formats: Formats, answer: Confirmation | undefined) {
  const isException = answer?.answer === 'ran-differently' || answer?.answer === 'did-not-run'
  return {
    what: isException ? answer.answer : 'did-not-run',
    reason: answer?.reason ?? '',
    day: answer?.actualDay ?? '',
    time: typeof answer?.actualMinute === 'number' ? formats.time(answer.actualMinute) : '',
    seconds: answer?.actualSeconds ? String(answer.actualSeconds) : '',
    material: answer?.actualMaterialId ?? '',
    live: answer?.announcerRead ? 'yes' : '',
    note: isException ? answer.note : '',
  }
}

function possibleDays(planned: Day, today: Day): Day[] {
  const last = addDays(planned, latestAfter)
  return daysFrom(addDays(planned, -1), last < today ? last : today)
}

function whatOptions(words: Words, chosen: string): Option[] {
  const t = words.partner
  const whats = [
    ['did-not-run', t.didNotRun],
    ['ran-differently', t.ranDifferently],
    ['not-known', t.notYetKnown],
  ] as const
  return whats.map(([value, label]) => ({ value, label, chosen: value === chosen }))
}

export function reasonOptions(words: Words, chosen: string): Option[] {
  return ['' as const, ...missReasons].map(value => ({
    value,
    label: value === '' ? words.partner.noReason : words.broadcasts.reasons[value],
    chosen: value === chosen,
  }))
}
