import { incompleteBeta } from '../numerics/incomplete-beta.js'
import { STANDS_OUT, type DistrictJudgement } from './judge-district.js'
import { WINDOWS } from './combined-tail.js'
import { windowSum, windowTail, type ShockFactors } from './windows.js'

const RARE = 5e-4
/** Share of districts left out at either end when the common factor is estimated. */
const TRIM = 0.15

/**
 * Days on which at least half of the assessed districts (and too many for chance) stand out, by single days first,
 * then by longer sums beyond what the shorter ones explain, and the factor they share. Without this a
 * national drive would be reported as a local spike everywhere. districts × days × 3 tails, only where needed.
 */
export function findShockFactors(judgements: readonly DistrictJudgement[]): ShockFactors {
  const length = judgements[0]?.p.length ?? 0
  const factors: ShockFactors = {
    factor: new Float64Array(length).fill(1),
    unevenness: new Float64Array(length),
    shocked: new Uint8Array(length),
  }
  for (let which = 0; which < WINDOWS.length; which++) {
    for (let day = 0; day < length; day++) {
      if (!isCommon(judgements, day, { which, factors })) continue
      for (let t = Math.max(0, day - WINDOWS[which]! + 1); t <= day; t++) applyShock(judgements, t, factors)
    }
  }
  return factors
}

function isCommon(
  judgements: readonly DistrictJudgement[],
  day: number,
  { which, factors }: { which: number; factors: ShockFactors },
): boolean {
  const stoodOut = ({ outstanding }: DistrictJudgement) => ((outstanding[day]! >> which) & 1) === 1
  if (!isMajority(judgements, day, stoodOut)) return false
  const standsOut = ({ expectation }: DistrictJudgement) =>
    windowTail(windowSum(expectation, day, { which, factors })) < STANDS_OUT
  return isMajority(judgements, day, judgement => stoodOut(judgement) && standsOut(judgement))
}

function isMajority(
  judgements: readonly DistrictJudgement[],
  day: number,
  standsOut: (judgement: DistrictJudgement) => boolean,
): boolean {
  let assessed = 0
  let outstanding = 0
  for (const judgement of judgements) {
    if (judgement.notAssessed[day] !== '') continue
    assessed++
    if (standsOut(judgement)) outstanding++
  }
  return outstanding > 0 && outstanding >= assessed / 2 && byChance(outstanding, assessed) < RARE
}

/** P(at least so many of n stand out) if districts were independent. */
function byChance(outstanding: number, assessed: number): number {
  return incompleteBeta(STANDS_OUT, outstanding, assessed - outstanding + 1).lower
}

/** Sets the factor of a day from the districts between the trimmed ends, if it is above 1. */
function applyShock(judgements: readonly DistrictJudgement[], day: number, factors: ShockFactors): void {
  const sums = judgements
    .filter(({ notAssessed }) => notAssessed[day] === '')
    .map(({ expectation }) => windowSum(expectation, day, { which: 0 }))
    .filter(({ expected }) => expected > 0)
    .toSorted((a, b) => a.observed / a.expected - b.observed / b.expected)
  const trimmed = sums.slice(Math.floor(TRIM * sums.length), Math.ceil((1 - TRIM) * sums.length))
  let observed = 0
  let expected = 0
  for (const sum of trimmed) {
    observed += sum.observed
    expected += sum.expected
  }
  const ratio = observed / expected
  if (!(ratio > 1)) return
  let surplus = 0
  let scale = 0
  for (const sum of trimmed) {
    const mean = ratio * sum.expected
    surplus += (sum.observed - mean) ** 2 - mean - (mean * mean) / sum.size
    scale += mean * mean
  }
  factors.factor[day] = ratio
  factors.unevenness[day] = Math.max(0, surplus / scale)
  factors.shocked[day] = 1
}
