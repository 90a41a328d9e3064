import type { NewLinkPage, NewLinkSentPage } from './new-link.js'
import type { OwnPage } from './own.js'
import type { ChoosePage, ExceptionsPage, NonePage } from './exceptions.js'
import type { PartnerMakegoodsPage } from './makegoods.js'
import type { PartnerLogPage, PartnerLogUpload } from './log.js'
import type { PartnerOrderPage } from './order.js'
import type { PartnerLinesPage } from './order-lines.js'
import type { ProofPage } from './proof.js'
import type { TextPage } from './text.js'
import type { WeekPage } from './week.js'

export interface PartnerViews {
  'partner/week': WeekPage
  'partner/own': OwnPage
  'partner/new-link': NewLinkPage
  'partner/new-link-sent': NewLinkSentPage
  'partner/choose': ChoosePage
  'partner/exceptions': ExceptionsPage
  'partner/log': PartnerLogPage
  'partner/log-upload': PartnerLogUpload
  'partner/none': NonePage
  'partner/makegoods': PartnerMakegoodsPage
  'partner/proof': ProofPage
  'partner/text': TextPage
  'partner/order': PartnerOrderPage
  'partner/order-lines': PartnerLinesPage
}
