import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { showDesk } from './desk.js'
import { showOverview } from './overview.js'

export const homeRoutes: Route[] = [
  { method: 'get', path: '/', access: 'signed-in', handle: showHome },
  { method: 'get', path: '/overview', access: 'readResults', handle: showOverview },
]

/** A planner begins with what waits for them, everybody else with how things stand. */
function showHome(visit: StaffVisit): Promise<void> {
  return visit.user.role === 'planner' ? showDesk(visit) : showOverview(visit)
}
