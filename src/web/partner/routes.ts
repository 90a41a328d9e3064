import type { Route } from '../route.js'
import { answerExceptions, showExceptions } from './exceptions.js'
import { answerPartnerOrder, sendPartnerCalendar, showPartnerOrder } from './order.js'
import { largestProof, sendProof } from './proof.js'
import { answerAll, showWeek } from './week.js'

export const partnerRoutes: Route[] = [
  { method: 'get', path: '/p/:token', access: { link: 'week' }, handle: showWeek },
  { method: 'post', path: '/p/:token/answer', access: { link: 'week' }, handle: answerAll },
  { method: 'get', path: '/p/:token/exceptions', access: { link: 'week' }, handle: showExceptions },
  { method: 'post', path: '/p/:token/exceptions', access: { link: 'week' }, handle: answerExceptions },
  {
    method: 'post',
    path: '/p/:token/proof',
    access: { link: 'week' },
    upload: largestProof,
    handle: sendProof,
  },
  { method: 'get', path: '/o/:token', access: { link: 'order' }, handle: showPartnerOrder },
  { method: 'post', path: '/o/:token/answer', access: { link: 'order' }, handle: answerPartnerOrder },
  { method: 'get', path: '/o/:token/schedule.ics', access: { link: 'order' }, handle: sendPartnerCalendar },
]
