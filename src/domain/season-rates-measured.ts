/** Written by `npm run bench -- verdicts --seasons=475 --write`. */
import type { SeasonRates } from './season-rates.js'

export const measuredRates: SeasonRates = {
  seasons: 475,
  seed: 20111122,
  methodVersion: '2026-11-25',
  withoutEffect: {
    strong: 1,
    indication: 86,
    'no-effect': 802,
    'cannot-judge': 2398,
    confounded: 38,
  },
  planted: {
    strong: 23,
    indication: 357,
    'no-effect': 31,
    'cannot-judge': 64,
    confounded: 0,
  },
  covered: 1188,
  intervals: 1300,
  refused: {
    'told-apart': 1311,
    'under-powered': 1011,
    'too-few-comparison-districts': 132,
    'overlapping-campaigns': 38,
    'exposure-unverified': 8,
  },
}
