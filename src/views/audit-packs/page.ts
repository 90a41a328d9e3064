import type { MediaOrder } from '../../domain/media-order.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { formBuilder, type FormState } from '../components/fields.js'
import type { FiltersModel, PageHeadModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page } from '../page.js'
import { paths, withQuery } from '../paths.js'

export interface AuditPacksPage extends Page {
  head: PageHeadModel
  filters: FiltersModel
  tooLong: string
  ofPeriod: LinkTo | null
  table: TableModel
}

export interface AuditPackViews {
  'audit-packs/list': AuditPacksPage
}

export interface AuditPackFacts {
  from: Day
  to: Day
  mostDays: number
  isTooLong: boolean
  orders: { order: MediaOrder; outlet: string; campaign: string; count: number }[]
  state: FormState
}

export function auditPacksPage(words: Words, formats: Formats, facts: AuditPackFacts): AuditPacksPage {
  const t = words.auditPacks
  const { from, to, orders, isTooLong } = facts
  return {
    title: t.title,
    trail: [],
    head: { title: t.title, lede: t.lead, tag: null, updated: '', links: [], actions: [] },
    filters: filters(words, formats, facts),
    tooLong: isTooLong ? t.tooLong(formats.number(facts.mostDays)) : '',
    ofPeriod:
      orders.length > 0 && !isTooLong
        ? { label: t.ofPeriod, href: withQuery(paths.auditPackOfPeriod, { from, to }) }
        : null,
    table: table(
      t.table,
      [t.order, t.outlet, t.campaign, numeric(t.broadcasts), t.file],
      orders.map(({ order, outlet, campaign, count }) => [
        { label: order.number, href: paths.order(order.id) },
        outlet,
        campaign,
        formats.number(count),
        { label: `${t.download} ${order.number}`, href: paths.auditPackOfOrder(order.id) },
      ]),
      { empty: t.none },
    ),
  }
}

function filters(words: Words, formats: Formats, { from, to, orders, state }: AuditPackFacts): FiltersModel {
  const t = words.auditPacks
  const form = formBuilder(words, state)
  return {
    action: paths.auditPacks,
    label: t.title,
    fields: [
      form.input('from', t.from, { kind: 'date', value: from }),
      form.input('to', t.to, { kind: 'date', value: to }),
    ],
    button: t.find,
    clear: null,
    found: t.found(formats.number(orders.length)),
    exports: [],
  }
}
