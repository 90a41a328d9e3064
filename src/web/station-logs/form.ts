import { z } from 'zod'
import { logRoles, notOurs, unclear, type StationLog } from '../../domain/station-log.js'
import { choice, day, optionalText, text } from '../form-fields.js'

const longText = 100_000
export const largestLog = 10_000_000

export const LogUploadForm = z.strictObject({ first: day(), last: day(), text: optionalText(longText) })

/** The outlet's own week is in its link. */
export const PartnerLogForm = z.strictObject({
  outletId: z.string().min(1).max(60),
  text: optionalText(longText),
})

/** A role per column, a meaning per name, and what becomes of what is missing. */
export function logReadingForm(log: StationLog, names: number, materialIds: readonly string[]) {
  const roles = Object.fromEntries(log.reading.roles.map((_, i) => [`role-${i}`, choice(logRoles)]))
  const meanings = [unclear, notOurs, ...materialIds] as [string, ...string[]]
  const chosen = Array.from({ length: names }, (_, i) => [
    [`name-${i}`, choice(meanings)],
    [`name-${i}-text`, z.string().max(200)],
  ])
  return z.strictObject({
    ...roles,
    ...Object.fromEntries(chosen.flat() as [string, z.ZodType][]),
    missing: choice(['did-not-run', 'not-known']),
  })
}

export const OverruleForm = z.strictObject({
  position: z.union(
    [
      z.literal('none').transform(() => null),
      z
        .string()
        .regex(/^\d{1,6}$/)
        .transform(Number),
    ],
    {
      error: 'not-a-choice',
    },
  ),
  reason: text(500),
})
