import type { Words } from '../../language/words.js'
import { formBuilder, type FormState } from '../components/fields.js'
import type { FiltersModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import { paths, withQuery } from '../paths.js'
import { actionName, subjectName } from './names.js'

/** The filter as it stands in the address; empty parts are no condition. */
export interface AuditQuery {
  actor: string
  action: string
  kind: string
  subject: string
  from: string
  to: string
  /** Only events before this one: a page further back. */
  before?: number | undefined
}

export interface AuditChoices {
  actors: readonly { id: string; name: string }[]
  actions: readonly string[]
  kinds: readonly string[]
}

interface Filtered {
  query: AuditQuery
  choices: AuditChoices
  count: number
  state: FormState
}

export function auditFilters(
  words: Words,
  formats: Formats,
  { query, choices, count, state }: Filtered,
): FiltersModel {
  const { common, system: t } = words
  const form = formBuilder(words, state)
  const any = ['', common.all] as const
  const { before: _, ...filter } = query
  const chosen = Object.values(filter).some(Boolean)
  return {
    action: paths.audit,
    label: t.auditFind,
    fields: [
      form.select(
        'actor',
        t.auditActor,
        [any, ...choices.actors.map(({ id, name }) => [id, name] as const)],
        { value: query.actor },
      ),
      form.select(
        'action',
        t.auditAction,
        [any, ...named(choices.actions, code => actionName(words, code))],
        { value: query.action },
      ),
      form.select('kind', t.auditKind, [any, ...named(choices.kinds, code => subjectName(words, code))], {
        value: query.kind,
      }),
      form.input('subject', t.auditSubject, { value: query.subject, optional: true }),
      form.input('from', t.auditFrom, { kind: 'date', value: query.from, optional: true }),
      form.input('to', t.auditTo, { kind: 'date', value: query.to, optional: true }),
    ],
    button: common.filter,
    clear: chosen ? { label: common.clearFilter, href: paths.audit } : null,
    found: t.auditCount(formats.number(count)),
    exports: [{ label: 'CSV', href: withQuery(paths.auditFile, filter) }],
  }
}

function named(codes: readonly string[], name: (code: string) => string): (readonly [string, string])[] {
  return codes.map(code => [code, name(code)] as const).toSorted((a, b) => (a[1] < b[1] ? -1 : 1))
}
