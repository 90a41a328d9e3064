import { z } from 'zod'
import { evidenceKinds, missReasons } from '../../domain/confirmation.js'
import { choice, email, ids, optionalText } from '../form-fields.js'

export const AllForm = z.strictObject({ answer: choice(['ran', 'not-known']) })

/** Nothing of it ran, for one reason. */
export const NoneForm = z.strictObject({ id: ids(), reason: choice(missReasons), note: optionalText(500) })

/** As a clock on the wall shows it; empty where nothing is asked. */
const moment = z
  .union([z.literal(''), z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)], { error: 'not-a-day' })
  .default('')

export const ProofForm = z.strictObject({
  outletId: z.string().max(60),
  broadcastIds: ids(),
  kind: choice(evidenceKinds),
  url: z
    .string()
    .trim()
    .max(1000, 'too-long:most=1000')
    .default('')
    .refine(text => text === '' || (/^https?:\/\//.test(text) && URL.canParse(text)), 'not-an-address'),
  firstSeen: moment,
  lastSeen: moment,
  edition: optionalText(60),
  page: optionalText(20),
  archivedText: optionalText(100_000),
})

export const NewLinkForm = z.strictObject({ email: email() })

export const OrderAnswerForm = z.strictObject({
  answer: choice(['accept', 'decline']),
  reason: optionalText(500),
})
