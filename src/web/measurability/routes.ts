import { z } from 'zod'
import { may } from '../../domain/access.js'
import { Invalid } from '../../domain/errors.js'
import { keyBy } from '../../domain/group.js'
import { mayDraw } from '../../domain/wave-draw.js'
import { drawStarts } from '../../operations/draw-waves.js'
import { requestMeasurement } from '../../operations/measure-plans.js'
import { freshForm, type FormState } from '../../views/components/fields.js'
import { measurabilityPage } from '../../views/measurability/page.js'
import { paths } from '../../views/paths.js'
import { choice, optionalText } from '../form-fields.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

const path = '/campaigns/:id/measurability'

export const measurabilityRoutes: Route[] = [
  { method: 'get', path, access: 'readPlans', handle: visit => showMeasurability(visit) },
  { method: 'post', path, access: 'planCampaigns', handle: measure },
  { method: 'post', path: '/campaigns/:id/waves', access: 'planCampaigns', handle: draw },
]

const DrawForm = z.strictObject({
  waves: choice(['2', '3', '4']),
  gapDays: choice(['7', '14', '21']),
  reason: optionalText(300),
})

async function showMeasurability(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const today = clock.today()
  const campaign = found(await store.campaigns.find(param(visit, 'id')), 'campaign')
  const [measurement, draws, districts, users, settings, runs] = await Promise.all([
    store.planMeasurements.latest(campaign.id),
    store.waveDraws.listOf(campaign.id),
    store.districts.list(),
    store.users.list(),
    store.settings.all(),
    store.broadcasts.listStates({ campaignId: campaign.id, unsentToo: true }),
  ])
  const firstRun = runs.find(({ withdrawnAt }) => withdrawnAt === null)?.day ?? null
  const isOver = campaign.cancelledAt !== null || campaign.closedAt !== null || campaign.firstDay <= today
  const facts = {
    campaign,
    today,
    measurement,
    draws,
    isOpen: mayDraw({ firstRun, today, isOver, draws: 0, reason: '' }).ok,
    districts: keyBy(districts, ({ code }) => code),
    people: new Map(users.map(({ id, name }) => [id, name])),
    liftWorthHaving: settings.liftWorthHaving,
    mayPlan: may(visit.user.role, 'planCampaigns'),
    state: state ?? freshForm,
  }
  show(visit, 'measurability/show', measurabilityPage(visit, facts), state ? 422 : 200)
}

async function measure(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  await requestMeasurement(visit.app, visit.actor, id)
  redirect(visit, paths.campaignMeasurability(id), visit.words.measurability.requested)
}

async function draw(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, DrawForm)
  if (!form.ok) return showMeasurability(visit, form)
  const { waves, gapDays, reason } = form.value
  try {
    await drawStarts(visit.app, visit.actor, id, { waves: Number(waves), gapDays: Number(gapDays), reason })
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return showMeasurability(visit, { typed: form.typed, problems: error.problems })
  }
  redirect(visit, paths.campaignMeasurability(id), visit.words.measurability.drawn)
}
