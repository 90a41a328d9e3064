import { Invalid } from '../../domain/errors.js'
import type { User } from '../../domain/user.js'
import { choosePassword } from '../../operations/choose-password.js'
import { requestPasswordReset } from '../../operations/request-password-reset.js'
import { setUpOffice } from '../../operations/set-up-office.js'
import { choosePasswordPage, forgottenPage, setupPage } from '../../views/accounts/forms.js'
import { paths } from '../../views/paths.js'
import { countAttempt } from '../rate-limits.js'
import { readForm, type Problems } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { LinkVisit, Visit } from '../visit.js'
import { found } from '../visit.js'
import { ForgottenForm, NewPasswordForm, SetupForm } from './form.js'
import { enter } from './sign-in.js'

export const passwordRoutes: Route[] = [
  { method: 'get', path: '/password-reset', access: 'anyone', handle: showForgotten },
  { method: 'post', path: '/password-reset', access: 'anyone', handle: requestReset },
  {
    method: 'get',
    path: '/password-reset/:token',
    access: { link: 'password-reset' },
    handle: showChoosePassword,
  },
  {
    method: 'post',
    path: '/password-reset/:token',
    access: { link: 'password-reset' },
    handle: savePassword,
  },
  { method: 'get', path: '/invitations/:token', access: { link: 'invitation' }, handle: showChoosePassword },
  { method: 'post', path: '/invitations/:token', access: { link: 'invitation' }, handle: savePassword },
  { method: 'get', path: '/setup/:token', access: { link: 'setup' }, handle: showSetup },
  { method: 'post', path: '/setup/:token', access: { link: 'setup' }, handle: saveSetup },
]

function showForgotten(visit: Visit): void {
  show(visit, 'accounts/form', forgottenPage(visit))
}

async function requestReset(visit: Visit): Promise<void> {
  const form = readForm(visit, ForgottenForm)
  if (!form.ok) return show(visit, 'accounts/form', forgottenPage({ words: visit.words, state: form }), 422)
  await countAttempt(visit, 'passwordReset', form.value.email)
  await requestPasswordReset(visit.app, form.value.email)
  redirect(visit, paths.signIn, visit.words.accounts.forgotDone)
}

async function showChoosePassword(visit: LinkVisit): Promise<void> {
  await showPasswordForm(visit, 200)
}

async function savePassword(visit: LinkVisit): Promise<void> {
  const form = readForm(visit, NewPasswordForm)
  if (!form.ok) return showPasswordForm(visit, 422, form.problems)
  try {
    const user = await choosePassword(visit.app, visit.link, form.value)
    if (visit.link.kind === 'invitation') return await enter(visit, user)
    redirect(visit, paths.signIn, visit.words.accounts.resetDone)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    await showPasswordForm(visit, 422, error.problems)
  }
}

async function showPasswordForm(visit: LinkVisit, status: number, problems: Problems = {}): Promise<void> {
  const user: User = found(await visit.app.store.users.find(visit.link.userId ?? ''), 'user')
  const kind = visit.link.kind === 'invitation' ? 'invitation' : 'password-reset'
  const page = choosePasswordPage({ words: visit.words, state: { typed: {}, problems } }, kind, {
    token: visit.token,
    user,
  })
  show(visit, 'accounts/form', page, status)
}

function showSetup(visit: LinkVisit): void {
  show(visit, 'accounts/form', setupPage(visit, visit.token))
}

async function saveSetup(visit: LinkVisit): Promise<void> {
  const form = readForm(visit, SetupForm)
  const { password: _, again: __, ...typed } = form.typed
  const refuse = (problems: Problems) =>
    show(
      visit,
      'accounts/form',
      setupPage({ words: visit.words, state: { typed, problems } }, visit.token),
      422,
    )
  if (!form.ok) return refuse(form.problems)
  try {
    await enter(visit, await setUpOffice(visit.app, visit.link, { ...form.value, language: visit.language }))
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    refuse(error.problems)
  }
}
