import type { AuditEvent } from '../../domain/audit.js'
import type { Words } from '../../language/words.js'
import type { FormState } from '../components/fields.js'
import type { FiltersModel, PageHeadModel, PagerModel, TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Cell, Page } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { changeOf } from './change.js'
import { auditFilters, type AuditChoices, type AuditQuery } from './filters.js'
import { actionName, subjectName } from './names.js'

export interface AuditPage extends Page {
  head: PageHeadModel
  filters: FiltersModel
  events: TableModel
  pager: PagerModel
}

export interface AuditViews {
  'audit/list': AuditPage
}

export interface AuditFacts {
  events: readonly AuditEvent[]
  count: number
  head: { sequence: number; hash: string }
  query: AuditQuery
  choices: AuditChoices
  pageSize: number
  state: FormState
}

export function auditPage(words: Words, formats: Formats, facts: AuditFacts): AuditPage {
  const t = words.system
  const { sequence, hash } = facts.head
  return {
    title: t.auditTitle,
    trail: [],
    head: {
      title: t.auditTitle,
      lede: t.auditLead,
      tag: null,
      updated: sequence > 0 ? t.auditHead(formats.number(sequence), hash.slice(0, 12)) : '',
      links: [],
      actions: [],
    },
    filters: auditFilters(words, formats, facts),
    events: eventTable(words, formats, facts),
    pager: pages(words, facts),
  }
}

function eventTable(words: Words, formats: Formats, { events }: AuditFacts): TableModel {
  const t = words.system
  const rows = events.map((event): Cell[] => [
    { strong: formats.instant(event.at), soft: `#${formats.number(event.sequence)}`, to: '' },
    {
      strong: event.actorKind === 'system' ? t.auditSystem : event.actorName,
      soft: t.auditActorKinds[event.actorKind],
      to: withQuery(paths.audit, { actor: event.actorId }),
    },
    actionName(words, event.action),
    {
      strong: subjectName(words, event.subjectKind),
      soft: nameIn(event),
      to: withQuery(paths.audit, { kind: event.subjectKind, subject: event.subjectId }),
    },
    changeOf(words, event),
  ])
  const columns = [words.common.when, t.auditActor, t.auditAction, t.auditSubject, t.auditChange]
  return table(t.auditTitle, columns, rows, { empty: t.auditEmpty })
}

/** What the thing was called then, where the event says so; else its id. */
function nameIn({ before, after, subjectId }: AuditEvent): string {
  const name = after?.['name'] ?? before?.['name']
  return typeof name === 'string' ? name : subjectId
}

function pages({ common, system }: Words, { events, query, pageSize }: AuditFacts): PagerModel {
  const last = events.at(-1)
  const { before, ...filter } = query
  return {
    label: system.auditTitle,
    newer: before ? withQuery(paths.audit, filter) : '',
    newerLabel: system.auditNewest,
    older:
      last && events.length === pageSize ? withQuery(paths.audit, { ...filter, before: last.sequence }) : '',
    olderLabel: common.older,
  }
}
