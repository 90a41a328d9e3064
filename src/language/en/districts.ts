import type { Words } from '../words.js'

export const districts: Words['districts'] = {
  title: 'Districts',
  lead: 'Registrations, broadcasts and field events in each district.',
  mapTitle: period => `Self-enrolled registrations per 10,000 people, ${period}`,
  mapMeasure: 'Registrations per 10,000 people',
  population: 'Population',
  populationOf: year => `Population ${year}`,
  capital: 'Capital',
  codes: 'Codes',
  code: (kemendagri, bps) => `Kemendagri ${kemendagri}, BPS ${bps}`,
  neighbours: 'Neighbours',
  lastWeeks: 'Registrations, last 28 days',
  spikesCount: 'Spikes in a year',
  onAir: 'Campaigns that reached it',
  chartTitle: (stream, district) => `${stream}, ${district}`,
  heading: 'On air here, up there?',
  streamTabs: 'Stream',
  periodTabs: 'Period',
  periods: { quarter: '3 months', half: '6 months', year: '1 year', two: '2 years' },
  noData: 'No registrations have been imported for this district yet.',
  stillComing: o =>
    `${o.days}: incomplete, ${o.known} known, usually ${o.share} are in by now. Between ${o.low} and ${o.high} are expected in the end.`,
  baselineNotes: {
    'no-history': 'No baseline yet: less than 28 days of history.',
    'short-history': 'Baseline from a short history; the yearly season is not in it.',
    'level-shift': 'The level has shifted for more than four weeks.',
    none: 'The baseline has not been computed yet.',
  },
  spikesTitle: 'Spikes in this district',
  spikesNone: 'No spikes in this period.',
}
