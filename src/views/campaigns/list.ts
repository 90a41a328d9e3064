import type { Campaign } from '../../domain/campaign.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'
import { campaignTag } from './head.js'

export interface CampaignsPage extends Page {
  lede: string
  add: LinkTo | null
  table: TableModel
}

export function campaignsPage(
  words: Words,
  formats: Formats,
  list: {
    campaigns: Campaign[]
    ordered: Map<string, number>
    owners: Map<string, string>
    today: Day
    mayPlan: boolean
  },
): CampaignsPage {
  const t = words.campaigns
  return {
    title: t.title,
    trail: [],
    lede: t.lead,
    add: list.mayPlan ? { label: t.add, href: paths.newCampaign } : null,
    table: table(
      t.title,
      [t.name, t.period, t.districts, numeric(t.budgetFact), numeric(t.ordered), t.owner, words.common.state],
      list.campaigns.map(campaign => [
        { label: campaign.name, href: paths.campaign(campaign.id) },
        formats.days(campaign.firstDay, campaign.lastDay),
        t.districtCount(formats.number(campaign.districtCodes.length)),
        formats.rupiah(campaign.budgetRupiah),
        formats.rupiah(list.ordered.get(campaign.id) ?? 0),
        list.owners.get(campaign.ownerId) ?? '–',
        { tag: campaignTag(words, campaign, list.today) },
      ]),
      { empty: t.empty },
    ),
  }
}
