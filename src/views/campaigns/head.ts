/** The head every page of one campaign shares: what it is called, where it stands, its three faces. */
import { campaignStatus, type Campaign, type CampaignStatus } from '../../domain/campaign.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import type { Crumb, LinkTo, Tag } from '../page.js'
import { paths } from '../paths.js'

export interface CampaignHead {
  title: string
  code: string
  status: Tag
  period: string
  tabsLabel: string
  tabs: (LinkTo & { current: boolean })[]
}

const tones: Record<CampaignStatus, Tag['tone']> = {
  draft: 'plain',
  returned: 'bad',
  submitted: 'wait',
  approved: 'info',
  live: 'good',
  ended: 'info',
  closed: 'plain',
  cancelled: 'bad',
}

export function campaignTag(words: Words, campaign: Campaign, today: Day): Tag {
  const status = campaignStatus(campaign, today)
  return { label: words.campaigns.statusNames[status], tone: tones[status] }
}

export function campaignHead(
  words: Words,
  formats: Formats,
  {
    campaign,
    today,
    face,
  }: { campaign: Campaign; today: Day; face: 'plan' | 'measurability' | 'delivery' | 'result' },
): CampaignHead {
  const t = words.campaigns
  return {
    title: campaign.name,
    code: campaign.code,
    status: campaignTag(words, campaign, today),
    period: formats.days(campaign.firstDay, campaign.lastDay),
    tabsLabel: campaign.name,
    tabs: [
      { label: t.overview, href: paths.campaign(campaign.id), current: face === 'plan' },
      {
        label: words.measurability.title,
        href: paths.campaignMeasurability(campaign.id),
        current: face === 'measurability',
      },
      { label: t.delivery, href: paths.campaignDelivery(campaign.id), current: face === 'delivery' },
      { label: t.result, href: paths.campaignResult(campaign.id), current: face === 'result' },
    ],
  }
}

export function campaignTrail(words: Words, campaign?: Campaign): Crumb[] {
  const all = { label: words.campaigns.title, href: paths.campaigns }
  return campaign ? [all, { label: campaign.name, href: paths.campaign(campaign.id) }] : [all]
}
