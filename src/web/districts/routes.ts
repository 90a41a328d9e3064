import type { Route } from '../route.js'
import { sendDistrict, sendDistricts } from './files.js'
import { listDistricts } from './list.js'
import { sendDistrictChart, showDistrict } from './show.js'

export const districtRoutes: Route[] = [
  { method: 'get', path: '/districts', access: 'readResults', handle: listDistricts },
  { method: 'get', path: '/districts/figures.xlsx', access: 'readResults', handle: sendDistricts },
  { method: 'get', path: '/districts/figures.csv', access: 'readResults', handle: sendDistricts },
  { method: 'get', path: '/districts/:code', access: 'readResults', handle: showDistrict },
  { method: 'get', path: '/districts/:code/figures.xlsx', access: 'readResults', handle: sendDistrict },
  { method: 'get', path: '/districts/:code/figures.csv', access: 'readResults', handle: sendDistrict },
  {
    method: 'get',
    path: '/districts/:code/chart.svg',
    access: 'readResults',
    handle: visit => sendDistrictChart(visit, 'svg'),
  },
  {
    method: 'get',
    path: '/districts/:code/chart.png',
    access: 'readResults',
    handle: visit => sendDistrictChart(visit, 'png'),
  },
]
