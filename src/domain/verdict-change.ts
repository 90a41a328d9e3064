/** Why a campaign is judged otherwise than before: what is different between two verdicts of one campaign and stream. */
import type { Day } from './time.js'
import type { Verdict } from './verdict.js'

export type VerdictChange =
  | { kind: 'method'; before: string; after: string }
  | { kind: 'window'; before: [Day, Day]; after: [Day, Day] }
  | { kind: 'districts'; added: string[]; removed: string[] }
  | { kind: 'verified' | 'proven' | 'worth' | 'events'; before: number; after: number }
  | { kind: 'observed' | 'expected'; before: number; after: number }
  | { kind: 'side-by-side'; before: number; after: number }
  | { kind: 'together'; before: string[]; after: string[] }
  /** Only the way to the figures differs: other districts or earlier days. */
  | { kind: 'around' }

export interface KeptVerdict {
  verdict: Verdict
  methodVersion: string
}

/** Every difference in what went in and what came out, the cause before the effect; `around` where none can be named. */
export function verdictChanges(before: KeptVerdict, after: KeptVerdict): VerdictChange[] {
  const [old, now] = [before.verdict, after.verdict]
  const changes = [
    ...methodChange(before.methodVersion, after.methodVersion),
    ...windowChange(old, now),
    ...districtChange(old.exposed, now.exposed),
    ...shareChange('verified', old.verifiedShare, now.verifiedShare),
    ...shareChange('proven', old.provenShare, now.provenShare),
    ...shareChange('events', eventShare(old), eventShare(now)),
    ...shareChange('worth', old.liftWorthHaving, now.liftWorthHaving),
    ...togetherChange(old.joint?.names ?? [], now.joint?.names ?? []),
    ...figureChanges(old, now),
  ]
  return changes.length > 0 ? changes : [{ kind: 'around' }]
}

function methodChange(before: string, after: string): VerdictChange[] {
  return before === after ? [] : [{ kind: 'method', before, after }]
}

function windowChange(old: Verdict, now: Verdict): VerdictChange[] {
  if (!old.firstDay || !old.lastDay || !now.firstDay || !now.lastDay) return []
  if (old.firstDay === now.firstDay && old.lastDay === now.lastDay) return []
  return [{ kind: 'window', before: [old.firstDay, old.lastDay], after: [now.firstDay, now.lastDay] }]
}

function districtChange(old: readonly string[], now: readonly string[]): VerdictChange[] {
  const added = now.filter(code => !old.includes(code))
  const removed = old.filter(code => !now.includes(code))
  return added.length + removed.length === 0 ? [] : [{ kind: 'districts', added, removed }]
}

/** Shares are told in whole per cents; what is not seen there is no change. */
function shareChange(
  kind: 'verified' | 'proven' | 'worth' | 'events',
  before: number,
  after: number,
): VerdictChange[] {
  return Math.round(before * 100) === Math.round(after * 100) ? [] : [{ kind, before, after }]
}

function eventShare({ reasons }: Verdict): number {
  return Number(reasons.find(({ code }) => code === 'field-events')?.values['share'] ?? 0)
}

function togetherChange(before: string[], after: string[]): VerdictChange[] {
  const same = before.length === after.length && before.every(name => after.includes(name))
  return same ? [] : [{ kind: 'together', before, after }]
}

function figureChanges({ estimate: old }: Verdict, { estimate: now }: Verdict): VerdictChange[] {
  if (!old || !now) return []
  const figures = [
    ['observed', old.observed, now.observed],
    ['expected', old.expected, now.expected],
    ['side-by-side', old.tests, now.tests],
  ] as const
  return figures.flatMap(([kind, before, after]) =>
    Math.round(before) === Math.round(after) ? [] : [{ kind, before, after }],
  )
}
