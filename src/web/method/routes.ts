import { measuredRates } from '../../domain/season-rates-measured.js'
import { calibrationOf } from '../../operations/calibration-of-version.js'
import { methodPage } from '../../views/method/page.js'
import { show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'

export const methodRoutes: Route[] = [
  { method: 'get', path: '/method', access: 'readResults', handle: showMethod },
]

function showMethod(visit: StaffVisit): void {
  const calibration = calibrationOf(visit.app.config.root)
  show(visit, 'method/show', methodPage(visit.words, visit.formats, { rates: measuredRates, calibration }))
}
