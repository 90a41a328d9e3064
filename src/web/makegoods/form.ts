import { z } from 'zod'
import { isDay } from '../../domain/time.js'
import { choice, day, minute, optionalText, text, wholeNumber } from '../form-fields.js'

/** A slot as a button sends it: `2026-11-25 360 420`. */
export const SlotForm = z.strictObject({
  slot: z
    .string({ error: 'required' })
    .regex(/^\d{4}-\d{2}-\d{2} \d{1,4} \d{1,4}$/, 'not-a-choice')
    .transform(value => {
      const [onDay, from, to] = value.split(' ') as [string, string, string]
      return { day: onDay, fromMinute: Number(from), toMinute: Number(to) }
    })
    .refine(slot => isDay(slot.day) && slot.toMinute <= 2880, 'not-a-choice'),
})

/** What was proposed, slot by slot, as it was shown. */
export const ElsewhereForm = z.strictObject({ slot: z.array(z.string().max(200)).min(1).max(50) })

export const OwnSlotForm = z.strictObject({ day: day(), fromMinute: minute(), toMinute: minute() })

export const MakegoodAnswerForm = z.strictObject({
  answer: choice(['accept', 'decline']),
  reason: optionalText(500),
})

export const WaiverForm = z.strictObject({ reason: text(500) })

export const CreditForm = z.strictObject({ rupiah: wholeNumber(1, 1_000_000_000_000) })
