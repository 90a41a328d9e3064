import type { ChoosePage, ExceptionsPage } from './exceptions.js'
import type { PartnerOrderPage } from './order.js'
import type { ProofForm } from './proof.js'
import type { WeekPage } from './week.js'

export interface PartnerViews {
  'partner/week': WeekPage
  'partner/choose': ChoosePage
  'partner/exceptions': ExceptionsPage
  'partner/proof': ProofForm
  'partner/order': PartnerOrderPage
}
