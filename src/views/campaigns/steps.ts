import { mayApproveWorkOf, may, type Role } from '../../domain/access.js'
import { campaignStatus, type Campaign } from '../../domain/campaign.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { paths } from '../paths.js'
import type { CampaignSteps } from './pages.js'

export function campaignSteps(
  words: Words,
  campaign: Campaign,
  reader: { id: string; role: Role; today: Day },
): CampaignSteps {
  const t = words.campaigns
  const status = campaignStatus(campaign, reader.today)
  const plans = may(reader.role, 'planCampaigns')
  const open = status === 'draft' || status === 'returned'
  const decides = status === 'submitted' && may(reader.role, 'approveCampaigns')
  const own = !mayApproveWorkOf([...campaign.authors, campaign.submittedBy ?? ''], reader.id).ok
  return {
    decide: decides && !own ? decision(words, campaign) : null,
    waiting: status === 'submitted' && own ? t.ownWork : '',
    submit: plans && open ? { label: t.submit, href: paths.campaignSubmission(campaign.id) } : null,
    edit: plans && open ? { label: words.common.edit, href: paths.campaignEdit(campaign.id) } : null,
    cancel:
      plans && !['ended', 'closed', 'cancelled'].includes(status)
        ? { label: t.cancel, href: paths.campaignCancellation(campaign.id) }
        : null,
    close: plans && status === 'ended' ? { label: t.close, href: paths.campaignClosure(campaign.id) } : null,
  }
}

function decision(words: Words, campaign: Campaign): CampaignSteps['decide'] {
  const t = words.campaigns
  return {
    title: t.decideTitle,
    lede: t.decideLead,
    approve: { label: t.approve, href: paths.campaignApproval(campaign.id) },
    returnAction: paths.campaignReturn(campaign.id),
    returnLabel: t.returnIt,
    reasonLabel: t.returnReason,
  }
}
