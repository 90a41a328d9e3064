import type { User } from '../../domain/user.js'
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

/** A page that is one form: its lede, its fields, its one button. */
export interface FormPage extends Page {
  lede: string
  summary: SummaryModel
  action: string
  fields: FieldModel[]
  /** Where to go on to, for the sign-in page; elsewhere empty. */
  next: string
  button: string
  aside: { label: string; href: string } | null
}

export type Texts = { words: Words; state?: FormState }

export function signInPage({ words, state = freshForm }: Texts): FormPage {
  const t = words.accounts
  const form = formBuilder(words, state)
  const fields = [
    form.input('email', t.email, { kind: 'email', autocomplete: 'username' }),
    form.input('password', t.password, { kind: 'password', autocomplete: 'current-password' }),
  ]
  return {
    ...formPage(words, t.signInTitle, fields, form.summary),
    lede: words.common.tagline,
    action: paths.signIn,
    next: String(state.typed['next'] ?? ''),
    button: words.common.signIn,
    aside: { label: t.forgot, href: paths.forgotten },
  }
}

export function forgottenPage({ words, state = freshForm }: Texts): FormPage {
  const t = words.accounts
  const form = formBuilder(words, state)
  const fields = [form.input('email', t.email, { kind: 'email', autocomplete: 'username' })]
  return {
    ...formPage(words, t.forgotTitle, fields, form.summary),
    lede: t.forgotText,
    action: paths.forgotten,
    button: t.forgotSend,
  }
}

export function choosePasswordPage(
  { words, state = freshForm }: Texts,
  kind: 'invitation' | 'password-reset',
  who: { token: string; user: User },
): FormPage {
  const t = words.accounts
  const form = formBuilder(words, state)
  const fields = newPasswordFields(form, t)
  return kind === 'invitation'
    ? {
        ...formPage(words, t.invitationTitle, fields, form.summary),
        lede: t.invitationText(who.user.name, words.roleNames[who.user.role]),
        action: paths.invitation(who.token),
        button: t.invitationAccept,
      }
    : {
        ...formPage(words, t.resetTitle, fields, form.summary),
        action: paths.passwordReset(who.token),
        button: t.resetSave,
      }
}

export function setupPage({ words, state = freshForm }: Texts, token: string): FormPage {
  const t = words.accounts
  const form = formBuilder(words, state)
  const fields = [
    form.input('officeName', t.officeName),
    form.input('name', t.name, { autocomplete: 'name' }),
    form.input('email', t.email, { kind: 'email', autocomplete: 'username' }),
    ...newPasswordFields(form, t),
  ]
  return {
    ...formPage(words, t.setupTitle, fields, form.summary),
    lede: t.setupText,
    action: paths.setup(token),
    button: t.setupButton,
  }
}

export function oneTimeSignInPage(words: Words, token: string, user: User): FormPage {
  const t = words.accounts
  return {
    ...formPage(words, t.oneTimeTitle, [], formBuilder(words, freshForm).summary),
    lede: t.oneTimeText(user.name, words.roleNames[user.role]),
    action: paths.oneTimeSignIn(token),
    button: t.oneTimeButton,
  }
}

export function newPasswordFields(form: ReturnType<typeof formBuilder>, t: Words['accounts']): FieldModel[] {
  return [
    form.input('password', t.password, {
      kind: 'password',
      hint: t.passwordHint,
      autocomplete: 'new-password',
    }),
    form.input('again', t.passwordAgain, { kind: 'password', autocomplete: 'new-password' }),
  ]
}

function formPage(words: Words, title: string, fields: FieldModel[], summary: SummaryModel): FormPage {
  return {
    title,
    trail: [],
    lede: '',
    summary,
    action: '',
    fields,
    next: '',
    button: words.common.save,
    aside: null,
  }
}
