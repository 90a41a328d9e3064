import type { DistrictsPage } from './list.js'
import type { DistrictPage } from './show.js'

export interface DistrictViews {
  'districts/list': DistrictsPage
  'districts/show': DistrictPage
}
