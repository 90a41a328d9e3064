import { media, outletStatus, type Coverage, type Outlet, type OutletStatus } from '../../domain/outlet.js'
import type { Contact } from '../../domain/contact.js'
import type { District } from '../../domain/district.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { FactsModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page, Tag } from '../page.js'
import { paths, withQuery } from '../paths.js'

export interface OutletsPage extends Page {
  lede: string
  count: string
  add: LinkTo | null
  filters: (LinkTo & { current: boolean })[]
  filterLabel: string
  table: TableModel
}

export interface OutletPage extends Page {
  status: Tag
  sameOwner: string
  facts: FactsModel
  buttons: LinkTo[]
  verify: { action: string; label: string } | null
  coverageTitle: string
  coverageLead: string
  coverage: TableModel
  coverageEdit: LinkTo | null
  contactsTitle: string
  contacts: TableModel
  contactAdd: LinkTo | null
  ordersTitle: string
  orders: TableModel
}

export interface OutletViews {
  'outlets/list': OutletsPage
  'outlets/show': OutletPage
}

const tones: Record<OutletStatus, Tag['tone']> = {
  unverified: 'wait',
  verified: 'good',
  'licence-lapsed': 'bad',
  retired: 'plain',
}

export interface OutletRow {
  outlet: Outlet
  districts: number
  contacts: string[]
}

export function outletsPage(
  words: Words,
  formats: Formats,
  list: { rows: OutletRow[]; medium: string; today: Day; mayKeep: boolean },
): OutletsPage {
  const t = words.outlets
  const filter = (value: string, label: string) => ({
    label,
    href: withQuery(paths.outlets, { medium: value }),
    current: list.medium === value,
  })
  return {
    title: t.title,
    trail: [],
    lede: t.lead,
    count: t.count(formats.number(list.rows.length)),
    add: list.mayKeep ? { label: t.add, href: paths.newOutlet } : null,
    filterLabel: t.medium,
    filters: [
      filter('', words.common.all),
      ...media.map(medium => filter(medium, words.mediumNames[medium])),
    ],
    table: table(
      t.title,
      [t.name, t.medium, t.city, t.coverage, t.contacts, words.common.state],
      list.rows.map(({ outlet, districts, contacts }) => [
        { label: outlet.name, href: paths.outlet(outlet.id) },
        words.mediumNames[outlet.medium],
        outlet.city,
        t.coverageCount(formats.number(districts)),
        contacts.join(', ') || '–',
        { tag: statusTag(words, outlet, list.today) },
      ]),
      { empty: words.common.nothingYet },
    ),
  }
}

export function statusTag(words: Words, outlet: Outlet, today: Day): Tag {
  const status = outletStatus(outlet, today)
  return { label: words.outlets.statusNames[status], tone: tones[status] }
}

export interface OutletDetails {
  outlet: Outlet
  today: Day
  coverage: Coverage[]
  districts: Map<string, District>
  contacts: Contact[]
  sameOwner: Outlet[]
  orders: TableModel
  mayKeep: boolean
  mayVerify: boolean
}

export function outletPage(words: Words, formats: Formats, details: OutletDetails): OutletPage {
  const t = words.outlets
  const { outlet, mayKeep } = details
  return {
    title: outlet.name,
    trail: [{ label: t.title, href: paths.outlets }],
    status: statusTag(words, outlet, details.today),
    sameOwner:
      details.sameOwner.length > 0
        ? t.sameOwner(formats.list(details.sameOwner.map(other => other.name)))
        : '',
    facts: outletFacts(words, formats, outlet),
    buttons: mayKeep ? [{ label: words.common.edit, href: paths.outletEdit(outlet.id) }] : [],
    verify:
      details.mayVerify && !outlet.verifiedAt
        ? { action: paths.outletVerification(outlet.id), label: t.verify }
        : null,
    coverageTitle: t.coverage,
    coverageLead: t.coverageLead,
    coverage: coverageTable(words, formats, details),
    coverageEdit: mayKeep ? { label: t.coverageEdit, href: paths.outletCoverage(outlet.id) } : null,
    contactsTitle: t.contacts,
    contacts: contactTable(words, details.contacts),
    contactAdd: mayKeep ? { label: t.contactAdd, href: paths.outletContacts(outlet.id) } : null,
    ordersTitle: t.orders,
    orders: details.orders,
  }
}

function outletFacts(words: Words, formats: Formats, outlet: Outlet): FactsModel {
  const t = words.outlets
  return {
    facts: [
      { label: t.medium, value: words.mediumNames[outlet.medium] },
      { label: t.period, value: t.periods[outlet.period] },
      { label: t.city, value: outlet.city },
      { label: t.ownerGroup, value: outlet.ownerGroup || '–' },
      { label: t.licence, value: outlet.licence || '–' },
      { label: t.licenceUntil, value: outlet.licenceUntil ? formats.dayMedium(outlet.licenceUntil) : '–' },
    ],
  }
}

function coverageTable(words: Words, formats: Formats, { coverage, districts }: OutletDetails): TableModel {
  const t = words.outlets
  const rows = coverage.toSorted((a, b) => b.share - a.share)
  return table(
    t.coverage,
    [words.common.district, numeric(t.share), t.source, t.asOf],
    rows.map(figure => [
      {
        label: districts.get(figure.districtCode)?.shortName ?? figure.districtCode,
        href: paths.district(figure.districtCode),
      },
      formats.number(figure.share * 100),
      figure.source,
      formats.dayMedium(figure.asOf),
    ]),
    { empty: t.coverageNone },
  )
}

function contactTable(words: Words, contacts: Contact[]): TableModel {
  const t = words.outlets
  return table(
    t.contacts,
    [t.contactName, words.accounts.email, t.contactPhone],
    contacts.map(contact => [
      contact.name,
      contact.staleAt ? `${contact.email} (${t.stale})` : contact.email,
      contact.phone || '–',
    ]),
    { empty: t.contactsNone },
  )
}
