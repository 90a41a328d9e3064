import { Invalid } from '../../domain/errors.js'
import { copyWeekLink } from '../../operations/copy-week-link.js'
import { weekPaper } from '../../views/weeks/paper.js'
import { outletWeekPage } from '../../views/weeks/show.js'
import { paths } from '../../views/paths.js'
import { inLanguage } from '../visit.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { largestForm, saveAnswers, showAnswers } from './answers.js'
import { outletWeek, outletWeekFacts } from './week.js'

export const weekRoutes: Route[] = [
  { method: 'get', path: '/outlets/:id/weeks/:week', access: 'readPlans', handle: showOutletWeek },
  { method: 'post', path: '/outlets/:id/weeks/:week/link', access: 'verifyRuns', handle: copyLink },
  { method: 'get', path: '/outlets/:id/weeks/:week/paper', access: 'readPlans', handle: showPaper },
  {
    method: 'get',
    path: '/outlets/:id/weeks/:week/answers',
    access: 'verifyRuns',
    handle: visit => showAnswers(visit),
  },
  {
    method: 'post',
    path: '/outlets/:id/weeks/:week/answers',
    access: 'verifyRuns',
    upload: largestForm,
    handle: saveAnswers,
  },
]

async function showOutletWeek(visit: StaffVisit): Promise<void> {
  const facts = await outletWeekFacts(visit)
  show(visit, 'weeks/show', outletWeekPage(visit.words, visit.formats, facts))
}

async function copyLink(visit: StaffVisit): Promise<void> {
  const { outlet, week } = await outletWeek(visit)
  const { store, clock } = visit.app
  const [contact] = await store.contacts.listOfOutlet(outlet.id, clock.today())
  if (!contact) throw new Invalid({ '': { code: 'no-contact', values: { outlet: outlet.name } } })
  await copyWeekLink(visit.app, visit.actor, { contactId: contact.id, week })
  redirect(visit, paths.outletWeek(outlet.id, week))
}

/** In the language of whoever fills it in. */
async function showPaper(visit: StaffVisit): Promise<void> {
  const { outlet, week, broadcasts } = await outletWeek(visit)
  const { store, clock } = visit.app
  const [contact] = await store.contacts.listOfOutlet(outlet.id, clock.today())
  const { officeName } = await store.settings.all()
  const spoken = inLanguage(visit, contact?.language ?? visit.language)
  const given = { week, officeName, broadcasts, back: paths.outletWeek(outlet.id, week) }
  show(spoken, 'weeks/paper', weekPaper(spoken.words, spoken.formats, given))
}
