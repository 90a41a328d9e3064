import { z } from 'zod'
import { deliveryStatus } from '../../domain/delivery.js'
import { addDays, mondayOf } from '../../domain/time.js'
import { lockPeriod, unlockPeriod } from '../../operations/lock-period.js'
import type { FormState } from '../../views/components/fields.js'
import { paths } from '../../views/paths.js'
import { periodLocksPage, unlockPage } from '../../views/period-locks/pages.js'
import { ReasonForm } from '../campaigns/form.js'
import { day } from '../form-fields.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

const LockForm = z.strictObject({ throughDay: day() })

export const periodLockRoutes: Route[] = [
  { method: 'get', path: '/period-locks', access: 'lockPeriods', handle: visit => showLocks(visit) },
  { method: 'post', path: '/period-locks', access: 'lockPeriods', handle: lock },
  {
    method: 'get',
    path: '/period-locks/:id/unlock',
    access: 'lockPeriods',
    handle: visit => askUnlock(visit),
  },
  { method: 'post', path: '/period-locks/:id/unlock', access: 'lockPeriods', handle: unlock },
]

const mostListed = 50
/** What is older has long been asked for, and is counted on the delivery boards. */
const countedDays = 182

async function showLocks(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const today = clock.today()
  const proposed = addDays(mondayOf(today), -1)
  const [locks, lockedThrough, users, unjudged] = await Promise.all([
    store.periodLocks.list(mostListed),
    store.periodLocks.lockedThrough(),
    store.users.list(),
    store.broadcasts.listStates({ from: addDays(proposed, -countedDays), to: proposed, unjudged: true }),
  ])
  const statuses = unjudged.map(broadcast => deliveryStatus(broadcast, today))
  const facts = {
    locks,
    lockedThrough,
    proposed: {
      day: proposed,
      unanswered: statuses.filter(status => status === 'no-answer' || status === 'not-known').length,
      unverified: statuses.filter(status => status === 'confirmed' || status === 'missed').length,
    },
    names: new Map(users.map(({ id, name }) => [id, name])),
    userId: visit.user.id,
  }
  show(visit, 'forms/page', periodLocksPage(visit.words, visit.formats, facts, state), state ? 422 : 200)
}

async function lock(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, LockForm)
  if (!form.ok) return showLocks(visit, form)
  const { throughDay } = form.value
  const done = await orRefuse(
    form.typed,
    () => lockPeriod(visit.app, visit.actor, throughDay).then(() => true),
    state => showLocks(visit, state),
  )
  if (done) redirect(visit, paths.periodLocks, visit.words.periodLocks.locked(visit.formats.day(throughDay)))
}

async function askUnlock(visit: StaffVisit, state?: FormState): Promise<void> {
  const locked = found(await visit.app.store.periodLocks.find(param(visit, 'id')), 'period lock')
  show(visit, 'forms/page', unlockPage(visit.words, visit.formats, locked, state), state ? 422 : 200)
}

async function unlock(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, ReasonForm)
  if (!form.ok) return askUnlock(visit, form)
  await unlockPeriod(visit.app, visit.actor, param(visit, 'id'), form.value.reason)
  redirect(visit, paths.periodLocks, visit.words.periodLocks.unlocked)
}
