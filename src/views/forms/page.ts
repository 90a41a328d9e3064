/** A page that is one form. Most forms need no template of their own. */
import type { TableModel } from '../components/registry.js'
import type { ChoicesModel, FieldModel, SummaryModel } from '../components/fields.js'
import type { LinkTo, Page } from '../page.js'

export type FormPart =
  | { kind: 'field'; field: FieldModel }
  | { kind: 'choices'; choices: ChoicesModel }
  | { kind: 'row'; fields: FieldModel[] }
  | { kind: 'group'; id: string; label: string; hint: string; error: string; fields: FieldModel[] }
  | { kind: 'heading'; text: string; hint: string }

export interface FormPageModel extends Page {
  lede: string
  /** What there is already, above the form that adds to it. */
  known: { table: TableModel; formTitle: string } | null
  summary: SummaryModel
  action: string
  /** True when a file comes with it. */
  multipart: boolean
  hidden: [name: string, value: string][]
  parts: FormPart[]
  button: string
  tone: 'primary' | 'danger'
  cancel: LinkTo | null
  /** A second, separate act below the form: removing what it edits. */
  removal: { action: string; label: string } | null
}

export interface FormViews {
  'forms/page': FormPageModel
  'forms/parts': { parts: FormPart[] }
}

export const field = (model: FieldModel): FormPart => ({ kind: 'field', field: model })
export const choices = (model: ChoicesModel): FormPart => ({ kind: 'choices', choices: model })
export const row = (...fields: FieldModel[]): FormPart => ({ kind: 'row', fields })
export const heading = (text: string, hint = ''): FormPart => ({ kind: 'heading', text, hint })

type Given = Pick<FormPageModel, 'title' | 'trail' | 'summary' | 'action' | 'parts' | 'button'> &
  Partial<FormPageModel>

export function formPage(given: Given): FormPageModel {
  return {
    lede: '',
    known: null,
    multipart: false,
    hidden: [],
    tone: 'primary',
    cancel: null,
    removal: null,
    ...given,
  }
}
