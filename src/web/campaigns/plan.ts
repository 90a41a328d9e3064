import type { CampaignPart } from '../../domain/campaign.js'
import { campaignParts, mayEdit, type Campaign } from '../../domain/campaign.js'
import { Conflict, mustAllow, NotFound } from '../../domain/errors.js'
import { dropDraft, keepDraft } from '../../operations/keep-draft.js'
import { changeCampaign, draftCampaign } from '../../operations/save-campaign.js'
import { formWith, freshForm, type FormState } from '../../views/components/fields.js'
import { stepPage } from '../../views/campaigns/step.js'
import { paths } from '../../views/paths.js'
import { readFields, readForm, type Typed } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { BasisForm, campaignForms, GoForm } from './form.js'

export const planRoutes: Route[] = [
  {
    method: 'get',
    path: '/campaigns/new',
    access: 'planCampaigns',
    handle: visit => showStep(visit, { part: 'basis' }),
  },
  { method: 'post', path: '/campaigns/new', access: 'planCampaigns', handle: begin },
  { method: 'get', path: '/campaigns/:id/plan/:part', access: 'planCampaigns', handle: showPart },
  { method: 'post', path: '/campaigns/:id/plan/:part', access: 'planCampaigns', handle: savePart },
]

interface Step {
  part: CampaignPart
  campaign?: Campaign
}

async function showPart(visit: StaffVisit): Promise<void> {
  const step = await stepOf(visit)
  mustAllow(mayEdit(step.campaign, visit.app.clock.today()))
  await showStep(visit, step)
}

/** Shows what was refused, else what the person typed before and did not save, else the plan as it is. */
async function showStep(visit: StaffVisit, { part, campaign }: Step, refused?: FormState): Promise<void> {
  const { store, clock } = visit.app
  const today = clock.today()
  const [districts, streams, messages, draft, drafts] = await Promise.all([
    store.districts.listOn(campaign?.firstDay ?? today),
    store.streams.list(),
    store.messages.list(),
    store.formDrafts.find(visit.user.id, draftName(part, campaign)),
    campaign ? store.formDrafts.listForms(visit.user.id, `campaign ${campaign.id} `) : [],
  ])
  const shown = refused ? undefined : draft
  const page = stepPage(visit.words, visit.formats, {
    campaign,
    part,
    choices: { districts, streams, messages, today },
    state: refused ?? (draft ? formWith(draft.typed) : freshForm),
    draft: shown && {
      savedAt: shown.savedAt,
      isOutdated: campaign !== undefined && shown.typed['version'] !== String(campaign.version),
    },
    unsaved: drafts.map(form => form.split(' ')[2]!),
  })
  show(visit, 'campaigns/step', page, refused ? 422 : 200)
}

async function begin(visit: StaffVisit): Promise<void> {
  const { go, typed } = pressed(visit)
  const form = draftName('basis')
  if (await onlyKept(visit, { go, form, typed, back: paths.newCampaign })) return
  const read = readFields(typed, BasisForm)
  if (!read.ok) return showStep(visit, { part: 'basis' }, read)
  const blank = { budgetRupiah: 0, districtCodes: [], streamIds: [], messageIds: [] }
  const campaign = await orRefuse(
    read.typed,
    () => draftCampaign(visit.app, visit.actor, { ...blank, ...read.value }),
    state => showStep(visit, { part: 'basis' }, state),
  )
  if (!campaign) return
  await dropDraft(visit.app, visit.actor, form)
  redirect(visit, paths.campaignPart(campaign.id, 'audience'), visit.words.campaigns.saved)
}

async function savePart(visit: StaffVisit): Promise<void> {
  const step = await stepOf(visit)
  const { part, campaign } = step
  const { go, version, typed } = pressed(visit)
  const form = draftName(part, campaign)
  const stored = { ...typed, version: String(version ?? campaign.version) }
  if (await onlyKept(visit, { go, form, typed: stored, back: paths.campaignPart(campaign.id, part) })) return
  const { schema, change } = campaignForms[part]
  const read = readFields(typed, schema)
  const leave = async (state: FormState) => {
    if (go === 'next') return showStep(visit, step, state)
    await keepDraft(visit.app, visit.actor, form, stored)
    redirect(visit, placeAfter(campaign, part, go), visit.words.campaignPlan.leftWithProblems)
  }
  if (!read.ok) return leave(read)
  const plan = { ...change(read.value as never), version: version ?? 0 }
  const done = await orRefuse(
    read.typed,
    () => saveOrKeep(visit, { campaign, plan, form, typed: stored }),
    leave,
  )
  if (!done) return
  await dropDraft(visit.app, visit.actor, form)
  redirect(visit, placeAfter(campaign, part, go), visit.words.campaigns.saved)
}

/** Somebody else was quicker: what was typed is not saved over theirs, and not lost either. */
async function saveOrKeep(
  { app, actor }: StaffVisit,
  given: { campaign: Campaign; plan: { version: number }; form: string; typed: Typed },
): Promise<true> {
  try {
    await changeCampaign(app, actor, given.campaign.id, given.plan)
  } catch (error) {
    if (error instanceof Conflict) await keepDraft(app, actor, given.form, given.typed)
    throw error
  }
  return true
}

async function onlyKept(
  visit: StaffVisit,
  { go, form, typed, back }: { go: string; form: string; typed: Typed; back: string },
): Promise<boolean> {
  if (go === 'keep') {
    await keepDraft(visit.app, visit.actor, form, typed)
    visit.res.status(204).end()
  } else if (go === 'discard') {
    await dropDraft(visit.app, visit.actor, form)
    redirect(visit, back)
  }
  return go === 'keep' || go === 'discard'
}

/** The part after this one, or the one whose button was pressed; after the last, the plan as a whole. */
function placeAfter(campaign: Campaign, part: CampaignPart, go: string): string {
  const target = go === 'next' ? (campaignParts[campaignParts.indexOf(part) + 1] ?? 'review') : go
  return target === 'review' ? paths.campaign(campaign.id) : paths.campaignPart(campaign.id, target)
}

function pressed(visit: StaffVisit): { go: string; version: number | undefined; typed: Typed } {
  const form = readForm(visit, GoForm)
  const { go: _, version: __, ...typed } = form.typed
  return form.ok
    ? { go: form.value.go, version: form.value.version, typed }
    : { go: 'next', version: undefined, typed }
}

function draftName(part: CampaignPart, campaign?: Campaign): string {
  return `campaign ${campaign?.id ?? 'new'} ${part}`
}

async function stepOf(visit: StaffVisit): Promise<Required<Step>> {
  const campaign = found(await visit.app.store.campaigns.find(param(visit, 'id')), 'campaign')
  const part = campaignParts.find(known => known === param(visit, 'part'))
  if (!part) throw new NotFound('part')
  return { part, campaign }
}
