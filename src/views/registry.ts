/** Every view and the model it is given. `npm run check` reads each view against it. */
import type { BareLayout, PartnerLayout, StaffLayout } from './layout.js'
import type { ComponentViews } from './components/registry.js'
import type { AccountViews } from './accounts/pages.js'
import type { ErrorViews } from './errors/pages.js'
import type { MailViews } from './mail/content.js'

interface LayoutViews {
  'layouts/bare': BareLayout
  'layouts/staff': StaffLayout
  'layouts/partner': PartnerLayout
}

export interface Views extends LayoutViews, ComponentViews, AccountViews, ErrorViews, MailViews {}
