import type { Words } from '../words.js'

export const search: Words['search'] = {
  title: 'Search',
  label: 'Campaign, outlet, order or district',
  short: 'Search (press /)',
  hint: 'Write a part of a name, a code or a number.',
  nothing: text => `Nothing matches "${text}".`,
  more: 'There are more. Write more of it.',
  groups: { campaigns: 'Campaigns', outlets: 'Outlets', orders: 'Media orders', districts: 'Districts' },
}
