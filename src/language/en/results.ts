import type { Words } from '../words.js'

export const verdicts: Words['verdicts'] = {
  strong: 'A measured rise, strong evidence',
  indication: 'An indication of a rise',
  'no-effect': 'No rise can be seen',
  'cannot-judge': 'Cannot be judged',
  confounded: 'Confounded by other activities',
}

export const results: Words['results'] = {
  title: 'Result',
  lead: 'Whether registrations rose in the districts that heard, more than in the comparison districts.',
  stream: name => name,
  notJudged: 'This campaign has not been judged yet. It is judged every night, or now with the button below.',
  judge: 'Judge now',
  started: 'The judgement has started. This page renews itself; you may leave it.',
  running: 'The campaigns are being judged',
  runningShare: share => `${share} done. This page renews itself; you may leave it.`,
  runningSoon: 'The judgement is about to start.',
  cancel: 'Stop the judgement',
  cancelled: 'The judgement was stopped. The verdicts that exist still hold.',
  nothingToCancel: 'No judgement is running.',
  asOf: when => `Judged with data as of ${when}`,
  between: (low, high) => `Between ${low} and ${high} additional registrations`,
  jointBetween: (low, high) => `Together between ${low} and ${high} additional registrations`,
  ownBetween: (low, high) => `This campaign’s own lift is between ${low} and ${high}`,
  betweenHint: '95 % range: the true figure lies within it in 95 of 100 judgements like this one.',
  increment: 'Additional (95 % range)',
  lift: 'Lift (95 % range)',
  range: (low, high) => `${low} to ${high}`,
  p: 'p-value, this campaign alone',
  q: tests => `q-value, among ${tests} judgements`,
  jointTitle: 'Judged together with other campaigns',
  jointWith: names =>
    `This campaign was on air in the same districts and at the same time as ${names}. The figures below are the effect of all of them together.`,
  jointOwn: v =>
    `This campaign’s part can be told apart: a lift of ${v['low']} to ${v['high']} (p ${v['p']}, q ${v['q']}).`,
  jointShare: share =>
    `This campaign’s part cannot be told apart. By days of exposure its share is ${share}; that is an accounting convention, not an estimate.`,
  ownHistoryTitle: 'Before and after, in its own districts',
  ownHistory: v =>
    `${v['observed']} registered; the same weekdays before the campaign would have given ${v['asBefore']}.`,
  ownHistoryChange: change => `That is a change of ${change}.`,
  ownHistoryCaution:
    'Anything else that changed everywhere is included, so this is no verdict. In the next campaign stagger the starts, or hold out at least four districts.',
  observed: 'Registered',
  expected: 'Expected without the campaign',
  verifiedShare: 'Exposure verified',
  provenShare: 'Proven at E2 or better',
  detectable: 'Smallest lift that could be seen',
  cost: 'Cost per additional registration',
  costRange: (low, high) => `${low} to ${high}`,
  costOpen: low => `${low} or more; no upper bound is known`,
  window: 'Period judged',
  exposedDistricts: 'Exposed districts',
  comparisonDistricts: 'Comparison districts',
  reasonsFor: 'What speaks for it',
  reasonsAgainst: 'What casts doubt',
  reasonsLimit: 'What limits it',
  chartTitle: campaign => `${campaign}: observed, and expected without the campaign`,
  placeboTitle: 'Placebo dates',
  placeboDate: when => when,
  placeboActual: 'This campaign',
  placeboDistricts: (rank, of) =>
    `Among ${of} choices of as many districts, this campaign’s rank ${rank} by the size of the deviation.`,
  leaveOneOut: (low, high) => `With any one comparison district left out the lift is ${low} to ${high}.`,
  checksTitle: 'Checks',
  history: 'History of verdicts',
  historyBy: version => `method ${version}`,
  historyLift: (low, high) => `Lift ${low} to ${high}.`,
  historyNoLift: 'No figure yet.',
  historyFirst: 'First judgement.',
  historyChanged: changes => `Compared with the one before: ${changes}.`,
  changes: {
    method: (before, after) => `the method changed from ${before} to ${after}`,
    window: (before, after) => `the period judged changed from ${before} to ${after}`,
    districts: (added, removed) => `the exposed districts changed (added: ${added}; gone: ${removed})`,
    verified: (before, after) =>
      `verified exposure went from ${before} to ${after} by confirmations or verification`,
    proven: (before, after) => `exposure proven at E2 or better went from ${before} to ${after}`,
    events: (before, after) => `the share of days with field events went from ${before} to ${after}`,
    worth: (before, after) => `the lift worth having was changed from ${before} to ${after}`,
    together: (before, after) => `the campaigns judged together changed (before: ${before}; now: ${after})`,
    observed: (before, after) => `registrations of the period went from ${before} to ${after}`,
    expected: (before, after) => `the expectation without the campaign went from ${before} to ${after}`,
    'side-by-side': (before, after) =>
      `the number of campaigns judged side by side went from ${before} to ${after}`,
    around: 'data of other districts or of earlier days changed; this campaign’s own figures did not',
  },
  coincides:
    'These figures say what coincided with the broadcasts, compared with other districts. They are no proof that the broadcasts were the only cause.',
  reasons: {
    'nothing-ran': () => 'No broadcast is on record as run.',
    'window-not-over': v => `The period or its data is not complete; wait for data up to ${v['until']}.`,
    'exposure-unverified': v =>
      `Only ${v['share']} of the exposure is verified; at least ${v['needed']} is needed. Verify the broadcasts first.`,
    'no-exposed-district': () => 'No district was reached well enough. Check the outlets’ coverage figures.',
    'too-few-comparison-districts': v =>
      `Only ${v['have']} districts can serve as comparison; at least ${v['needed']} are needed. Leave districts without broadcasts in the next campaign.`,
    'too-little-history': v =>
      `Only ${v['have']} days of data before the campaign; at least ${v['needed']} are needed.`,
    'window-not-known': v =>
      `Only ${v['have']} of the data of the period is reported; at least ${v['needed']} is needed.`,
    'no-registrations-before': () =>
      'There were no registrations in the exposed districts before the campaign.',
    'no-registrations-to-compare': () => 'There were no registrations in the comparison districts.',
    'not-identified': () =>
      'Every district was exposed at the same time, so there is nothing to compare with. Stagger the starts or hold out at least four districts.',
    'not-randomised': () => 'The starts were not drawn at random.',
    'too-few-effects': () => 'There are too few results to compare.',
    'too-few-plans': () => 'There are too few possible plans.',
    'under-powered': v =>
      `A campaign of this size could only have shown a lift of ${v['detectable']}; ${v['worth']} is what matters. Join districts, lengthen it, or hold out more districts.`,
    'field-events': v => `Field events on ${v['share']} of the days in exposed districts: ${v['names']}.`,
    'overlapping-campaigns': v =>
      `Other campaigns on ${v['share']} of the days in the same districts: ${v['names']}.`,
    'told-apart': v => `This verdict is about this campaign’s own part, told apart from ${v['names']}.`,
    'chance-among-many': v =>
      `The range of the lift, ${v['low']} to ${v['high']}, does not include zero, but ${v['tests']} campaigns are judged side by side; among so many, one such result easily comes by chance (q ${v['q']}).`,
    'interval-below-zero': v => `The whole range, ${v['low']} to ${v['high']}, lies below zero.`,
    'interval-excludes-zero': v =>
      `The range of the lift, ${v['low']} to ${v['high']}, does not include zero.`,
    'interval-includes-zero': v => `The range of the lift, ${v['low']} to ${v['high']}, includes zero.`,
    'survives-drift': v =>
      `It stays above zero if the expectation is off by half the largest earlier deviation (${v['deviation']}).`,
    'fails-drift': v =>
      `It does not survive if the expectation is off by half the largest earlier deviation (${v['deviation']}).`,
    'earlier-windows-quiet': () => 'In earlier periods the same method found no rise.',
    'methods-disagree': v => `Two methods differ: ${v['first']} and ${v['second']}.`,
    'proof-thin': v =>
      `Only ${v['share']} of the exposure is proven at E2 or better; a strong verdict needs ${v['needed']}.`,
    'proof-good': v => `${v['share']} of the exposure is proven at E2 or better.`,
    'fewer-than-expected': v => `Registrations were below expectation (${v['lift']}).`,
    'lift-ruled-out': v => `A lift above ${v['lift']} can be ruled out.`,
    'earlier-window-differs': () =>
      'In one of the earlier periods, with nothing on air, the same method found a difference too.',
    'trend-before': () => 'The exposed districts were already moving differently before the campaign.',
    'few-comparison-districts': () => 'Fewer than five districts serve as comparison.',
    'few-registrations-expected': () => 'Very few registrations were to be expected.',
    'neighbours-moved': () => 'Neighbouring districts moved too; they may have heard it.',
    'districts-drift': () => 'The comparison districts themselves drift apart, so the range is wide.',
    'level-step-before': () =>
      'In the exposed districts the level had already shifted abruptly before the campaign.',
    'some-level-stepped': () =>
      'In some of the districts compared, the level had shifted abruptly before the campaign.',
    'movements-not-proportional': () =>
      'Small districts move more than large ones; the estimate allows for that, but is less sure.',
    'irregular-counts': () =>
      'Some days bring far more registrations than people coming one by one; employers’ lots or bulk entries may be among them.',
    'one-comparison-decides': () => 'The result hangs on one comparison district.',
  },
}
