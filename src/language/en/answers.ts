import type { Words } from '../words.js'

export const answers: Words['answers'] = {
  comparisonTitle: 'Comparisons',
  comparisonLead:
    'The lift of each campaign, and what it mostly used. Figures that rest on little are drawn towards the mean, so that the top one is not merely the lucky one.',
  dimensions: {
    campaign: 'Campaign',
    message: 'Message',
    medium: 'Medium',
    outlet: 'Outlet used most',
    daypart: 'Daypart',
  },
  dayparts: {
    morning: 'morning (05–10)',
    midday: 'midday (10–15)',
    evening: 'evening (15–20)',
    night: 'night (20–05)',
  },
  campaigns: 'Campaigns',
  runs: 'Verified broadcasts',
  lift: 'Lift, drawn towards the mean',
  range: (low, high) => `${low} to ${high}`,
  hidden: least => `fewer than ${least} verified broadcasts`,
  noPool: 'cannot be compared yet',
  noDifference: 'No difference can be told.',
  difference: (more, less) => `${more} is higher than ${less}; a difference of this size is rarely chance.`,
  nothing: 'No campaign can be judged yet.',
  comparisonHint:
    'Only campaigns that could be judged and were not confounded. Self-enrolled registrations. A campaign uses several things at once; a difference between media is no proof that the medium caused it.',
  nextTitle: 'Where next',
  nextLead: 'Districts behind their target, little reached, and that have answered to broadcasts before.',
  nextHint:
    'A list to think with, not an order: the team’s days, the price of airtime and field events are not in it.',
  gap: 'Behind target to date',
  reached: 'Reached in the last 3 months',
  responsive: 'Lift in earlier campaigns',
  reasons: 'Reasons',
  unknown: 'never judged',
  noGap: 'on target',
  why: v => `${v.gap} registrations behind; ${v.reached} not reached; ${v.lift}.`,
  whyLift: (low, high) => `earlier campaigns coincided with ${low} to ${high}`,
  whyNoLift: 'no campaign has been judged here',
  noTargets: 'There are no targets for this year; this list needs them.',
  asOf: day => `Registrations up to ${day}.`,
}
