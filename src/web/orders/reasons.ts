import { warningRules, type WarningRule } from '../../domain/order-warning.js'
import { giveReasons } from '../../operations/warn-of-order.js'
import { paths } from '../../views/paths.js'
import { Invalid } from '../../domain/errors.js'
import { optionalText } from '../form-fields.js'
import { typedFields } from '../read-form.js'
import { redirect } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { param } from '../visit.js'

export const reasonRoutes: Route[] = [
  { method: 'post', path: '/orders/:id/reasons', access: 'planCampaigns', handle: save },
]

const reasonText = optionalText(1000)

/** A field per rule; one that is left empty gives no reason. */
async function save(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const reasons = new Map<WarningRule, string>()
  for (const [rule, typed] of Object.entries(typedFields(visit.req.body))) {
    if (!(rule in warningRules)) throw new Invalid({ '': { code: 'unexpected-field' } })
    const read = reasonText.safeParse(typed)
    if (!read.success) throw new Invalid({ [rule]: { code: 'too-long', values: { most: 1000 } } })
    if (read.data) reasons.set(rule as WarningRule, read.data)
  }
  await giveReasons(visit.app, visit.actor, id, reasons)
  redirect(visit, paths.order(id), visit.words.warnings.reasonsSaved)
}
