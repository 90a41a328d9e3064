/** The reasons of a verdict: what speaks for an effect, what against it, what only limits what can be said. */
import type { LiftEstimate } from '../statistics/index.js'
import type { Reason, ReasonCode, Share } from './verdict.js'

/** Share proven at E2 or better that "strong" asks for. */
const wellProven = 0.7

/** Share of exposed district-days with something else going on beyond which nothing can be told apart. */
const mostConfounded = 0.2

/** What coincided with so much of the campaign that its effect cannot be told apart. */
export function disturbances(events: Share, overlaps: readonly Share[]): Reason[] {
  const others = joined(overlaps)
  return [
    ...(events.share > mostConfounded ? [limit('field-events', valuesOf(events))] : []),
    ...(others.share > mostConfounded ? [limit('overlapping-campaigns', valuesOf(others))] : []),
  ]
}

/** The same where it was less: it casts doubt. */
export function sideReasons(events: Share, overlaps: readonly Share[]): Reason[] {
  const others = joined(overlaps)
  return [
    ...(events.share > 0 ? [against('field-events', valuesOf(events))] : []),
    ...(others.share > 0 ? [against('overlapping-campaigns', valuesOf(others))] : []),
  ]
}

/** Shares of different campaigns may lie on the same days: their sum, at most all. */
function joined(shares: readonly Share[]): Share {
  const share = Math.min(
    1,
    shares.reduce((sum, each) => sum + each.share, 0),
  )
  return { share, names: [...new Set(shares.flatMap(({ names }) => names))] }
}

function valuesOf({ share, names }: Share): Reason['values'] {
  return { share, names: names.join('; ') }
}

export function deviationReasons({ checks }: LiftEstimate): Reason[] {
  if (!checks) return []
  const { half, deviation } = checks.sensitivity
  const quiet = checks.warnings.includes('earlier-window-differs')
    ? []
    : [forIt('earlier-windows-quiet', { deviation })]
  const survives =
    half.low > 0 ? forIt('survives-drift', { deviation }) : against('fails-drift', { deviation })
  return [survives, ...quiet]
}

export function proofReason(share: number): Reason {
  return share >= wellProven
    ? forIt('proof-good', { share })
    : against('proof-thin', { share, needed: wellProven })
}

export function warnings({ checks, methods: { M1, M3 } }: LiftEstimate): Reason[] {
  const both = M3 ? { first: M1.lift.estimate, second: M3.lift.estimate } : {}
  return (checks?.warnings ?? []).map(code => against(code, code === 'methods-disagree' ? both : {}))
}

export function forIt(code: ReasonCode, values: Reason['values']): Reason {
  return { code, weight: 'for', values }
}

export function against(code: ReasonCode, values: Reason['values']): Reason {
  return { code, weight: 'against', values }
}

export function limit(code: ReasonCode, values: Reason['values']): Reason {
  return { code, weight: 'limit', values }
}
