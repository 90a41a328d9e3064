/** Written by `npm run bench -- verdicts --seasons=500 --write`. */
import type { SeasonRates } from './season-rates.js'

export const measuredRates: SeasonRates = {
  seasons: 500,
  seed: 20111122,
  methodVersion: '2026-11-23',
  withoutEffect: {
    strong: 3,
    indication: 153,
    'no-effect': 562,
    'cannot-judge': 2782,
    confounded: 0,
  },
  planted: {
    strong: 24,
    indication: 318,
    'no-effect': 28,
    'cannot-judge': 130,
    confounded: 0,
  },
  covered: 913,
  intervals: 1088,
  refused: {
    'told-apart': 1386,
    'under-powered': 1294,
    'too-few-comparison-districts': 224,
    'exposure-unverified': 8,
  },
}
