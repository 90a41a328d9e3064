import type { SafeHtml } from './html.js'

/** What every page has: a title, where one is, and whether it is printed with a head of its own. */
export interface Page {
  title: string
  trail: Crumb[]
}

export interface Crumb {
  label: string
  href: string
}

export interface LinkTo {
  label: string
  href: string
}

export type Cell = string | SafeHtml | LinkTo | { tag: Tag }

/** A state as a word with a shape and a colour; the colour never stands alone. */
export interface Tag {
  label: string
  tone: 'good' | 'wait' | 'bad' | 'plain' | 'info'
}
