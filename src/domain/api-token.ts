import type { Instant } from './time.js'

/** What a program may do with its key: bring registrations in, or take results out. */
export const apiScopes = ['registrations:write', 'results:read'] as const
export type ApiScope = (typeof apiScopes)[number]

/** A key for a program. The secret itself is shown once and never kept. */
export interface ApiToken {
  id: string
  name: string
  scopes: ApiScope[]
  createdAt: Instant
  createdBy: string
  expiresAt: Instant
  revokedAt: Instant | null
  revokedBy: string | null
}

export type ApiTokenStatus = 'open' | 'expired' | 'revoked'

export function apiTokenStatus({ revokedAt, expiresAt }: ApiToken, now: Instant): ApiTokenStatus {
  if (revokedAt) return 'revoked'
  return expiresAt <= now ? 'expired' : 'open'
}
