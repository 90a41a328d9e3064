import { measuredRates } from '../../domain/season-rates-measured.js'
import { methodPage } from '../../views/method/page.js'
import { show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'

export const methodRoutes: Route[] = [
  { method: 'get', path: '/method', access: 'readResults', handle: showMethod },
]

function showMethod(visit: StaffVisit): void {
  show(visit, 'method/show', methodPage(visit.words, visit.formats, measuredRates))
}
