import { roles, type Role } from '../../domain/access.js'
import type { Language, User } from '../../domain/user.js'
import { userStatus, type UserStatus } from '../../domain/user.js'
import type { Words } from '../../language/words.js'
import {
  formBuilder,
  freshForm,
  type FieldModel,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import type { ActionModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { Page, Tag } from '../page.js'
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

export interface UsersPage extends Page {
  lede: string
  users: { name: string; email: string; role: string; since: string; status: Tag; actions: ActionModel[] }[]
  columns: { name: string; role: string; since: string; status: string; actions: string }
  summary: SummaryModel
  inviteTitle: string
  action: string
  fields: FieldModel[]
  button: string
}

export interface AccountPage extends Page {
  forms: { heading: string; summary: SummaryModel; action: string; fields: FieldModel[]; button: string }[]
}

export interface AccountViews {
  'accounts/form': FormPage
  'accounts/users': UsersPage
  'accounts/account': AccountPage
}

type Texts = { words: Words; state?: FormState }

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

export function usersPage(
  { words, state = freshForm }: Texts,
  formats: Formats,
  { users, me }: { users: (User & { hasPassword: number })[]; me: User },
): UsersPage {
  const t = words.accounts
  const form = formBuilder(words, state)
  const fields = [
    form.input('name', t.name),
    form.input('email', t.email, { kind: 'email' }),
    form.select('role', t.role, rolePairs(words), { value: 'planner' }),
    form.select('language', t.languageOfMails, languagePairs, { value: 'id' }),
  ]
  return {
    title: t.usersTitle,
    trail: [],
    lede: t.usersLead,
    columns: {
      name: t.name,
      role: t.role,
      since: words.common.from,
      status: words.common.state,
      actions: words.common.actions,
    },
    users: users.map(user => {
      const status = userStatus(user, user.hasPassword === 1)
      return {
        name: user.name,
        email: user.email,
        role: words.roleNames[user.role],
        since: formats.dayMedium(user.createdAt.slice(0, 10)),
        status: { label: t.status[status], tone: tones[status] },
        actions: user.id === me.id ? [] : userActions(t, user, status),
      }
    }),
    summary: form.summary,
    inviteTitle: t.invite,
    action: paths.users,
    fields,
    button: t.inviteSend,
  }
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

const languagePairs: readonly (readonly [Language, string])[] = [
  ['id', 'Bahasa Indonesia'],
  ['en', 'English'],
]

const tones: Record<UserStatus, Tag['tone']> = { invited: 'wait', active: 'good', deactivated: 'plain' }

function rolePairs(words: Words): (readonly [Role, string])[] {
  return roles.map(role => [role, words.roleNames[role]] as const)
}

function userActions(t: Words['accounts'], user: User, status: UserStatus): ActionModel[] {
  if (status === 'deactivated') return []
  const action = (path: string, label: string, tone: ActionModel['tone']): ActionModel => ({
    action: path,
    label,
    tone,
    hidden: [],
  })
  const again = status === 'invited' ? [action(paths.userInvitation(user.id), t.inviteAgain, 'plain')] : []
  return [...again, action(paths.userDeactivation(user.id), t.deactivate, 'danger')]
}

function newPasswordFields(form: ReturnType<typeof formBuilder>, t: Words['accounts']): FieldModel[] {
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
