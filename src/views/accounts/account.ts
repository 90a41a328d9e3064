import type { Language, User } from '../../domain/user.js'
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
import { newPasswordFields } from './forms.js'

export interface AccountPage extends Page {
  forms: { heading: string; summary: SummaryModel; action: string; fields: FieldModel[]; button: string }[]
}

export function accountPage(
  words: Words,
  user: User,
  states: { account?: FormState; password?: FormState },
): AccountPage {
  const t = words.accounts
  const account = formBuilder(words, states.account ?? freshForm)
  const password = formBuilder(words, states.password ?? freshForm, 'password-')
  const accountFields = [
    account.input('name', t.name, { value: user.name, autocomplete: 'name' }),
    account.select('language', t.languageOfMails, languagePairs, { value: user.language }),
  ]
  const passwordFields = [
    password.input('current', t.currentPassword, { kind: 'password', autocomplete: 'current-password' }),
    ...newPasswordFields(password, t),
  ]
  return {
    title: t.accountTitle,
    trail: [],
    forms: [
      {
        heading: user.email,
        summary: account.summary,
        action: paths.account,
        fields: accountFields,
        button: words.common.save,
      },
      {
        heading: t.changePassword,
        summary: password.summary,
        action: `${paths.account}/password`,
        fields: passwordFields,
        button: t.changePassword,
      },
    ],
  }
}

export const languagePairs: readonly (readonly [Language, string])[] = [
  ['id', 'Bahasa Indonesia'],
  ['en', 'English'],
]
