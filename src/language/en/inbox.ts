import type { Words } from '../words.js'

export const inbox: Words['inbox'] = {
  overdueWeeks: n => `${n} other ${n === '1' ? 'week is' : 'weeks are'} overdue`,
  otherWeeks: n => `${n} other ${n === '1' ? 'week is' : 'weeks are'} still open`,
  openWeek: (week, n) => `${week}: ${n} ${n === '1' ? 'broadcast' : 'broadcasts'} unanswered`,
  missedRuns: n => `${n} missed ${n === '1' ? 'broadcast has' : 'broadcasts have'} no replacement yet`,
  daysLeft: n => `${n} ${n === '1' ? 'day' : 'days'} left`,
  today: 'today',
  asOrdered: 'as ordered',
  ifDifferent: 'If it ran differently, write only what was different:',
  seconds: 'Actual length in seconds (optional)',
  material: 'Material that ran',
  announcerRead: 'Read by the announcer, not the recording',
  noneTitle: 'None ran',
  noneLead: n =>
    `${n} ${n === '1' ? 'broadcast' : 'broadcasts'} will be recorded as not run, for one reason.`,
  textLink: 'Text to send in a chat',
  textTitle: 'Text for a chat',
  textLead: 'Copy the whole text and paste it into a chat, for example to a colleague in the studio.',
  textLabel: 'Text',
  textHead: (outlet, week) => `${outlet}, broadcasts of ${week}`,
  textAsk: 'Reply: all ran, or the numbers of those that did not run, with the reason.',
  textOrderHead: (number, outlet) => `Media order ${number} for ${outlet}`,
  textAnswerHere: address => `Answer through the link in the weekly mail. Link lost? ${address}`,
}
