import type { Campaign } from '../../domain/campaign.js'
import type { District } from '../../domain/district.js'
import type { Material } from '../../domain/material.js'
import type { BudgetUse } from '../../domain/campaign-budget.js'
import type { Message } from '../../domain/message.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { FactsModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Due } from '../../domain/material-deadline.js'
import { dueCell, materialTag } from '../materials/tag.js'
import type { LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'
import { budgetTable } from './budget.js'
import { campaignHead, campaignTrail, type CampaignHead } from './head.js'
import { messageText } from './message-text.js'
import type { CampaignsPage } from './list.js'
import type { StepPage } from './step.js'

export interface CampaignPage extends Page {
  head: CampaignHead
  /** Why it came back or ended, when it did. */
  remark: string
  objective: string
  facts: FactsModel
  budget: { title: string; table: TableModel; over: string }
  districts: { title: string; names: LinkTo[] }
  messages: { title: string; items: { title: string; claim: string; source: string }[] }
  materials: { title: string; table: TableModel; add: LinkTo | null }
  orders: { title: string; table: TableModel; add: LinkTo | null }
  steps: CampaignSteps
}

/** What the reader may do next with the campaign. */
export interface CampaignSteps {
  decide: {
    title: string
    lede: string
    approve: LinkTo
    returnAction: string
    returnLabel: string
    reasonLabel: string
  } | null
  waiting: string
  /** Parts of the plan that have to be filled in before it can be submitted. */
  missing: { title: string; lede: string; parts: LinkTo[] } | null
  copy: LinkTo | null
  submit: LinkTo | null
  edit: LinkTo | null
  cancel: LinkTo | null
  close: LinkTo | null
}

export interface CampaignViews {
  'campaigns/list': CampaignsPage
  'campaigns/show': CampaignPage
  'campaigns/head': CampaignHead
  'campaigns/step': StepPage
}

export interface CampaignDetails {
  campaign: Campaign
  today: Day
  ownerName: string
  streamNames: string[]
  districts: District[]
  messages: Message[]
  materials: Material[]
  due: ReadonlyMap<string, Due>
  orders: TableModel
  budget: BudgetUse
  copiedFrom: Campaign | undefined
  steps: CampaignSteps
  addMaterial: boolean
  addOrder: boolean
}

export function campaignPage(words: Words, formats: Formats, details: CampaignDetails): CampaignPage {
  const t = words.campaigns
  const { campaign } = details
  return {
    title: campaign.name,
    trail: campaignTrail(words),
    head: campaignHead(words, formats, { campaign, today: details.today, face: 'plan' }),
    remark: remarkOf(words, campaign),
    objective: campaign.objective,
    facts: campaignFacts(words, formats, details),
    budget: budgetPart(words, formats, details.budget),
    districts: {
      title: t.districts,
      names: details.districts.map(district => ({
        label: district.shortName,
        href: paths.district(district.code),
      })),
    },
    messages: { title: t.messages, items: details.messages.map(message => messageText(formats, message)) },
    materials: {
      title: t.materialsTitle,
      table: materialTable(words, formats, details),
      add: details.addMaterial ? { label: t.materialAdd, href: paths.newMaterial(campaign.id) } : null,
    },
    orders: {
      title: t.ordersTitle,
      table: details.orders,
      add: details.addOrder ? { label: t.orderAdd, href: paths.newOrder(campaign.id) } : null,
    },
    steps: details.steps,
  }
}

function remarkOf(words: Words, campaign: Campaign): string {
  if (campaign.cancelReason) return words.campaigns.cancelledBecause(campaign.cancelReason)
  return campaign.returnReason ? words.campaigns.returnedBecause(campaign.returnReason) : ''
}

function campaignFacts(
  words: Words,
  formats: Formats,
  { campaign, ...details }: CampaignDetails,
): FactsModel {
  const t = words.campaigns
  return {
    facts: [
      { label: t.period, value: formats.days(campaign.firstDay, campaign.lastDay) },
      { label: t.streams, value: formats.list(details.streamNames) },
      { label: t.owner, value: details.ownerName },
      ...(details.copiedFrom ? [origin(words, details.copiedFrom)] : []),
    ],
  }
}

function origin({ campaignPlan: t }: Words, { id, name }: Campaign): FactsModel['facts'][number] {
  return { label: t.copiedFrom, value: { label: name, href: paths.campaign(id) } }
}

function budgetPart(words: Words, formats: Formats, use: BudgetUse): CampaignPage['budget'] {
  const t = words.campaignPlan
  return {
    title: t.budgetTitle,
    table: budgetTable(words, formats, use),
    over: use.over > 0 ? t.budgetOver(formats.rupiah(use.over)) : '',
  }
}

function materialTable(
  words: Words,
  formats: Formats,
  { materials, due, today }: CampaignDetails,
): TableModel {
  const t = words.materials
  return table(
    words.campaigns.materialsTitle,
    [t.code, t.title, t.medium, numeric(t.seconds), t.due, words.common.state],
    materials.map(material => [
      material.code,
      { label: material.title, href: paths.material(material.id) },
      words.mediumNames[material.medium],
      material.seconds === null ? '–' : formats.number(material.seconds),
      dueCell(words, formats, { material, due: due.get(material.id), today }),
      { tag: materialTag(words, material) },
    ]),
    { empty: words.campaigns.materialsNone },
  )
}
