/** How an estimate and what is known around it become one of the five sentences. */
import type { Interval, LiftEstimate } from '../statistics/index.js'
import type { Day } from './time.js'
import type { Judged, Reason, ReasonCode, Verdict, VerdictEstimate, VerdictGivens } from './verdict.js'

/** Least share of what ran that must be verified before anything is said. */
const leastVerified = 0.5

/** Share proven at E2 or better that "strong" asks for. */
const wellProven = 0.7

/** Share of exposed district-days with something else going on beyond which nothing can be told apart. */
const mostConfounded = 0.2

export function verdictOf(givens: VerdictGivens, judged: Judged): Verdict {
  const about = {
    exposed: [...givens.exposed],
    firstDay: givens.firstDay,
    lastDay: givens.lastDay,
    verifiedShare: givens.verifiedShare,
    provenShare: givens.provenShare,
    liftWorthHaving: givens.liftWorthHaving,
  }
  if (givens.verifiedShare < leastVerified) {
    const values = { share: givens.verifiedShare, needed: leastVerified }
    return {
      ...about,
      kind: 'cannot-judge',
      reasons: [limit('exposure-unverified', values)],
      estimate: null,
      cost: null,
    }
  }
  if (!judged.ok) {
    const values = {
      ...(judged.have === null ? {} : { have: judged.have }),
      ...(judged.needed === null ? {} : { needed: judged.needed }),
    }
    return {
      ...about,
      kind: 'cannot-judge',
      reasons: [limit(judged.refusal, values)],
      estimate: null,
      cost: null,
    }
  }
  const { kind, reasons } = weigh(givens, judged)
  const shown = kind === 'strong' || kind === 'indication'
  const cost = shown ? costPerAddition(givens.costRupiah, judged.estimate.increment) : null
  return { ...about, kind, reasons, estimate: judged.estimate, cost }
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
    exposed: [],
    firstDay: null,
    lastDay: null,
    verifiedShare: 0,
    provenShare: 0,
    liftWorthHaving: given.liftWorthHaving,
    cost: null,
  }
}

function weigh(
  givens: VerdictGivens,
  { estimate, source }: Extract<Judged, { ok: true }>,
): Pick<Verdict, 'kind' | 'reasons'> {
  const disturbed = disturbances(givens)
  if (disturbed.length > 0) return { kind: 'confounded', reasons: disturbed }
  const { lift, p, detectable } = estimate
  if (p <= 0.1 && lift.estimate > 0) return effect(givens, estimate, source)
  if (detectable > givens.liftWorthHaving) {
    return {
      kind: 'cannot-judge',
      reasons: [limit('under-powered', { detectable, worth: givens.liftWorthHaving })],
    }
  }
  const reasons = [
    against('interval-includes-zero', { low: lift.low, high: lift.high }),
    against('lift-ruled-out', { lift: lift.high }),
  ]
  const fewer = p <= 0.1 ? [limit('fewer-than-expected', { lift: lift.estimate })] : []
  return { kind: 'no-effect', reasons: [...reasons, ...fewer, ...warnings(source)] }
}

function disturbances({ events, overlaps }: VerdictGivens): Reason[] {
  return [
    ...(events.share > mostConfounded
      ? [limit('field-events', { share: events.share, names: events.names.join('; ') })]
      : []),
    ...(overlaps.share > mostConfounded
      ? [limit('overlapping-campaigns', { share: overlaps.share, names: overlaps.names.join('; ') })]
      : []),
  ]
}

/** Something came back: how firmly that can be said depends on what the checks leave standing. */
function effect(
  givens: VerdictGivens,
  estimate: VerdictEstimate,
  source: LiftEstimate,
): Pick<Verdict, 'kind' | 'reasons'> {
  const { lift, p } = estimate
  const hard = [
    p <= 0.05 && lift.low > 0
      ? forIt('interval-excludes-zero', { low: lift.low, high: lift.high })
      : against('interval-includes-zero', { low: lift.low, high: lift.high }),
  ]
  const soft = [
    ...driftReasons(source),
    givens.provenShare >= wellProven
      ? forIt('proof-good', { share: givens.provenShare })
      : against('proof-thin', { share: givens.provenShare, needed: wellProven }),
    ...(givens.events.share > 0
      ? [against('field-events', { share: givens.events.share, names: givens.events.names.join('; ') })]
      : []),
    ...warnings(source),
  ]
  const doubts = soft.filter(reason => reason.weight === 'against').length
  const isStrong = hard.every(reason => reason.weight === 'for') && doubts === 0
  return { kind: isStrong ? 'strong' : 'indication', reasons: [...hard, ...soft] }
}

function driftReasons({ checks }: LiftEstimate): Reason[] {
  if (!checks) return []
  const { half, deviation } = checks.sensitivity
  const quiet = checks.warnings.includes('earlier-window-differs')
    ? []
    : [forIt('earlier-windows-quiet', { deviation })]
  const survives =
    half.low > 0 ? forIt('survives-drift', { deviation }) : against('fails-drift', { deviation })
  return [survives, ...quiet]
}

function warnings({ checks, methods: { M1, M3 } }: LiftEstimate): Reason[] {
  const both = M3 ? { first: M1.lift.estimate, second: M3.lift.estimate } : {}
  return (checks?.warnings ?? []).map(code => against(code, code === 'methods-disagree' ? both : {}))
}

function costPerAddition(rupiah: number, { low, high }: Interval): Verdict['cost'] {
  if (rupiah <= 0 || high <= 0) return null
  return { low: rupiah / high, high: low > 0 ? rupiah / low : null }
}

function forIt(code: ReasonCode, values: Reason['values']): Reason {
  return { code, weight: 'for', values }
}

function against(code: ReasonCode, values: Reason['values']): Reason {
  return { code, weight: 'against', values }
}

function limit(code: ReasonCode, values: Reason['values']): Reason {
  return { code, weight: 'limit', values }
}
