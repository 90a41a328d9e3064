import type { Instant } from './time.js'

export type Facts = Record<string, unknown>

/** One change: who, when, what, before and after; its hash covers the one before it. */
export interface AuditEvent {
  sequence: number
  at: Instant
  actorKind: 'user' | 'contact' | 'system'
  actorId: string
  actorName: string
  action: string
  subjectKind: string
  subjectId: string
  before: Facts | null
  after: Facts | null
  previousHash: string
  hash: string
}

/** Which events are looked for; from the first moment, before the last. */
export interface AuditFilter {
  actorId?: string | undefined
  action?: string | undefined
  subjectKind?: string | undefined
  subjectId?: string | undefined
  from?: Instant | undefined
  to?: Instant | undefined
}

/** The text a hash is taken of: every field in a fixed order, keys of objects sorted. */
export function auditText(event: Omit<AuditEvent, 'hash'>): string {
  const { sequence, at, actorKind, actorId, actorName, action, subjectKind, subjectId, before, after } = event
  return canonicalJson([
    event.previousHash,
    sequence,
    at,
    actorKind,
    actorId,
    actorName,
    action,
    subjectKind,
    subjectId,
    before,
    after,
  ])
}

/** JSON with sorted keys, so that the same facts are always the same bytes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
