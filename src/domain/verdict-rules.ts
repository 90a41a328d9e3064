/** How an estimate and what is known around it become one of the five sentences. */
import type { Interval } from '../statistics/index.js'
import type { Day } from './time.js'
import {
  against,
  deviationReasons,
  disturbances,
  forIt,
  limit,
  proofReason,
  sideReasons,
  warnings,
} from './verdict-reasons.js'
import type { Judged, Reason, Share, Verdict, VerdictGivens } from './verdict.js'

/** Least share of what ran that must be verified before anything is said. */
const leastVerified = 0.5

/** Chances of being fooled up to which a rise is called strong, or an indication. */
const strongest = { q: 0.05 }
const indicated = { p: 0.1, q: 0.2 }
/**
 * The same where the plan could hardly have shown anything: what is significant there is mostly luck or exaggerated (Gelman
 * & Carlin 2014, Perspectives on Psychological Science 9:641).
 */
const indicatedByHopelessPlan = { p: 0.01, q: 0.01 }
/** Smallest lift beyond which a plan is called so. */
const hopeless = 0.5

export function verdictOf(givens: VerdictGivens, judged: Judged): Verdict {
  const about = {
    joint: null,
    ownHistory: null,
    estimate: null,
    cost: null,
    exposed: [...givens.exposed],
    firstDay: givens.firstDay,
    lastDay: givens.lastDay,
    verifiedShare: givens.verifiedShare,
    provenShare: givens.provenShare,
    liftWorthHaving: givens.liftWorthHaving,
  }
  if (givens.verifiedShare < leastVerified) {
    const values = { share: givens.verifiedShare, needed: leastVerified }
    return { ...about, kind: 'cannot-judge', reasons: [limit('exposure-unverified', values)] }
  }
  if (!judged.ok) {
    const { refusal, have, needed, ownHistory } = judged
    const values = { ...(have === null ? {} : { have }), ...(needed === null ? {} : { needed }) }
    return { ...about, kind: 'cannot-judge', reasons: [limit(refusal, values)], ownHistory }
  }
  const { estimate, joint } = judged
  const { kind, reasons } = weigh(givens, judged)
  const shown = kind === 'strong' || kind === 'indication'
  const cost = shown && joint === null ? costPerAddition(givens.costRupiah, estimate.increment) : null
  return { ...about, kind, reasons, estimate, joint, cost }
}

/** The verdict on a campaign of which nothing has run, or whose days are not over yet. */
export function verdictBefore(
  code: 'nothing-ran' | 'window-not-over',
  given: { liftWorthHaving: number; until: Day | null },
): Verdict {
  return {
    kind: 'cannot-judge',
    reasons: [limit(code, given.until ? { until: given.until } : {})],
    estimate: null,
    joint: null,
    ownHistory: null,
    exposed: [],
    firstDay: null,
    lastDay: null,
    verifiedShare: 0,
    provenShare: 0,
    liftWorthHaving: given.liftWorthHaving,
    cost: null,
  }
}

type Answered = Extract<Judged, { ok: true }>
type Weighed = Pick<Verdict, 'kind' | 'reasons'>

/** What the sentence rests on: the campaign's own lift where it was told apart, else that of all judged together. */
interface Evidence {
  lift: Interval
  p: number
  q: number
  detectable: number
}

function weigh(givens: VerdictGivens, judged: Answered): Weighed {
  const { estimate, joint } = judged
  const { lift, p, q, detectable } = estimate
  const evidence = { lift, p, q: q ?? p, detectable, ...joint?.own }
  const toldApart = joint?.own ? [limit('told-apart', { names: joint.names.join('; ') })] : []
  const mixed = joint !== null && joint.own === null ? [givens.overlaps, givens.together] : [givens.overlaps]
  const disturbed = disturbances(givens.events, mixed)
  if (disturbed.length > 0) return { kind: 'confounded', reasons: disturbed }
  const needed = evidence.detectable > hopeless ? indicatedByHopelessPlan : indicated
  const isRise = evidence.lift.estimate > 0 && evidence.p <= needed.p
  const { kind, reasons } =
    isRise && evidence.q <= needed.q
      ? effect(givens, judged, { evidence, mixed })
      : noEffect(givens, judged, evidence)
  return { kind, reasons: [...toldApart, ...reasons] }
}

function noEffect(givens: VerdictGivens, { estimate, source }: Answered, evidence: Evidence): Weighed {
  const { lift, p, q, detectable } = evidence
  const { tests } = estimate
  // Once the counts are in, their interval says more than the plan did (Hoenig & Heisey 2001, American Statistician 55:19)
  if (detectable > hopeless || Math.min(detectable, lift.high) > givens.liftWorthHaving) {
    const values = { detectable, worth: givens.liftWorthHaving }
    return { kind: 'cannot-judge', reasons: [limit('under-powered', values)] }
  }
  if (lift.low > 0) {
    const chance = limit('chance-among-many', { low: lift.low, high: lift.high, q, tests })
    return { kind: 'cannot-judge', reasons: [chance] }
  }
  const reasons = [
    lift.high < 0
      ? against('interval-below-zero', { low: lift.low, high: lift.high })
      : against('interval-includes-zero', { low: lift.low, high: lift.high }),
    against('lift-ruled-out', { lift: lift.high }),
  ]
  const fewer =
    p <= indicated.p && lift.estimate < 0 ? [limit('fewer-than-expected', { lift: lift.estimate })] : []
  return { kind: 'no-effect', reasons: [...reasons, ...fewer, ...warnings(source)] }
}

/** Something came back: how firmly that can be said depends on what the checks leave standing. */
function effect(
  givens: VerdictGivens,
  { source }: Answered,
  { evidence, mixed }: { evidence: Evidence; mixed: readonly Share[] },
): Weighed {
  const { lift, q } = evidence
  const range = { low: lift.low, high: lift.high }
  const hard: Reason[] = [
    lift.low > 0 ? forIt('interval-excludes-zero', range) : against('interval-includes-zero', range),
  ]
  const soft = [
    ...deviationReasons(source),
    proofReason(givens.provenShare),
    ...sideReasons(givens.events, mixed),
    ...warnings(source),
  ]
  const isSure = q <= strongest.q && lift.low > 0
  const isStrong = isSure && soft.every(reason => reason.weight !== 'against')
  return { kind: isStrong ? 'strong' : 'indication', reasons: [...hard, ...soft] }
}

function costPerAddition(rupiah: number, { low, high }: Interval): Verdict['cost'] {
  if (rupiah <= 0 || high <= 0) return null
  return { low: rupiah / high, high: low > 0 ? rupiah / low : null }
}
