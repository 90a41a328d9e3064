import { z } from 'zod'
import { apiScopes } from '../../domain/api-token.js'
import { makeApiToken, revokeApiToken } from '../../operations/keep-api-tokens.js'
import { apiTokenMadePage, apiTokensPage } from '../../views/api-tokens/pages.js'
import type { FormState } from '../../views/components/fields.js'
import { paths } from '../../views/paths.js'
import { choices, text, wholeNumber } from '../form-fields.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { param } from '../visit.js'

export const apiTokenRoutes: Route[] = [
  { method: 'get', path: '/api-tokens', access: 'keepSettings', handle: visit => showTokens(visit) },
  { method: 'post', path: '/api-tokens', access: 'keepSettings', handle: make },
  { method: 'post', path: '/api-tokens/:id/revocation', access: 'keepSettings', handle: revoke },
]

const TokenForm = z.strictObject({ name: text(100), scopes: choices(apiScopes), days: wholeNumber(1, 730) })

async function showTokens(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const [tokens, users] = await Promise.all([store.apiTokens.list(), store.users.list()])
  const facts = { tokens, now: clock.now(), users: new Map(users.map(({ id, name }) => [id, name])) }
  show(visit, 'api-tokens/list', apiTokensPage(visit, facts, state), state ? 422 : 200)
}

/** The secret stands on this one answer only: a redirect would have to keep it. */
async function make(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, TokenForm)
  if (!form.ok) return showTokens(visit, form)
  const { token, secret } = await makeApiToken(visit.app, visit.actor, form.value)
  show(visit, 'api-tokens/made', apiTokenMadePage(visit, token, secret))
}

async function revoke(visit: StaffVisit): Promise<void> {
  await revokeApiToken(visit.app, visit.actor, param(visit, 'id'))
  redirect(visit, paths.apiTokens, visit.words.api.revoked)
}
