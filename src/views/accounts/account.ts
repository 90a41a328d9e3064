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
  { wantsDigest, ...states }: { account?: FormState; password?: FormState; wantsDigest: boolean },
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
      digestForm(words, wantsDigest),
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

function digestForm(words: Words, wanted: boolean): AccountPage['forms'][number] {
  const t = words.digest
  const form = formBuilder(words, freshForm, 'digest-')
  const choices = [
    ['yes', t.yes],
    ['no', t.no],
  ] as const
  return {
    heading: t.heading,
    summary: form.summary,
    action: paths.accountDigest,
    fields: [form.select('wanted', t.wanted, choices, { value: wanted ? 'yes' : 'no' })],
    button: t.save,
  }
}

export const languagePairs: readonly (readonly [Language, string])[] = [
  ['id', 'Bahasa Indonesia'],
  ['en', 'English'],
]
