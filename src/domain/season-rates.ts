/** How often verdicts are right on seasons whose truth is known: what the bench counts and the method page shows. */
import type { VerdictKind } from './verdict.js'

export interface SeasonRates {
  seasons: number
  seed: number
  methodVersion: string
  /** Verdicts on campaigns without any effect, and on those of a planted lift of 30 % on half the districts. */
  withoutEffect: Record<VerdictKind, number>
  planted: Record<VerdictKind, number>
  /** 95 % intervals that held the truth, of campaigns that were judged. */
  covered: number
  intervals: number
  /** Why campaigns were not judged, by reason. */
  refused: Record<string, number>
}

/** Share of verdicts that are one of these kinds. */
export function shareOfKinds(verdicts: Record<VerdictKind, number>, kinds: readonly VerdictKind[]): number {
  const all = Object.values(verdicts).reduce((sum, count) => sum + count, 0)
  return all > 0 ? kinds.reduce((sum, kind) => sum + verdicts[kind], 0) / all : 0
}

/** Verdicts that say something; the others say that nothing can be said. */
export const judgedKinds: readonly VerdictKind[] = ['strong', 'indication', 'no-effect']

/** The same share among the campaigns that were judged at all. */
export function shareOfJudged(verdicts: Record<VerdictKind, number>, kinds: readonly VerdictKind[]): number {
  const judged = shareOfKinds(verdicts, judgedKinds)
  return judged > 0 ? shareOfKinds(verdicts, kinds) / judged : 0
}
