import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import { field, formPage, type FormPageModel } from '../forms/page.js'

/** One reason, then the act: cancelling, returning, revising. */
export function reasonFormPage(
  words: Words,
  given: {
    title: string
    lede: string
    trail: FormPageModel['trail']
    action: string
    label: string
    button: string
    back: string
    danger: boolean
  },
  state: FormState = freshForm,
): FormPageModel {
  const form = formBuilder(words, state)
  return formPage({
    title: given.title,
    lede: given.lede,
    trail: given.trail,
    summary: form.summary,
    action: given.action,
    parts: [field(form.input('reason', given.label, { kind: 'textarea', rows: 3 }))],
    button: given.button,
    tone: given.danger ? 'danger' : 'primary',
    cancel: { label: words.common.back, href: given.back },
  })
}
