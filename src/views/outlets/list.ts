import { media, outletStatus, type Outlet, type OutletStatus } from '../../domain/outlet.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page, Tag } from '../page.js'
import { paths, withQuery } from '../paths.js'

export interface OutletsPage extends Page {
  lede: string
  count: string
  add: LinkTo | null
  importing: LinkTo | null
  filters: (LinkTo & { current: boolean })[]
  filterLabel: string
  table: TableModel
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
    importing: list.mayKeep ? { label: words.outletImports.link, href: paths.outletImports } : null,
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
