import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import type { ApiScope, ApiToken } from '../domain/api-token.js'
import { Conflict, NotFound } from '../domain/errors.js'
import { addDays } from '../domain/time.js'
import { record } from './record.js'

export interface ApiTokenFacts {
  name: string
  scopes: ApiScope[]
  /** How long it opens anything. */
  days: number
}

/** Makes a key for a program. Its secret is handed out this once; only its hash is kept. */
export async function makeApiToken(
  app: App,
  actor: UserActor,
  { name, scopes, days }: ApiTokenFacts,
): Promise<{ token: ApiToken; secret: string }> {
  const { secret, hash } = app.tokens.freshSecret()
  return app.store.write(async store => {
    const now = app.clock.now()
    const token: ApiToken = {
      id: app.newId(),
      name,
      scopes,
      createdAt: now,
      createdBy: actor.id,
      expiresAt: addDays(now.slice(0, 10), days) + now.slice(10),
      revokedAt: null,
      revokedBy: null,
    }
    await store.apiTokens.insert({ ...token, secretHash: hash })
    await record(app, store, actor, {
      action: 'api-token-made',
      subject: ['api-token', token.id],
      after: { name, scopes, expiresAt: token.expiresAt },
    })
    return { token, secret }
  })
}

/** From now on it opens nothing. */
export async function revokeApiToken(app: App, actor: UserActor, id: string): Promise<void> {
  await app.store.write(async store => {
    const token = await store.apiTokens.find(id)
    if (!token) throw new NotFound('API token')
    if (token.revokedAt) throw new Conflict('wrong-state')
    await store.apiTokens.revoke(id, { at: app.clock.now(), by: actor.id })
    await record(app, store, actor, {
      action: 'api-token-revoked',
      subject: ['api-token', id],
      before: { name: token.name },
    })
  })
}
