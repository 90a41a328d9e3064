import { z } from 'zod'
import { isDay } from '../../domain/time.js'

const part = () => z.string().trim().max(200, 'too-long:most=200').default('')
const day = () => part().refine(text => text === '' || isDay(text), 'not-a-day')

/** The filter of the audit page, as the address holds it. */
export const AuditForm = z.object({
  actor: part(),
  action: part(),
  kind: part(),
  subject: part(),
  from: day(),
  to: day(),
  before: z.coerce
    .number({ error: 'not-a-number' })
    .int('not-a-number')
    .min(1, 'too-small:least=1')
    .optional(),
})
