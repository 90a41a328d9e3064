import type { OutletsPage } from './list.js'
import type { OutletImportPage } from './import.js'
import type { OutletPage } from './show.js'

export interface OutletViews {
  'outlets/list': OutletsPage
  'outlets/show': OutletPage
  'outlets/import': OutletImportPage
}
