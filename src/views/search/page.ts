import type { Words } from '../../language/words.js'
import type { LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'

export interface SearchPage extends Page {
  action: string
  label: string
  typed: string
  button: string
  answer: string
  groups: { title: string; items: (LinkTo & { note: string })[]; more: string }[]
}

export interface SearchViews {
  'search/show': SearchPage
}

export interface SearchGroup {
  kind: 'campaigns' | 'outlets' | 'orders' | 'districts'
  items: { href: string; name: string; note: string }[]
  isMore: boolean
}

export function searchPage(
  words: Words,
  { text, groups }: { text: string; groups: SearchGroup[] },
): SearchPage {
  const t = words.search
  const filled = groups.filter(group => group.items.length > 0)
  return {
    title: t.title,
    trail: [],
    action: paths.search,
    label: t.label,
    typed: text,
    button: words.common.search,
    answer: text === '' ? t.hint : filled.length === 0 ? t.nothing(text) : '',
    groups: filled.map(({ kind, items, isMore }) => ({
      title: t.groups[kind],
      items: items.map(({ href, name, note }) => ({ label: name, href, note })),
      more: isMore ? t.more : '',
    })),
  }
}
