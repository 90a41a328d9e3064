import { linkIsOpen } from '../../domain/link.js'
import type { User } from '../../domain/user.js'
import { userWithPassword } from '../../operations/sign-in.js'
import { oneTimeSignInPage, signInPage } from '../../views/accounts/forms.js'
import { formWith } from '../../views/components/fields.js'
import { paths } from '../../views/paths.js'
import { countAttempt } from '../rate-limits.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { LinkVisit, Visit } from '../visit.js'
import { found, query } from '../visit.js'
import { SignInForm } from './form.js'
import { isLocal } from './language.js'

export const signInRoutes: Route[] = [
  { method: 'get', path: '/sign-in', access: 'anyone', handle: showSignIn },
  { method: 'post', path: '/sign-in', access: 'anyone', handle: signIn },
  { method: 'post', path: '/sign-out', access: 'anyone', handle: signOut },
  { method: 'get', path: '/sign-in/:token', access: { link: 'sign-in' }, handle: showOneTime },
  { method: 'post', path: '/sign-in/:token', access: { link: 'sign-in' }, handle: signInByLink },
]

function showSignIn(visit: Visit): void {
  if (visit.user) return redirect(visit, paths.home)
  show(
    visit,
    'accounts/form',
    signInPage({ words: visit.words, state: formWith({ next: query(visit, 'next') }) }),
  )
}

async function signIn(visit: Visit): Promise<void> {
  const form = readForm(visit, SignInForm)
  const { password: _, ...typed } = form.typed
  if (!form.ok)
    return show(visit, 'accounts/form', signInPage({ words: visit.words, state: { ...form, typed } }), 422)
  await countAttempt(visit, 'signInFromHere')
  await countAttempt(visit, 'signIn', form.value.email)
  const user = await userWithPassword(visit.app, form.value.email, form.value.password)
  if (!user) {
    const state = { typed, problems: { '': { code: 'sign-in-failed' as const } } }
    return show(visit, 'accounts/form', signInPage({ words: visit.words, state }), 422)
  }
  await enter(visit, user, form.value.next)
}

/** Begins a session under a new id, and goes where the person wanted to go. */
export async function enter(visit: Visit, user: User, next: string = paths.home): Promise<void> {
  const { session } = visit.req
  await new Promise<void>((resolve, reject) =>
    session.regenerate(error => (error ? reject(error) : resolve())),
  )
  visit.req.session.userId = user.id
  redirect(visit, isLocal(next) ? next : paths.home, visit.words.accounts.welcome(user.name))
}

async function signOut(visit: Visit): Promise<void> {
  await new Promise<void>((resolve, reject) =>
    visit.req.session.destroy((error: unknown) => (error ? reject(error) : resolve())),
  )
  visit.res.clearCookie('gaung').redirect(303, paths.signIn)
}

async function showOneTime(visit: LinkVisit): Promise<void> {
  const user = await userOf(visit)
  show(visit, 'accounts/form', oneTimeSignInPage(visit.words, visit.token, user))
}

async function signInByLink(visit: LinkVisit): Promise<void> {
  await enter(visit, await userOf(visit))
}

async function userOf({ app, link }: LinkVisit): Promise<User> {
  const user = await app.store.users.find(link.userId ?? '')
  return found(linkIsOpen(link, app.clock.now()) && !user?.deactivatedAt ? user : undefined, 'user')
}
