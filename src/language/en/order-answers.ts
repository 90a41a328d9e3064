import type { Words } from '../words.js'

const isOne = (n: string) => n === '1'

export const orderChanges: Words['orderChanges'] = {
  title: 'Changes since the version the outlet knows',
  none: 'No line has changed.',
  added: line => `New: ${line}.`,
  removed: line => `Removed: ${line}.`,
  changed: (line, changes) => `Changed: ${line} (${changes}).`,
  fromTo: (fact, before, after) => `${fact}: ${before} becomes ${after}`,
  facts: {
    format: 'format',
    length: 'length',
    size: 'size',
    material: 'material',
    flight: 'flight',
    weekdays: 'weekdays',
    holidays: 'public holidays',
    daypart: 'daypart',
    runs: 'runs a day',
    price: 'price',
  },
  seconds: n => `${n} seconds`,
  millimetres: n => `${n} column mm`,
  nothing: 'not stated',
  runsOnHolidays: 'runs as usual',
  skipsHolidays: 'left out',
}

export const orderAnswers: Words['orderAnswers'] = {
  column: 'Outlet’s answer',
  states: {
    kept: 'accepted before, unchanged',
    asked: 'awaiting an answer',
    accepted: 'accepted',
    declined: 'declined',
    'other-time': 'asks for another time',
  },
  otherTime: daypart => `The outlet asks for ${daypart}.`,
  decideTitle: 'The outlet answered otherwise',
  decideLead:
    'Some lines were declined or asked for at another time. Open a new version: lines already accepted are not asked again.',
  takeTimes: 'Take the times asked for',
  takeTimesReason: 'Dayparts as the outlet asked.',
  onlyChanges: 'Only the lines that changed need your answer. The others stand as you accepted them.',
  linesAsked: 'Needs your answer',
  linesKept: 'Accepted by you',
  acceptAll: 'Accept all',
  acceptChange: 'Accept the change',
  answerByLine: 'Answer line by line',
  sendAnswers: 'Send the answers',
  word: 'Answer',
  words: { accepted: 'Accept', declined: 'Cannot', 'other-time': 'Another time' },
  from: 'From',
  to: 'Until',
  timeHint: 'Fill in when you ask for another time, for example 08:00.',
  note: 'Note',
  answered: 'Your answers are kept. The office will send a new version. You can still change them.',
  cancelled: 'The office has cancelled this order. Please do not run it any more.',
  print: 'Print the order',
}

export const orderCancellation: Words['orderCancellation'] = {
  cancel: 'Cancel the order',
  title: 'Cancel this order?',
  willWithdraw: n =>
    `${n} ${isOne(n) ? 'broadcast that has' : 'broadcasts that have'} neither run nor been answered will be withdrawn.`,
  willKeep: n => `${n} past or answered ${isOne(n) ? 'broadcast stays' : 'broadcasts stay'} on record.`,
  willTell: names => `A cancellation with a calendar goes to ${names}.`,
  nobodyToTell: 'The outlet never received this order, so no mail is sent.',
  reason: 'Why it is cancelled',
  done: 'The order is cancelled.',
  because: reason => `Cancelled: ${reason}`,
  mailSubject: (number, outlet) => `Media order ${number} for ${outlet} is cancelled`,
  mailText: (campaign, reason) =>
    `We cancel the order for the campaign “${campaign}”: ${reason}. Please do not run the broadcasts below. The attached calendar takes them off your schedule.`,
}

export const orderPaper: Words['orderPaper'] = {
  title: (number, version) => `Media order ${number}, version ${version}`,
  from: 'Ordered by',
  to: 'To',
  campaign: 'Campaign',
  printed: when => `Printed ${when}`,
  total: 'Total cost',
  freeTotal: 'Value of free airtime',
  signOffice: 'Ordered by',
  signOutlet: 'Accepted by the outlet',
  signHint: 'Name, position, date, signature',
  paperFile: 'Signed paper (PDF or photo, at most 10 MB)',
  paperShown: 'See the signed paper',
  print: 'Print page',
}

/** What happens to orders and calendars, as the audit log names it. */
export const orderActions: Words['orderActions'] = {
  'order-answered': 'Order answered line by line',
  'warning-reasons-given': 'Reasons for warnings given',
  'calendar-feed-made': 'Calendar address made',
  'calendar-feed-revoked': 'Calendar address revoked',
}
