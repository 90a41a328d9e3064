import { z } from 'zod'
import type { CampaignPart } from '../../domain/campaign.js'
import type { CampaignPlan } from '../../operations/save-campaign.js'
import { day, ids, optionalDay, optionalText, optionalWholeNumber, text, ticked } from '../form-fields.js'

/** Which button was pressed: go on, keep what is typed, drop it, or leave for another part. */
export const GoForm = z.looseObject({
  go: z
    .enum(['next', 'keep', 'discard', 'basis', 'audience', 'messages', 'budget', 'review'])
    .default('next'),
  version: z.coerce.number().int().min(1).max(1e9).optional(),
})

const rupiah = () => optionalWholeNumber(0, 1e13)

/** The fields of each part; a plan may be left incomplete, but nothing in it may be wrong. */
const partForms = {
  basis: z.strictObject({
    name: text(120),
    firstDay: day(),
    lastDay: day(),
    objective: optionalText(1000),
  }),
  audience: z.strictObject({ streamIds: ids(0), districtCodes: ids(0) }),
  messages: z.strictObject({ messageIds: ids(0) }),
  budget: z.strictObject({ paidRupiah: rupiah(), negotiatedRupiah: rupiah(), freeRupiah: rupiah() }),
} satisfies Record<CampaignPart, z.ZodObject>

export const BasisForm = partForms.basis

/** One part as a form, and how what it holds changes the plan. */
export const campaignForms: Record<
  CampaignPart,
  { schema: z.ZodObject; change: (value: never) => Partial<CampaignPlan> }
> = {
  basis: { schema: partForms.basis, change: (value: z.infer<typeof partForms.basis>) => value },
  audience: { schema: partForms.audience, change: (value: z.infer<typeof partForms.audience>) => value },
  messages: { schema: partForms.messages, change: (value: z.infer<typeof partForms.messages>) => value },
  budget: { schema: partForms.budget, change: budgetOf },
}

function budgetOf(value: z.infer<typeof partForms.budget>): Partial<CampaignPlan> {
  const negotiated = value.negotiatedRupiah ?? 0
  return {
    budgetRupiah: (value.paidRupiah ?? 0) + negotiated,
    budgetNegotiatedRupiah: negotiated,
    budgetFreeRupiah: value.freeRupiah,
  }
}

export const CopyForm = z.strictObject({
  name: text(120),
  firstDay: optionalDay(),
  days: z.union(
    [
      z.literal('').transform(() => null),
      z
        .string()
        .regex(/^-?\d{1,4}$/, 'not-a-number')
        .transform(Number),
    ],
    {
      error: 'not-a-number',
    },
  ),
  orders: ticked(),
})

export const ReasonForm = z.strictObject({ reason: text(1000) })
