import { z } from 'zod'
import {
  evidenceKinds,
  missReasons,
  plainAnswer,
  type ConfirmationContent,
} from '../../domain/confirmation.js'
import type { Problem } from '../../domain/problem.js'
import { choice, minute, optionalText } from '../form-fields.js'
import type { Typed } from '../read-form.js'

export const AllForm = z.strictObject({ answer: choice(['ran', 'not-known']) })

export const ProofForm = z.strictObject({
  outletId: z.string().min(1).max(60),
  kind: choice(evidenceKinds),
  url: z
    .string()
    .trim()
    .max(1000, 'too-long:most=1000')
    .default('')
    .refine(text => text === '' || (/^https?:\/\//.test(text) && URL.canParse(text)), 'not-an-address'),
})

export const OrderAnswerForm = z.strictObject({
  answer: choice(['accept', 'decline']),
  reason: optionalText(500),
})

/** Fields are named per broadcast (`what-<id>`); `all` stands for every open one. */
export type ExceptionsRead =
  { ok: true; contents: Map<string, ConfirmationContent> } | { ok: false; problems: Record<string, Problem> }

const OneException = z.object({
  what: choice(['did-not-run', 'ran-differently', 'not-known']),
  reason: z.union([z.literal(''), choice(missReasons)], { error: 'not-a-choice' }).default(''),
  time: z.string().trim().max(10).default(''),
  note: optionalText(500),
})

export function readExceptions(
  typed: Typed,
  ids: readonly string[],
  dayOf: (id: string) => string | null,
): ExceptionsRead {
  const contents = new Map<string, ConfirmationContent>()
  const problems: Record<string, Problem> = {}
  for (const id of ids) {
    const text = (name: string) => [typed[`${name}-${id}`] ?? []].flat()[0]
    const read = OneException.safeParse({
      what: text('what'),
      reason: text('reason'),
      time: text('time'),
      note: text('note'),
    })
    if (!read.success) problems[`what-${id}`] = { code: 'not-a-choice' }
    else Object.assign(problems, keep(id, read.data))
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, contents }

  function keep(
    id: string,
    { what, reason, time, note }: z.infer<typeof OneException>,
  ): Record<string, Problem> {
    if (what === 'did-not-run') {
      if (reason === '') return { [`reason-${id}`]: { code: 'required' } }
      contents.set(id, { ...plainAnswer(what), reason, note })
    } else if (what === 'ran-differently') {
      const at = minute().safeParse(time)
      if (!at.success) return { [`time-${id}`]: { code: time === '' ? 'required' : 'not-a-time' } }
      contents.set(id, { ...plainAnswer(what), actualDay: dayOf(id), actualMinute: at.data, note })
    } else contents.set(id, { ...plainAnswer(what), note })
    return {}
  }
}
