import { z } from 'zod'
import { splitBases } from '../../domain/target-split.js'
import { choice, day, optionalText, text, wholeNumber } from '../form-fields.js'

/** Typed as a number of four digits, without a point for thousands. */
const year = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .regex(/^(?:19|20)\d{2}$/, 'not-a-number')
  .transform(Number)

export const TargetsForm = z.strictObject({ year, reason: text(300) })

export const SplitForm = z.strictObject({
  year,
  streamId: text(40),
  amount: wholeNumber(1, 999_999_999),
  basis: choice(splitBases),
  reason: text(300),
})

export const FigureForm = z.strictObject({
  throughDay: day(),
  amount: wholeNumber(0, 999_999_999),
  scope: text(20),
  source: text(300),
  note: optionalText(500),
})
