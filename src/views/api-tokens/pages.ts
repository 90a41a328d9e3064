import { apiScopes, apiTokenStatus, type ApiToken } from '../../domain/api-token.js'
import type { Instant } from '../../domain/time.js'
import {
  formBuilder,
  freshForm,
  type ChoicesModel,
  type FieldModel,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import type { FactsModel, PageHeadModel, TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Cell, LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'
import type { Texts } from '../registrations/texts.js'

export interface ApiTokensPage extends Page {
  head: PageHeadModel
  table: TableModel
  makeTitle: string
  summary: SummaryModel
  action: string
  fields: FieldModel[]
  scopes: ChoicesModel
  button: string
}

export interface ApiTokenMadePage extends Page {
  head: PageHeadModel
  facts: FactsModel
  back: LinkTo
}

export interface ApiTokenViews {
  'api-tokens/list': ApiTokensPage
  'api-tokens/made': ApiTokenMadePage
}

interface Facts {
  tokens: readonly ApiToken[]
  now: Instant
  users: ReadonlyMap<string, string>
}

/** A year, after which somebody looks at it again. */
const usualDays = '365'

export function apiTokensPage(texts: Texts, facts: Facts, state: FormState = freshForm): ApiTokensPage {
  const { words } = texts
  const t = words.api
  const form = formBuilder(words, state)
  return {
    title: t.title,
    trail: [],
    head: {
      title: t.title,
      lede: t.lead,
      tag: null,
      updated: '',
      links: [{ label: t.description, href: paths.apiDescription, tone: 'plain' }],
      actions: [],
    },
    table: table(
      t.title,
      [t.name, t.scopes, t.created, t.expires, t.status, t.revoke],
      facts.tokens.map(token => rowOf(texts, token, facts)),
      { empty: t.none },
    ),
    makeTitle: t.makeTitle,
    action: paths.apiTokens,
    fields: [
      form.input('name', t.name, { hint: t.nameHint }),
      form.input('days', t.days, { value: usualDays, inputmode: 'numeric', width: 'narrow' }),
    ],
    scopes: form.checkboxes(
      'scopes',
      t.scopes,
      apiScopes.map(scope => [scope, t.scopeNames[scope]]),
    ),
    button: t.make,
    summary: form.summary,
  }
}

function rowOf({ words, formats }: Texts, token: ApiToken, { now, users }: Facts): Cell[] {
  const t = words.api
  const status = apiTokenStatus(token, now)
  const made = `${users.get(token.createdBy) ?? ''}, ${formats.instant(token.createdAt)}`
  const revoke: Cell = {
    actions: [
      {
        action: paths.apiTokenRevocation(token.id),
        label: t.revokeNamed(token.name),
        tone: 'danger',
        hidden: [],
      },
    ],
  }
  return [
    token.name,
    token.scopes.map(scope => t.scopeNames[scope]).join(', '),
    made,
    formats.instant(token.expiresAt),
    { tag: { label: t.statusNames[status], tone: status === 'open' ? 'good' : 'plain' } },
    status === 'open' ? revoke : '',
  ]
}

export function apiTokenMadePage(
  { words, formats }: Texts,
  token: ApiToken,
  secret: string,
): ApiTokenMadePage {
  const t = words.api
  const title = t.made(token.name)
  return {
    title,
    trail: [{ label: t.title, href: paths.apiTokens }],
    head: { title, lede: t.secretLead, tag: null, updated: '', links: [], actions: [] },
    facts: {
      facts: [
        { label: t.secret, value: secret },
        { label: t.scopes, value: token.scopes.map(scope => t.scopeNames[scope]).join(', ') },
        { label: t.expires, value: formats.instant(token.expiresAt) },
      ],
    },
    back: { label: t.back, href: paths.apiTokens },
  }
}
