import { Invalid } from '../../domain/errors.js'
import { changeAccount } from '../../operations/change-account.js'
import { chooseDigest } from '../../operations/choose-digest.js'
import { changePassword } from '../../operations/choose-password.js'
import { deactivateUser } from '../../operations/deactivate-user.js'
import { inviteAgain, inviteUser } from '../../operations/invite-user.js'
import { accountPage } from '../../views/accounts/account.js'
import { deactivationPage, usersPage } from '../../views/accounts/users.js'
import type { FormState } from '../../views/components/fields.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, inLanguage, param } from '../visit.js'
import { AccountForm, ChangePasswordForm, DigestForm, InvitationForm } from './form.js'
import { enter } from './sign-in.js'

export const userRoutes: Route[] = [
  { method: 'get', path: '/users', access: 'manageUsers', handle: visit => showUsers(visit) },
  { method: 'post', path: '/users', access: 'manageUsers', handle: invite },
  { method: 'post', path: '/users/:id/invitation', access: 'manageUsers', handle: repeatInvitation },
  { method: 'get', path: '/users/:id/deactivation', access: 'manageUsers', handle: askToDeactivate },
  { method: 'post', path: '/users/:id/deactivation', access: 'manageUsers', handle: deactivate },
  { method: 'get', path: '/account', access: 'signed-in', handle: visit => showAccount(visit, {}) },
  { method: 'post', path: '/account', access: 'signed-in', handle: saveAccount },
  { method: 'post', path: '/account/digest', access: 'signed-in', handle: saveDigest },
  { method: 'post', path: '/account/password', access: 'signed-in', handle: savePassword },
]

async function showUsers(visit: StaffVisit, state?: FormState): Promise<void> {
  const users = await visit.app.store.users.list()
  const texts = state ? { words: visit.words, state } : { words: visit.words }
  show(visit, 'accounts/users', usersPage(texts, visit.formats, { users, me: visit.user }), state ? 422 : 200)
}

async function invite(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, InvitationForm)
  if (!form.ok) return showUsers(visit, form)
  try {
    const user = await inviteUser(visit.app, visit.actor, form.value)
    redirect(visit, paths.users, visit.words.accounts.invited(user.email))
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    await showUsers(visit, { typed: form.typed, problems: error.problems })
  }
}

async function repeatInvitation(visit: StaffVisit): Promise<void> {
  const user = await inviteAgain(visit.app, visit.actor, param(visit, 'id'))
  redirect(visit, paths.users, visit.words.accounts.invited(user.email))
}

async function askToDeactivate(visit: StaffVisit): Promise<void> {
  const user = found(await visit.app.store.users.find(param(visit, 'id')), 'user')
  show(visit, 'components/confirm', deactivationPage(visit.words, user))
}

async function deactivate(visit: StaffVisit): Promise<void> {
  await deactivateUser(visit.app, visit.actor, param(visit, 'id'))
  redirect(visit, paths.users, visit.words.accounts.deactivated)
}

async function showAccount(
  visit: StaffVisit,
  states: { account?: FormState; password?: FormState },
): Promise<void> {
  const refused = Object.keys(states).length > 0
  const wantsDigest = (await visit.app.store.digestWishes.wanting()).has(visit.user.id)
  const shown = { ...states, wantsDigest }
  show(visit, 'accounts/account', accountPage(visit.words, visit.user, shown), refused ? 422 : 200)
}

async function saveDigest(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, DigestForm)
  if (!form.ok) return showAccount(visit, { account: form })
  await chooseDigest(visit.app, visit.actor, form.value.wanted === 'yes')
  redirect(visit, paths.account, visit.words.digest.saved)
}

async function saveAccount(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, AccountForm)
  if (!form.ok) return showAccount(visit, { account: form })
  await changeAccount(visit.app, visit.user, form.value)
  redirect(visit, paths.account, inLanguage(visit, form.value.language).words.accounts.accountSaved)
}

async function savePassword(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, ChangePasswordForm)
  if (!form.ok) return showAccount(visit, { password: { typed: {}, problems: form.problems } })
  try {
    await changePassword(visit.app, visit.user, form.value)
    await enter(visit, visit.user, paths.account)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    await showAccount(visit, { password: { typed: {}, problems: error.problems } })
  }
}
