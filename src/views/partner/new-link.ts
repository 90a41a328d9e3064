/** Who lost a link asks for another, by the address on file. */
import type { Words } from '../../language/words.js'
import {
  formBuilder,
  freshForm,
  type FieldModel,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'

export interface NewLinkPage extends Page {
  lede: string
  summary: SummaryModel
  action: string
  field: FieldModel
  button: string
}

/** The same for a known and an unknown address. */
export interface NewLinkSentPage extends Page {
  text: string
  nothing: string
}

export function newLinkPage(words: Words, state: FormState = freshForm): NewLinkPage {
  const t = words.newLink
  const form = formBuilder(words, state)
  const field = form.input('email', t.email, { kind: 'email', autocomplete: 'email' })
  return {
    title: t.title,
    trail: [],
    lede: t.lead,
    field,
    summary: form.summary,
    action: paths.newLink,
    button: t.send,
  }
}

export function newLinkSentPage({ newLink: t }: Words): NewLinkSentPage {
  return { title: t.sentTitle, trail: [], text: t.sent, nothing: t.nothing }
}
