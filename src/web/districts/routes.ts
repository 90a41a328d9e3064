import { districtsPage } from '../../views/districts/list.js'
import { show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { districtRows } from './rows.js'
import { showDistrict } from './show.js'

export const districtRoutes: Route[] = [
  { method: 'get', path: '/districts', access: 'readResults', handle: listDistricts },
  { method: 'get', path: '/districts/:code', access: 'readResults', handle: showDistrict },
]

async function listDistricts(visit: StaffVisit): Promise<void> {
  const { rows, first, last } = await districtRows(visit)
  const given = {
    rows,
    period: visit.formats.days(first, last),
    updated: visit.words.common.updated(visit.formats.day(last)),
  }
  show(visit, 'districts/list', districtsPage(visit.words, visit.formats, given))
}
