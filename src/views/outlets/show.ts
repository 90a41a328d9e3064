import type { Contact } from '../../domain/contact.js'
import type { District } from '../../domain/district.js'
import type { MakegoodPolicy } from '../../domain/makegood-proposal.js'
import type { Coverage, OffAir, Outlet } from '../../domain/outlet.js'
import { isValidOn, type Rate } from '../../domain/rate.js'
import type { Reliability } from '../../domain/reliability.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { FactsModel, PageHeadModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Action, LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'
import { reliabilityTable } from '../reliability/table.js'
import { policyText } from '../makegoods/policy.js'
import { statusTag } from './list.js'
import { offAirDays } from './off-air.js'
import { rateTable } from './rates.js'
import { outletTrail } from './trail.js'

export interface OutletPage extends Page {
  head: PageHeadModel
  /** Why nothing can be run there today; empty when it can. */
  silent: string
  facts: FactsModel
  sections: { title: string; lede: string; table: TableModel; edit: LinkTo | null }[]
}

export interface OutletDetails {
  outlet: Outlet
  today: Day
  coverage: Coverage[]
  districts: Map<string, District>
  contacts: Contact[]
  rates: Rate[]
  offAir: OffAir[]
  sameOwner: Outlet[]
  orders: TableModel
  weeks: TableModel
  policy: MakegoodPolicy
  reliability: Reliability
  mayKeep: boolean
  mayVerify: boolean
}

export function outletPage(words: Words, formats: Formats, details: OutletDetails): OutletPage {
  const t = words.outlets
  const { outlet, today } = details
  const owners = details.sameOwner.map(other => other.name)
  const silent = details.offAir.find(
    off => off.firstDay <= today && (off.lastDay === null || off.lastDay >= today),
  )
  return {
    title: outlet.name,
    trail: outletTrail(words),
    head: {
      title: outlet.name,
      lede: owners.length > 0 ? t.sameOwner(formats.list(owners)) : '',
      tag: statusTag(words, outlet, today),
      updated: '',
      links: [
        ...(details.mayKeep
          ? [{ label: words.common.edit, href: paths.outletEdit(outlet.id), tone: 'plain' as const }]
          : []),
        { label: words.statements.short, href: paths.outletStatement(outlet.id), tone: 'plain' },
        { label: words.stationLogs.title, href: paths.outletLogs(outlet.id), tone: 'plain' },
      ],
      actions: actionsOf(words, details),
    },
    silent: silent ? t.offAirNow(silent.reason) : '',
    facts: outletFacts(words, formats, details),
    sections: sectionsOf(words, formats, details),
  }
}

function actionsOf({ outlets: t }: Words, { outlet, mayKeep, mayVerify }: OutletDetails): Action[] {
  const verify: Action = {
    action: paths.outletVerification(outlet.id),
    label: t.verify,
    tone: 'primary',
    hidden: [],
  }
  const retire: Action = {
    action: paths.outletRetirement(outlet.id),
    label: outlet.retiredAt ? t.restore : t.retire,
    tone: outlet.retiredAt ? 'plain' : 'danger',
    hidden: [['retired', outlet.retiredAt ? 'no' : 'yes']],
  }
  const verifiable = mayVerify && !outlet.verifiedAt && !outlet.retiredAt
  return [...(verifiable ? [verify] : []), ...(mayKeep ? [retire] : [])]
}

function outletFacts(words: Words, formats: Formats, { outlet, policy, mayKeep }: OutletDetails): FactsModel {
  const t = words.outlets
  const rules = policyText(words, formats, policy)
  return {
    facts: [
      { label: t.medium, value: words.mediumNames[outlet.medium] },
      { label: t.period, value: t.periods[outlet.period] },
      { label: t.city, value: outlet.city },
      { label: t.ownerGroup, value: outlet.ownerGroup || '–' },
      { label: t.licence, value: outlet.licence || '–' },
      { label: t.licenceUntil, value: outlet.licenceUntil ? formats.dayMedium(outlet.licenceUntil) : '–' },
      {
        label: words.makegoods.policy,
        value: mayKeep ? { label: rules, href: paths.outletPolicy(outlet.id) } : rules,
      },
    ],
  }
}

function sectionsOf(words: Words, formats: Formats, details: OutletDetails): OutletPage['sections'] {
  const t = words.outlets
  const { id } = details.outlet
  const { reliability } = details
  const edit = (label: string, href: string) => (details.mayKeep ? { label, href } : null)
  const rates = details.rates.filter(rate => isValidOn(rate, details.today) || rate.validFrom > details.today)
  return [
    { title: words.weeks.section, lede: words.weeks.sectionLead, table: details.weeks, edit: null },
    {
      title: t.coverage,
      lede: t.coverageLead,
      table: coverageTable(words, formats, details),
      edit: edit(t.coverageEdit, paths.outletCoverage(id)),
    },
    {
      title: t.contacts,
      lede: '',
      table: contactTable(words, details),
      edit: edit(t.contactAdd, paths.outletContacts(id)),
    },
    {
      title: t.rates,
      lede: '',
      table: rateTable(words, formats, { ...details, rates }, { removable: false }),
      edit: edit(t.rates, paths.outletRates(id)),
    },
    {
      title: t.offAir,
      lede: '',
      table: table(
        t.offAir,
        [words.common.day, words.common.reason],
        details.offAir.map(off => [offAirDays(words, formats, off), off.reason]),
        { empty: t.offAirNone },
      ),
      edit: edit(t.offAirAdd, paths.outletOffAir(id)),
    },
    {
      title: words.reliability.title,
      lede: `${words.reliability.lead(formats.dayMedium(reliability.first), formats.dayMedium(reliability.last))} ${words.reliability.staffLater}`,
      table: reliabilityTable(words, formats, reliability),
      edit: null,
    },
    { title: t.orders, lede: '', table: details.orders, edit: null },
  ]
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
      formats.shareTyped(figure.share),
      figure.source,
      formats.dayMedium(figure.asOf),
    ]),
    { empty: t.coverageNone },
  )
}

function contactTable(words: Words, { contacts, mayKeep }: OutletDetails): TableModel {
  const t = words.outlets
  return table(
    t.contacts,
    [t.contactName, words.accounts.email, t.contactPhone],
    contacts.map(contact => [
      mayKeep ? { label: contact.name, href: paths.contact(contact.id) } : contact.name,
      contact.staleAt ? `${contact.email} (${t.stale})` : contact.email,
      contact.phone || '–',
    ]),
    { empty: t.contactsNone },
  )
}
