import type { Language } from '../../domain/user.js'
import type { SafeHtml } from '../html.js'
import type { Cell, Tag } from '../page.js'
import type { ChoicesModel, FieldModel, SummaryModel } from './fields.js'

export interface TableModel {
  caption: string
  showCaption: boolean
  columns: { label: string; numeric: boolean }[]
  rows: { cells: Cell[]; strong: boolean }[]
  empty: string
}

export interface ActionModel {
  action: string
  label: string
  tone: 'primary' | 'plain' | 'danger'
  hidden: [name: string, value: string][]
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
  key: { swatch: SafeHtml; label: string }[]
  tableLabel: string
  table: TableModel
}

export interface FactsModel {
  facts: { label: string; value: Cell }[]
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
}
