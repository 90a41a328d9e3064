import type { Route } from '../route.js'
import { largestLog } from '../station-logs/form.js'
import { answerExceptions, answerNone, showExceptions, showNone } from './exceptions.js'
import { answerPartnerLines, showPartnerLines } from './line-answers.js'
import { commitLog, discardLog, readLogAgain, receiveLog, showLog, showLogUpload } from './log.js'
import {
  answerPartnerOrder,
  sendPartnerCalendar,
  sendPartnerFile,
  showPartnerOrder,
  showPartnerPaper,
} from './order.js'
import { answerFromPartner, offerFromPartner, showMakegoods } from './makegoods.js'
import { sendOwnStatement, showOwnPage, showOwnStatement } from './own.js'
import { largestProof, sendProof, showProof } from './proof.js'
import { askNewLink, showNewLink, showNewLinkSent } from './new-link.js'
import { answerAll, giveMoreTime, showWeek, showWeekPaper, showWeekText } from './week.js'

export const partnerRoutes: Route[] = [
  { method: 'get', path: '/p/:token', access: { link: 'week' }, handle: showWeek },
  { method: 'post', path: '/p/:token/answer', access: { link: 'week' }, handle: answerAll },
  { method: 'post', path: '/p/:token/more-time', access: { link: 'week' }, handle: giveMoreTime },
  { method: 'get', path: '/p/:token/exceptions', access: { link: 'week' }, handle: showExceptions },
  { method: 'post', path: '/p/:token/exceptions', access: { link: 'week' }, handle: answerExceptions },
  { method: 'get', path: '/p/:token/none', access: { link: 'week' }, handle: showNone },
  { method: 'post', path: '/p/:token/none', access: { link: 'week' }, handle: answerNone },
  { method: 'get', path: '/p/:token/makegoods', access: { link: 'week' }, handle: showMakegoods },
  { method: 'post', path: '/p/:token/misses/:id', access: { link: 'week' }, handle: offerFromPartner },
  { method: 'post', path: '/p/:token/makegoods/:id', access: { link: 'week' }, handle: answerFromPartner },
  { method: 'get', path: '/p/:token/paper', access: { link: 'week' }, handle: showWeekPaper },
  { method: 'get', path: '/p/:token/text', access: { link: 'week' }, handle: showWeekText },
  { method: 'get', path: '/p/:token/orders', access: { link: 'week' }, handle: showOwnPage },
  { method: 'get', path: '/p/:token/statement', access: { link: 'week' }, handle: showOwnStatement },
  { method: 'get', path: '/p/:token/statement.xlsx', access: { link: 'week' }, handle: sendOwnStatement },
  { method: 'get', path: '/p/:token/proof', access: { link: 'week' }, handle: showProof },
  {
    method: 'post',
    path: '/p/:token/proof',
    access: { link: 'week' },
    upload: largestProof,
    handle: sendProof,
  },
  { method: 'get', path: '/p/:token/log', access: { link: 'week' }, handle: showLogUpload },
  { method: 'post', path: '/p/:token/log', access: { link: 'week' }, upload: largestLog, handle: receiveLog },
  { method: 'get', path: '/p/:token/log/:logId', access: { link: 'week' }, handle: showLog },
  { method: 'post', path: '/p/:token/log/:logId/reading', access: { link: 'week' }, handle: readLogAgain },
  { method: 'post', path: '/p/:token/log/:logId/commit', access: { link: 'week' }, handle: commitLog },
  { method: 'post', path: '/p/:token/log/:logId/discard', access: { link: 'week' }, handle: discardLog },
  { method: 'get', path: '/new-link', access: 'anyone', handle: visit => showNewLink(visit) },
  { method: 'post', path: '/new-link', access: 'anyone', handle: askNewLink },
  { method: 'get', path: '/new-link/sent', access: 'anyone', handle: showNewLinkSent },
  { method: 'get', path: '/o/:token', access: { link: 'order' }, handle: showPartnerOrder },
  { method: 'post', path: '/o/:token/answer', access: { link: 'order' }, handle: answerPartnerOrder },
  { method: 'get', path: '/o/:token/lines', access: { link: 'order' }, handle: showPartnerLines },
  { method: 'post', path: '/o/:token/lines', access: { link: 'order' }, handle: answerPartnerLines },
  { method: 'get', path: '/o/:token/paper', access: { link: 'order' }, handle: showPartnerPaper },
  { method: 'get', path: '/o/:token/materials/:id', access: { link: 'order' }, handle: sendPartnerFile },
  { method: 'get', path: '/o/:token/schedule.ics', access: { link: 'order' }, handle: sendPartnerCalendar },
]
