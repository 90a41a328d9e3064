import { requestWeekLink } from '../../operations/request-week-link.js'
import type { FormState } from '../../views/components/fields.js'
import { newLinkPage, newLinkSentPage } from '../../views/partner/new-link.js'
import { paths } from '../../views/paths.js'
import { countAttempt } from '../rate-limits.js'
import { readForm } from '../read-form.js'
import { showPartner } from '../respond.js'
import type { Visit } from '../visit.js'
import { NewLinkForm } from './form.js'

export function showNewLink(visit: Visit, state?: FormState): void {
  showPartner(visit, 'partner/new-link', newLinkPage(visit.words, state), state ? 422 : 200)
}

/** Counted before the address is looked up: a known and an unknown one are answered alike. */
export async function askNewLink(visit: Visit): Promise<void> {
  const form = readForm(visit, NewLinkForm)
  if (!form.ok) return showNewLink(visit, form)
  await countAttempt(visit, 'newLinkFromHere')
  await countAttempt(visit, 'newLink', form.value.email)
  await requestWeekLink(visit.app, form.value.email)
  visit.res.redirect(303, paths.newLinkSent)
}

export function showNewLinkSent(visit: Visit): void {
  showPartner(visit, 'partner/new-link-sent', newLinkSentPage(visit.words))
}
