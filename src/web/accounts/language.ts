import { changeAccount } from '../../operations/change-account.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import type { Route } from '../route.js'
import type { Visit } from '../visit.js'
import { LanguageForm } from './form.js'

export const languageRoutes: Route[] = [
  { method: 'post', path: '/language', access: 'anyone', handle: switchLanguage },
]

/** Keeps the choice in a cookie, and in the account of who is signed in; goes back to the same page. */
async function switchLanguage(visit: Visit): Promise<void> {
  const form = readForm(visit, LanguageForm)
  if (!form.ok) return visit.res.redirect(303, paths.home)
  const { language, next } = form.value
  if (visit.user) await changeAccount(visit.app, visit.user, { name: visit.user.name, language })
  visit.res.cookie('language', language, { maxAge: 365 * 86_400_000, sameSite: 'lax', httpOnly: true })
  visit.res.redirect(303, isLocal(next) ? next : paths.home)
}

/** Only a page of this site; `//elsewhere` would lead away. */
export function isLocal(path: string): boolean {
  return /^\/(?![/\\])/.test(path)
}
