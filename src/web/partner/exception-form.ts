/** What an outlet types about each broadcast that did not run as ordered. Fields are named `<field>-<broadcast id>`. */
import { z } from 'zod'
import type { BroadcastState } from '../../domain/broadcast.js'
import {
  missReasons,
  plainAnswer,
  saysHowItDiffered,
  type ConfirmationContent,
} from '../../domain/confirmation.js'
import type { Problem } from '../../domain/problem.js'
import { choice, minute, optionalDay, optionalText, optionalWholeNumber, ticked } from '../form-fields.js'
import type { Typed } from '../read-form.js'

export type ExceptionsRead =
  { ok: true; contents: Map<string, ConfirmationContent> } | { ok: false; problems: Record<string, Problem> }

const fields = ['what', 'reason', 'day', 'time', 'seconds', 'material', 'live', 'note'] as const

const OneException = z.object({
  what: choice(['did-not-run', 'ran-differently', 'not-known']),
  reason: z.union([z.literal(''), choice(missReasons)], { error: 'not-a-choice' }).default(''),
  day: optionalDay().optional(),
  time: z.union([z.literal('').transform(() => null), minute()], { error: 'not-a-time' }).default(null),
  seconds: optionalWholeNumber(1, 7200).default(null),
  material: z.string().max(60).default(''),
  live: ticked(),
  note: optionalText(500),
})

type One = z.infer<typeof OneException>

export function readExceptions(
  typed: Typed,
  exceptions: readonly BroadcastState[],
  given: { today: string; materialIds: ReadonlySet<string> },
): ExceptionsRead {
  const contents = new Map<string, ConfirmationContent>()
  const problems: Record<string, Problem> = {}
  for (const broadcast of exceptions) {
    const read = OneException.safeParse(valuesOf(typed, broadcast.id))
    const found = read.success ? problemsIn(read.data, broadcast, given) : problemsOf(read.error)
    for (const [name, problem] of Object.entries(found)) problems[`${name}-${broadcast.id}`] = problem
    if (read.success) contents.set(broadcast.id, contentOf(read.data, broadcast))
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, contents }
}

function valuesOf(typed: Typed, id: string): Record<string, string | undefined> {
  return Object.fromEntries(fields.map(name => [name, [typed[`${name}-${id}`] ?? []].flat()[0]]))
}

function problemsOf(error: z.ZodError): Record<string, Problem> {
  const codes = { time: 'not-a-time', seconds: 'not-a-number', day: 'not-a-day', note: 'too-long' } as const
  return Object.fromEntries(
    error.issues.map(issue => {
      const name = String(issue.path[0])
      const code = codes[name as keyof typeof codes] ?? 'not-a-choice'
      return [name, code === 'too-long' ? { code, values: { most: 500 } } : { code }]
    }),
  )
}

/** What the fields say together: a miss needs its reason, a difference at least one thing that differed. */
function problemsIn(
  one: One,
  broadcast: BroadcastState,
  { today, materialIds }: { today: string; materialIds: ReadonlySet<string> },
): Record<string, Problem> {
  if (one.what === 'did-not-run') return one.reason === '' ? { reason: { code: 'required' } } : {}
  if (one.what === 'not-known') return {}
  if (one.material !== '' && !materialIds.has(one.material)) return { material: { code: 'not-a-choice' } }
  if (one.day && one.day > today) return { day: { code: 'broadcast-in-future' } }
  const timed = broadcast.medium === 'radio' || broadcast.medium === 'tv'
  if (timed && one.day && one.day !== broadcast.day && one.time === null)
    return { time: { code: 'required' } }
  return saysHowItDiffered(contentOf(one, broadcast)) ? {} : { time: { code: 'difference-missing' } }
}

/** The day is written down where it, or the time on it, is what differed. */
function contentOf(one: One, broadcast: BroadcastState): ConfirmationContent {
  const plain = { ...plainAnswer(one.what), note: one.note }
  if (one.what === 'did-not-run') return { ...plain, reason: one.reason === '' ? null : one.reason }
  if (one.what === 'not-known') return plain
  const otherDay = one.day && one.day !== broadcast.day ? one.day : null
  return {
    ...plain,
    actualDay: one.time === null ? otherDay : (otherDay ?? broadcast.day),
    actualMinute: one.time,
    actualSeconds: one.seconds,
    actualMaterialId: one.material === '' ? null : one.material,
    announcerRead: one.live,
  }
}
