/** One part of a plan: its fields, and beside them every part with what it lacks, each a button that saves on its way. */
import { campaignParts, missingParts, type Campaign, type CampaignPart } from '../../domain/campaign.js'
import type { Instant } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { formBuilder, type FormState, type SummaryModel } from '../components/fields.js'
import type { FormPart } from '../forms/page.js'
import type { Formats } from '../formats.js'
import type { Action, LinkTo, Page, Tag } from '../page.js'
import { paths } from '../paths.js'
import { campaignTrail } from './head.js'
import { partFields, type CampaignChoices } from './step-fields.js'

export interface StepPage extends Page {
  lede: string
  summary: SummaryModel
  action: string
  version: string
  /** What is shown is a draft of the reader's own; with the button that drops it. */
  draft: { text: string; discard: Action } | null
  partTitle: string
  partLede: string
  parts: FormPart[]
  button: string
  kept: string
  back: LinkTo
  stepsLabel: string
  steps: { part: string; label: string; current: boolean; tag: Tag }[]
}

export interface StepFacts {
  campaign: Campaign | undefined
  part: CampaignPart
  choices: CampaignChoices
  state: FormState
  draft: { savedAt: Instant; isOutdated: boolean } | undefined
  /** Parts in which the reader has typed what is not saved. */
  unsaved: readonly string[]
}

export function stepPage(words: Words, formats: Formats, facts: StepFacts): StepPage {
  const t = words.campaignPlan
  const { campaign, part } = facts
  const form = formBuilder(words, facts.state)
  const parts = partFields(words, formats, { part, campaign, form, choices: facts.choices })
  return {
    title: campaign?.name ?? t.newTitle,
    trail: campaignTrail(words, campaign),
    lede: t.lead,
    summary: form.summary,
    action: campaign ? paths.campaignPart(campaign.id, part) : paths.newCampaign,
    version: campaign ? String(campaign.version) : '',
    draft: facts.draft ? draftNotice(words, formats, facts, facts.draft) : null,
    partTitle: t.parts[part],
    partLede: part === 'budget' ? t.budgetLead : '',
    parts,
    button: t.next,
    kept: t.kept,
    back: {
      label: words.common.back,
      href: campaign ? paths.campaign(campaign.id) : paths.campaigns,
    },
    stepsLabel: t.stepsLabel,
    steps: campaign ? stepsOf(words, campaign, facts) : [],
  }
}

function draftNotice(
  words: Words,
  formats: Formats,
  { campaign, part }: StepFacts,
  { savedAt, isOutdated }: { savedAt: Instant; isOutdated: boolean },
): StepPage['draft'] {
  const t = words.campaignPlan
  const shown = t.draftShown(formats.instant(savedAt))
  return {
    text: isOutdated ? `${shown} ${t.draftOutdated}` : shown,
    discard: {
      action: campaign ? paths.campaignPart(campaign.id, part) : paths.newCampaign,
      label: t.discard,
      tone: 'plain',
      hidden: [['go', 'discard']],
    },
  }
}

function stepsOf(words: Words, campaign: Campaign, { part, unsaved }: StepFacts): StepPage['steps'] {
  const t = words.campaignPlan
  const missing = missingParts(campaign)
  const tag = (of: CampaignPart): Tag => {
    if (unsaved.includes(of)) return { label: t.states.unsaved, tone: 'info' }
    return missing.includes(of)
      ? { label: t.states.missing, tone: 'wait' }
      : { label: t.states.complete, tone: 'good' }
  }
  const review: Tag =
    missing.length === 0
      ? { label: t.states.complete, tone: 'good' }
      : { label: t.states.missing, tone: 'wait' }
  return [
    ...campaignParts.map(of => ({ part: of, label: t.parts[of], current: of === part, tag: tag(of) })),
    { part: 'review', label: t.review, current: false, tag: review },
  ]
}
