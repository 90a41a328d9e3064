import type { OutletsPage } from './list.js'
import type { OutletPage } from './show.js'

export interface OutletViews {
  'outlets/list': OutletsPage
  'outlets/show': OutletPage
}
