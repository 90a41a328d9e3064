import type { Campaign } from '../../domain/campaign.js'
import { changeCampaign, draftCampaign } from '../../operations/save-campaign.js'
import { campaignFormPage } from '../../views/campaigns/forms.js'
import type { FormState } from '../../views/components/fields.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { CampaignForm, NewCampaignForm } from './form.js'

export const editRoutes: Route[] = [
  {
    method: 'get',
    path: '/campaigns/new',
    access: 'planCampaigns',
    handle: visit => showForm(visit, undefined),
  },
  { method: 'post', path: '/campaigns/new', access: 'planCampaigns', handle: draft },
  {
    method: 'get',
    path: '/campaigns/:id/edit',
    access: 'planCampaigns',
    handle: async visit => showForm(visit, await campaignOf(visit)),
  },
  { method: 'post', path: '/campaigns/:id/edit', access: 'planCampaigns', handle: change },
]

async function showForm(visit: StaffVisit, campaign: Campaign | undefined, state?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const today = clock.today()
  const [districts, streams, messages] = await Promise.all([
    store.districts.listOn(campaign?.firstDay ?? today),
    store.streams.list(),
    store.messages.list(),
  ])
  const offered = messages.filter(message => message.approvedAt && !message.retiredAt)
  const given = { campaign, districts, streams, messages: offered, today }
  show(visit, 'forms/page', campaignFormPage(visit.words, visit.formats, given, state), state ? 422 : 200)
}

async function draft(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, NewCampaignForm)
  if (!form.ok) return showForm(visit, undefined, form)
  const campaign = await orRefuse(
    form.typed,
    () => draftCampaign(visit.app, visit.actor, form.value),
    state => showForm(visit, undefined, state),
  )
  if (campaign) redirect(visit, paths.campaign(campaign.id), visit.words.campaigns.saved)
}

async function change(visit: StaffVisit): Promise<void> {
  const campaign = await campaignOf(visit)
  const form = readForm(visit, CampaignForm)
  if (!form.ok) return showForm(visit, campaign, form)
  const done = await orRefuse(
    form.typed,
    () => changeCampaign(visit.app, visit.actor, campaign.id, form.value).then(() => true),
    state => showForm(visit, campaign, state),
  )
  if (done) redirect(visit, paths.campaign(campaign.id), visit.words.campaigns.saved)
}

async function campaignOf(visit: StaffVisit): Promise<Campaign> {
  return found(await visit.app.store.campaigns.find(param(visit, 'id')), 'campaign')
}
