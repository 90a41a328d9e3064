/** The building blocks of pages: what each is given. The gallery shows every one in its states. */
import type { Language } from '../../domain/user.js'
import type { SafeHtml } from '../html.js'
import type { Action, Cell, LinkTo, Page, Tag } from '../page.js'
import type { ChoicesModel, FieldModel, SummaryModel } from './fields.js'

export type ActionModel = Action

export interface ColumnModel {
  label: string
  numeric: boolean
  /** The address that sorts by this column, and how it is sorted now. */
  sort?: { href: string; direction: 'ascending' | 'descending' | 'none' }
}

export interface TableModel {
  caption: string
  showCaption: boolean
  columns: ColumnModel[]
  rows: { cells: Cell[]; strong: boolean }[]
  empty: string
  /** The first cell of a row names it. */
  rowHeads?: boolean
  /** Figures to be compared: stays a table on a phone and scrolls sideways, instead of becoming cards. */
  grid?: boolean
}

export interface PagerModel {
  label: string
  newer: string
  newerLabel: string
  older: string
  olderLabel: string
}

export interface ChartModel {
  title: string
  svg: SafeHtml
  /** The same picture drawn for a phone; without it, the one picture serves all widths. */
  narrow?: SafeHtml
  /** One sentence above the picture that says what is to be seen; empty for none. */
  caption?: string
  key: { swatch: SafeHtml; label: string }[]
  /** Sentences under the picture: what was summed up, left out or not known. */
  notes?: string[]
  /** The picture as a file. */
  pictures?: LinkTo[]
  tableLabel: string
  table: TableModel
  /** The table stands beside the picture and is read with it, instead of under a fold. */
  tableBeside?: boolean
}

export interface FactsModel {
  facts: { label: string; value: Cell }[]
}

/** The head of a page: what it is, in which state, and what can be done with it. */
export interface PageHeadModel {
  title: string
  lede: string
  tag: Tag | null
  /** When the data was last updated; empty where nothing ages. */
  updated: string
  links: (LinkTo & { tone: 'primary' | 'plain' })[]
  actions: ActionModel[]
}

export interface TabsModel {
  label: string
  tabs: (LinkTo & { current: boolean; count: string })[]
}

/** How far long work has come. The page carries `refresh` while it goes on, so that it can be left and found again. */
export interface ProgressModel {
  label: string
  /** 0 to 1; null while nobody can say. */
  share: number | null
  /** What is being done, or how it ended. */
  sentence: string
  /** The address of the page that shows it; empty once it is over. */
  poll: string
}

export interface CalloutModel {
  tone: 'info' | 'wait' | 'bad' | 'good'
  title: string
  text: string
  link: LinkTo | null
}

/** One figure for a reader who wants an answer: large, with its interval and what it means. */
export interface StatModel {
  label: string
  figure: string
  /** "antara 118 dan 305"; empty only for counts that are known. */
  interval: string
  meaning: string
  tag: Tag | null
}

export interface TimelineModel {
  label: string
  entries: { when: string; title: string; who: string; text: string; tone: Tag['tone'] }[]
  empty: string
}

/** A filter form in the address, what it found, and the export of exactly that list. */
export interface FiltersModel {
  action: string
  label: string
  fields: FieldModel[]
  button: string
  clear: LinkTo | null
  found: string
  exports: LinkTo[]
}

/** A page that asks before something is ended or undone. */
export interface ConfirmPage extends Page {
  lede: string
  /** What will happen, one sentence each. */
  consequences: string[]
  summary: SummaryModel
  action: string
  fields: FieldModel[]
  hidden: [name: string, value: string][]
  button: string
  tone: 'danger' | 'primary'
  back: LinkTo
}

export interface ComponentViews {
  'components/language-switch': { otherLanguage: Language; label: string; path: string; action: string }
  'components/error-summary': SummaryModel
  'components/field': FieldModel
  'components/choices': ChoicesModel
  'components/tag': Tag
  'components/cell': { cell: Cell }
  'components/table': TableModel
  'components/facts': FactsModel
  'components/action': ActionModel
  'components/pager': PagerModel
  'components/chart': ChartModel
  'components/page-head': PageHeadModel
  'components/tabs': TabsModel
  'components/progress': ProgressModel
  'components/callout': CalloutModel
  'components/stat': StatModel
  'components/timeline': TimelineModel
  'components/filters': FiltersModel
  'components/confirm': ConfirmPage
}
