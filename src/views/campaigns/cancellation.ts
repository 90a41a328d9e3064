import type { Campaign } from '../../domain/campaign.js'
import type { Words } from '../../language/words.js'
import { formBuilder, type FormState } from '../components/fields.js'
import type { ConfirmPage } from '../components/registry.js'
import type { Formats } from '../formats.js'
import { paths } from '../paths.js'
import { campaignTrail } from './head.js'

export interface CampaignCancelling {
  campaign: Campaign
  /** Orders that end with it, their broadcasts that are withdrawn and those that stay, and the outlets that are told. */
  orders: number
  open: number
  settled: number
  told: string[]
}

export function campaignCancellationPage(
  words: Words,
  formats: Formats,
  { campaign, orders, open, settled, told }: CampaignCancelling,
  state: FormState,
): ConfirmPage {
  const t = words.campaigns
  const form = formBuilder(words, state)
  const ofOrders = [
    t.cancelOrders(formats.number(orders)),
    words.orderCancellation.willWithdraw(formats.number(open)),
    ...(settled > 0 ? [words.orderCancellation.willKeep(formats.number(settled))] : []),
    told.length > 0 ? t.cancelTells(formats.list(told)) : words.orderCancellation.nobodyToTell,
  ]
  return {
    title: t.cancelTitle,
    trail: campaignTrail(words, campaign),
    lede: campaign.name,
    consequences: orders > 0 ? ofOrders : [],
    fields: [form.input('reason', t.cancelReason, { kind: 'textarea', rows: 3 })],
    summary: form.summary,
    action: paths.campaignCancellation(campaign.id),
    hidden: [],
    button: t.cancel,
    tone: 'danger',
    back: { label: words.common.back, href: paths.campaign(campaign.id) },
  }
}
