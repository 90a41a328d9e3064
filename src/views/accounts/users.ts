import { roles, type Role } from '../../domain/access.js'
import type { User } from '../../domain/user.js'
import { userStatus, type UserStatus } from '../../domain/user.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FieldModel, type SummaryModel } from '../components/fields.js'
import type { ConfirmPage, PageHeadModel, TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Action, Cell, LinkTo, Page, Tag } from '../page.js'
import { paths } from '../paths.js'
import type { Texts } from './forms.js'
import { languagePairs } from './account.js'

export interface UsersPage extends Page {
  head: PageHeadModel
  users: TableModel
  summary: SummaryModel
  inviteTitle: string
  action: string
  fields: FieldModel[]
  button: string
}

export function usersPage(
  { words, state = freshForm }: Texts,
  formats: Formats,
  { users, me }: Listed,
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
    head: { title: t.usersTitle, lede: t.usersLead, tag: null, updated: '', links: [], actions: [] },
    users: userTable(words, formats, { users, me }),
    summary: form.summary,
    inviteTitle: t.invite,
    action: paths.users,
    fields,
    button: t.inviteSend,
  }
}

/** Asks before an account ends: it cannot be opened again, only invited anew. */
export function deactivationPage(words: Words, user: User): ConfirmPage {
  const t = words.accounts
  return {
    title: t.deactivateTitle(user.name),
    trail: [{ label: t.usersTitle, href: paths.users }],
    lede: `${words.roleNames[user.role]}, ${user.email}`,
    consequences: t.deactivateConsequences,
    summary: formBuilder(words, freshForm).summary,
    action: paths.userDeactivation(user.id),
    fields: [],
    hidden: [],
    button: t.deactivateButton,
    tone: 'danger',
    back: { label: words.common.back, href: paths.users },
  }
}

interface Listed {
  users: (User & { hasPassword: number })[]
  me: User
}

function userTable(words: Words, formats: Formats, { users, me }: Listed): TableModel {
  const { accounts: t, common } = words
  const rows = users.map((user): Cell[] => {
    const status = userStatus(user, user.hasPassword === 1)
    return [
      { strong: user.name, soft: user.email, to: '' },
      words.roleNames[user.role],
      formats.dayMedium(user.createdAt.slice(0, 10)),
      { tag: { label: t.status[status], tone: tones[status] } },
      user.id === me.id || status === 'deactivated' ? '' : userActions(t, user, status),
    ]
  })
  const columns = [t.name, t.role, common.from, common.state, common.actions]
  return table(t.usersTitle, columns, rows, { empty: common.nothingYet })
}

const tones: Record<UserStatus, Tag['tone']> = { invited: 'wait', active: 'good', deactivated: 'plain' }

function userActions(
  t: Words['accounts'],
  user: User,
  status: UserStatus,
): { actions: Action[]; links: LinkTo[] } {
  const again: Action = {
    action: paths.userInvitation(user.id),
    label: t.inviteAgain,
    tone: 'plain',
    hidden: [],
  }
  return {
    actions: status === 'invited' ? [again] : [],
    links: [{ label: t.deactivate, href: paths.userDeactivation(user.id) }],
  }
}

function rolePairs(words: Words): (readonly [Role, string])[] {
  return roles.map(role => [role, words.roleNames[role]] as const)
}
