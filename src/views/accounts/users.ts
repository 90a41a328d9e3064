import { roles, type Role } from '../../domain/access.js'
import type { User } from '../../domain/user.js'
import { userStatus, type UserStatus } from '../../domain/user.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FieldModel, type SummaryModel } from '../components/fields.js'
import type { ActionModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { Page, Tag } from '../page.js'
import { paths } from '../paths.js'
import { type Texts } from './forms.js'
import { languagePairs } from './account.js'

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
