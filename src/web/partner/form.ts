import { z } from 'zod'
import { evidenceKinds, missReasons } from '../../domain/confirmation.js'
import { choice, ids, optionalText } from '../form-fields.js'

export const AllForm = z.strictObject({ answer: choice(['ran', 'not-known']) })

/** Nothing of it ran, for one reason. */
export const NoneForm = z.strictObject({ id: ids(), reason: choice(missReasons), note: optionalText(500) })

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
