import type { Words } from '../words.js'

export const method: Words['method'] = {
  title: 'How it is judged',
  lead: 'What Gaung does with your figures, how often it is wrong, and when not to trust it.',
  parts: [
    {
      title: 'Did a campaign raise registrations?',
      lines: [
        'Districts that heard the broadcasts are compared with districts that did not, on the same days. The time before the campaign shows how both usually move together; from that follows how many registrations there would have been without it.',
        'The difference is written as a range, not as one figure. The range holds the chance of each day, and that districts sometimes go their own way.',
        'The same method is tried on earlier periods and on districts without broadcasts. Where it finds a rise there too, the verdict is lowered.',
        'Only verified broadcasts count as exposure. An outlet’s silence never counts as run.',
      ],
    },
    {
      title: 'Spikes',
      lines: [
        'Each day is compared with what is usual for the district: weekday, holidays, Ramadan, and the level of the last weeks.',
        'As many districts are looked at at once, the alert level is set so that of twenty alerts no more than one is false on average. The watch level is looser: a few a month are chance.',
        'What stands beside a spike coincided with it; that is no proof of a cause.',
      ],
    },
    {
      title: 'Reach',
      lines: [
        'Runs are counted; people reached are estimated from the outlets’ coverage and the audience’s habits. Every input stands on the page Reach with its source and date.',
      ],
    },
    {
      title: 'Do not trust it when',
      lines: [
        'something else went on and was not written down: joint inspections, job fairs, outages. Gaung knows only what is recorded.',
        'coverage figures are guesses; districts may be counted as hearing, or not, by mistake.',
        'a campaign runs in nearly every district at once; nothing is left to compare with.',
        'a large firm enrolled in those days and was counted as self-enrolled.',
      ],
    },
  ],
  ratesTitle: 'How often its verdicts are wrong',
  ratesLead: (seasons, version) =>
    `Counted on ${seasons} made-up seasons whose truth is known (14 districts, two streams, holidays, field events, overlapping campaigns, missing confirmations), with method ${version}.`,
  measure: 'Measure',
  wanted: 'Bound',
  found: 'Found',
  of: 'Of',
  strongWithout: '“Strong evidence” though there is no effect',
  anyWithout: '“Strong evidence” or “indication” though there is no effect',
  anyPlanted:
    '“Strong evidence” or “indication” with a lift of 30 % in half of the districts for four weeks (campaigns overlapping with it included)',
  anyPlantedJudged: 'The same, of those that could be judged',
  covered: '95 % ranges that hold the truth',
  atMost: share => `at most ${share}`,
  atLeast: share => `at least ${share}`,
  verdictsTitle: 'Verdicts on those seasons',
  verdict: 'Verdict',
  without: 'Without effect',
  planted: 'With the lift',
  refusedTitle: 'Why some were not judged',
  refusedReason: 'Reason',
  refusedNames: {
    'under-powered': 'the campaign was too small to show the lift that matters',
    'told-apart': 'it overlapped with another and could not be told apart',
    'exposure-unverified': 'too few broadcasts were verified',
    'field-events': 'field events coincided',
    'overlapping-campaigns': 'other campaigns coincided',
    other: 'other reasons',
  },
  count: 'Count',
  dataTitle: 'What it was checked on',
  data: [
    'The seasons above, and made-up panels with all kinds of trouble: unequal trends, level shifts, spill-over to neighbours.',
    'Open data: salmonella (R package surveillance), California’s tobacco programme (Proposition 99), the Basque Country; published results are found again.',
    'Basic statistical functions agree with R to ten figures.',
  ],
}
