import { aliasKey, type District } from '../../domain/district.js'
import { paths } from '../../views/paths.js'
import { searchPage, type SearchGroup } from '../../views/search/page.js'
import { show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { query } from '../visit.js'

export const searchRoutes: Route[] = [{ method: 'get', path: '/search', access: 'readPlans', handle: search }]

const mostShown = 10

async function search(visit: StaffVisit): Promise<void> {
  const text = query(visit, 'q').trim()
  const groups = text === '' ? [] : await findAll(visit, text)
  show(visit, 'search/show', searchPage(visit.words, { text, groups }))
}

async function findAll({ app }: StaffVisit, text: string): Promise<SearchGroup[]> {
  const { store } = app
  const [campaigns, outlets, orders, districts, aliases] = await Promise.all([
    store.search.campaigns(text, mostShown + 1),
    store.search.outlets(text, mostShown + 1),
    store.search.orders(text, mostShown + 1),
    store.districts.list(),
    store.districts.aliases(),
  ])
  const places = districts
    .filter(isNamed(text, aliases))
    .map(({ code, name, capital }) => ({ id: code, name, note: capital }))
  const group = (
    kind: SearchGroup['kind'],
    found: { id: string; name: string; note: string }[],
    path: (id: string) => string,
  ): SearchGroup => ({
    kind,
    items: found.slice(0, mostShown).map(({ id, name, note }) => ({ href: path(id), name, note })),
    isMore: found.length > mostShown,
  })
  return [
    group('campaigns', campaigns, paths.campaign),
    group('outlets', outlets, paths.outlet),
    group('orders', orders, paths.order),
    group('districts', places, paths.district),
  ]
}

/** By a part of its name, or by any way people write it: "Lamteng", "BPS 1805". */
function isNamed(text: string, aliases: ReadonlyMap<string, string>): (district: District) => boolean {
  const known = aliases.get(aliasKey(text))
  const part = text.toLowerCase()
  return ({ code, name }) => code === known || code === text || name.toLowerCase().includes(part)
}
