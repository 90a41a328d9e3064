import { z } from 'zod'
import { habitsOn } from '../../domain/audience.js'
import { NotFound } from '../../domain/errors.js'
import { media, type Medium } from '../../domain/outlet.js'
import { saveAudienceHabit } from '../../operations/save-audience-habit.js'
import type { FormState } from '../../views/components/fields.js'
import { paths } from '../../views/paths.js'
import { reachCsv } from '../../views/reach/csv.js'
import { habitFormPage } from '../../views/reach/habit-form.js'
import { reachPage } from '../../views/reach/page.js'
import { day, text, wholeNumber } from '../form-fields.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import { sendPicture } from '../send-picture.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { param } from '../visit.js'
import { reachFacts } from './facts.js'

export const reachRoutes: Route[] = [
  { method: 'get', path: '/reach', access: 'readResults', handle: showReach },
  { method: 'get', path: '/reach.svg', access: 'readResults', handle: visit => sendChart(visit, 'svg') },
  { method: 'get', path: '/reach.png', access: 'readResults', handle: visit => sendChart(visit, 'png') },
  { method: 'get', path: '/reach.csv', access: 'readResults', handle: sendCsv },
  {
    method: 'get',
    path: '/reach/habits/:medium',
    access: 'keepOutlets',
    handle: visit => showHabit(visit),
  },
  { method: 'post', path: '/reach/habits/:medium', access: 'keepOutlets', handle: saveHabit },
]

/** Shares are typed as per cent. */
const HabitForm = z.strictObject({
  rating: wholeNumber(1, 95),
  alikeness: wholeNumber(0, 95),
  source: text(200),
  asOf: day(),
})

async function showReach(visit: StaffVisit): Promise<void> {
  show(visit, 'reach/show', reachPage(visit, await reachFacts(visit)))
}

async function sendChart(visit: StaffVisit, kind: 'svg' | 'png'): Promise<void> {
  await sendPicture(visit, kind, { page: reachPage(visit, await reachFacts(visit)), back: paths.reach })
}

async function sendCsv(visit: StaffVisit): Promise<void> {
  const facts = await reachFacts(visit)
  const rows = visit.app.tables.csv(reachCsv(visit, facts), visit.language === 'id' ? ';' : ',')
  visit.res.type('csv').attachment(`gaung-reach-${facts.filter.year}.csv`).send(rows)
}

async function showHabit(visit: StaffVisit, state?: FormState): Promise<void> {
  const today = visit.app.clock.today()
  const habit = habitsOn(await visit.app.store.audienceHabits.list(), today)[mediumOf(visit)]
  show(visit, 'forms/page', habitFormPage(visit.words, { habit, today }, state), state ? 422 : 200)
}

async function saveHabit(visit: StaffVisit): Promise<void> {
  const medium = mediumOf(visit)
  const form = readForm(visit, HabitForm)
  if (!form.ok) return showHabit(visit, form)
  const { rating, alikeness, source, asOf } = form.value
  const figures = { medium, asOf, source, rating: rating / 100, alikeness: alikeness / 100 }
  await saveAudienceHabit(visit.app, visit.actor, figures)
  redirect(visit, paths.reach, visit.words.reach.habitSaved)
}

function mediumOf(visit: StaffVisit): Medium {
  const found = media.find(medium => medium === param(visit, 'medium'))
  if (!found) throw new NotFound('medium')
  return found
}
