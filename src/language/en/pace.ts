import type { Words } from '../words.js'

export const pace: Words['pace'] = {
  title: 'Pace of registrations',
  titleOf: branch => `Pace of registrations, ${branch}`,
  now: (day, realised, toDate, share) =>
    `By ${day} there were ${realised} registrations; the target up to that day was ${toDate} (pace ${share}).`,
  ahead: (low, high, target, chance) =>
    `By the end of the year between ${low} and ${high} are expected; the chance of reaching ${target}: ${chance}.`,
  noTarget: year => `No targets are in force for ${year} yet.`,
  knownOn: day => `As known on ${day}`,
  until: 'Up to',
  asFarAsComplete: 'The last complete day',
  branch: 'Branch',
  allBranches: 'All branches',
  asOf: 'As known on',
  csv: 'Download CSV',
  fileName: 'pace',
  realised: day => `Realised to ${day}`,
  realisedShort: 'Realised',
  toDate: 'Target to date',
  yearEnd: 'Expected by the end of the year',
  yearEndShort: 'Expected',
  range: 'Range',
  rangeMeaning: 'This range is right four times in five.',
  between: (low, high) => `between ${low} and ${high}`,
  chance: 'Chance of reaching the target',
  chanceShort: 'Chance',
  reached: 'reached',
  ofTarget: target => `Target of the year ${target}`,
  weeklyNeeded: 'Needed each week until the end of the year',
  weeklyNeededShort: 'Needed',
  weeklySoFar: 'A week',
  place: 'Place',
  whole: 'Total',
  notGiven: 'Not given to districts yet',
  caption: (stream, year) => `Pace by district ${year}: ${stream}`,
  hint: (day, tests) =>
    `Forecast from registrations up to ${day}, and tried on ${tests} forecasts of earlier years. The range of the total is narrower than the ranges of its districts added up. Campaigns that have not run yet are not counted in.`,
  noForecast:
    'No forecast for this year yet: it is made every night and after each import, once there is enough history.',
  incompleteTitle: 'Still coming in',
  incompleteLead:
    'The last days are incomplete, so they are not counted above. What to expect in the end is read from how late reports usually come.',
  days: 'Days',
  known: 'Known',
  usuallyIn: 'Usually in by now',
  expected: 'Expected in the end',
}
