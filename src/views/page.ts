import type { SafeHtml } from './html.js'

/** What every page has: a title, where one is, and how soon it looks again by itself while something is under way. */
export interface Page {
  title: string
  trail: Crumb[]
  /** Seconds after which the page is fetched again; only while long work goes on. */
  refresh?: number
  /** Parts of the page are fetched again while one types. */
  live?: boolean
}

export interface Crumb {
  label: string
  href: string
}

export interface LinkTo {
  label: string
  href: string
}

/** What a cell of a table holds: text, a picture, a link, a state, two lines, buttons, or a box to tick. */
export type Cell = string | SafeHtml | LinkTo | { tag: Tag } | TwoLines | Actions | { check: Check }

/** A name with a quieter line under it. */
export interface TwoLines {
  strong: string
  soft: string
  /** Where the name leads; empty for nowhere. */
  to: string
}

/** What can be done with a row: at once, or on a page that asks first. */
export interface Actions {
  actions: Action[]
  links?: LinkTo[]
}

/** A box of a bulk action; `form` is the id of the form it belongs to. */
export interface Check {
  name: string
  value: string
  label: string
  form: string
}

/** A button that posts: a form of its own. */
export interface Action {
  action: string
  label: string
  tone: 'primary' | 'plain' | 'danger'
  hidden: [name: string, value: string][]
}

/** A state as a word with a shape and a colour; the colour never stands alone. */
export interface Tag {
  label: string
  tone: 'good' | 'wait' | 'bad' | 'plain' | 'info'
}
