/** What programs send and are answered: read by the server, and published in the description. */
import { z } from 'zod'
import { isDay } from '../../domain/time.js'

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay, 'not a day')
  .meta({ description: 'A day in the time zone of the office', examples: ['2026-11-21'] })
const instant = z.string().meta({ format: 'date-time' })
const count = z.int().min(0).max(999_999_999)
const text = (most: number) => z.string().trim().min(1).max(most)

export const mostCounts = 5_000

export const CountsSent = z.strictObject({
  source: text(200).meta({ description: 'Where the counts come from; shown in the list of imports' }),
  counts: z
    .array(
      z.strictObject({
        day,
        district: text(100).meta({ description: 'A code such as 18.71, or a name as people write it' }),
        stream: text(100).meta({ description: 'An id such as self, or a name such as BPU' }),
        count: count
          .nullable()
          .meta({ description: 'null for a day that is not reported, which is not zero' }),
        spanDays: z
          .int()
          .min(1)
          .max(92)
          .optional()
          .meta({ description: 'Days that end on `day`; 1 without it' }),
      }),
    )
    .min(1)
    .max(mostCounts),
})

export const CountsAnswer = z.strictObject({
  importId: z.string().nullable(),
  changed: z.boolean().meta({ description: 'false when nothing new was sent' }),
  rows: z
    .record(z.string(), z.int().min(0))
    .meta({ description: 'Where every count went; the others add up to `read`' }),
  cellsStored: z.int().min(0),
  cellsChanged: z.int().min(0),
})

export const CountsAsked = z.strictObject({
  from: day,
  to: day,
  stream: z.string().max(60).optional(),
  district: z.string().max(20).optional(),
  asOf: day.optional().meta({ description: 'As it was known at the end of this day' }),
})

const state = z.enum(['reported', 'not-reported', 'not-applicable'])

export const CountsKnown = z.strictObject({
  counts: z.array(
    z.strictObject({
      day,
      spanDays: z.int().min(1),
      district: z.string(),
      stream: z.string(),
      state,
      count: count.nullable(),
      knownFrom: instant,
    }),
  ),
})

export const PaceAsked = z.strictObject({
  year: z.coerce.number().int().min(1978).max(2100).optional(),
  month: z.coerce.number().int().min(1).max(12).optional(),
  stream: z.string().max(60).optional(),
  asOf: day.optional(),
})

const paceRow = z.strictObject({
  scope: z.string().meta({ description: '`all`, `branch <id>` or the code of a district' }),
  target: count,
  targetToDate: z.number().min(0),
  realised: count,
  pace: z.number().nullable(),
  weeklyNeeded: z.number().nullable(),
  forecast: z
    .strictObject({
      low: z.number(),
      estimate: z.number(),
      high: z.number(),
      chance: z.number().min(0).max(1),
    })
    .nullable()
    .meta({ description: 'Total of the year with its 80 % range; null with too little history' }),
})

export const PaceKnown = z.strictObject({ through: day, whole: paceRow, parts: z.array(paceRow) })

export const VerdictsKnown = z.strictObject({
  verdicts: z.array(
    z.strictObject({
      campaign: z.strictObject({ id: z.string(), code: z.string(), name: z.string() }),
      stream: z.string().nullable(),
      madeAt: instant.nullable(),
      methodVersion: z.string(),
      inputFingerprint: z.string(),
      verdict: z
        .looseObject({})
        .meta({ description: 'The verdict as stored: its kind, estimate, interval and reasons' }),
    }),
  ),
})

export const PlacesKnown = z.strictObject({
  districts: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      validFrom: day,
      validTo: day.nullable(),
      population: count.nullable(),
    }),
  ),
  streams: z.array(z.strictObject({ id: z.string(), kind: z.enum(['self', 'employer']) })),
})

/** RFC 9457, with what is wrong by its place. */
export const ProblemAnswer = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  problems: z
    .array(z.strictObject({ at: z.string(), reason: z.string(), text: z.string().optional() }))
    .optional(),
})
