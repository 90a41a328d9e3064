import type { App } from '../../app.js'
import type { UserActor } from '../../domain/actor.js'
import {
  approveCampaign,
  closeCampaign,
  returnCampaign,
  submitCampaign,
} from '../../operations/decide-campaign.js'
import { reasonFormPage } from '../../views/campaigns/forms.js'
import { campaignTrail } from '../../views/campaigns/head.js'
import type { FormState } from '../../views/components/fields.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { ReasonForm } from './form.js'

type Texts = StaffVisit['words']['campaigns']

export const decisionRoutes: Route[] = [
  {
    method: 'post',
    path: '/campaigns/:id/submission',
    access: 'planCampaigns',
    handle: move(submitCampaign, t => t.submitted),
  },
  {
    method: 'post',
    path: '/campaigns/:id/approval',
    access: 'approveCampaigns',
    handle: move(approveCampaign, t => t.approved),
  },
  {
    method: 'post',
    path: '/campaigns/:id/closure',
    access: 'planCampaigns',
    handle: move(closeCampaign, t => t.closed),
  },
  { method: 'post', path: '/campaigns/:id/return', access: 'approveCampaigns', handle: returnIt },
]

function move(
  operation: (app: App, actor: UserActor, id: string) => Promise<void>,
  notice: (t: Texts) => string,
) {
  return async (visit: StaffVisit): Promise<void> => {
    const id = param(visit, 'id')
    await operation(visit.app, visit.actor, id)
    redirect(visit, paths.campaign(id), notice(visit.words.campaigns))
  }
}

async function returnIt(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const t = visit.words.campaigns
  const form = readForm(visit, ReasonForm)
  if (!form.ok) {
    const texts = { title: t.returnIt, lede: '', label: t.returnReason, button: t.returnIt, danger: false }
    return showReason(visit, { ...texts, action: paths.campaignReturn(id) }, form)
  }
  await returnCampaign(visit.app, visit.actor, id, form.value.reason)
  redirect(visit, paths.campaign(id), t.returned)
}

async function showReason(
  visit: StaffVisit,
  texts: { title: string; lede: string; label: string; button: string; danger: boolean; action: string },
  state?: FormState,
): Promise<void> {
  const campaign = found(await visit.app.store.campaigns.find(param(visit, 'id')), 'campaign')
  const given = { ...texts, trail: campaignTrail(visit.words, campaign), back: paths.campaign(campaign.id) }
  show(visit, 'forms/page', reasonFormPage(visit.words, given, state), state ? 422 : 200)
}
