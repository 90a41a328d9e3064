import { mayApproveWorkOf, may, type Role } from '../../domain/access.js'
import { campaignStatus, missingParts, type Campaign } from '../../domain/campaign.js'
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
  const missing = missingParts(campaign)
  const decides = status === 'submitted' && may(reader.role, 'approveCampaigns')
  const own = !mayApproveWorkOf([...campaign.authors, campaign.submittedBy ?? ''], reader.id).ok
  return {
    decide: decides && !own ? decision(words, campaign) : null,
    waiting: status === 'submitted' && own ? t.ownWork : '',
    submit:
      plans && open && missing.length === 0
        ? { label: t.submit, href: paths.campaignSubmission(campaign.id) }
        : null,
    edit: plans && open ? { label: words.common.edit, href: paths.campaignPart(campaign.id, 'basis') } : null,
    missing: open && missing.length > 0 ? missingOf(words, campaign, { plans }) : null,
    copy: plans ? { label: words.campaignPlan.copy, href: paths.campaignCopy(campaign.id) } : null,
    cancel:
      plans && !['ended', 'closed', 'cancelled'].includes(status)
        ? { label: t.cancel, href: paths.campaignCancellation(campaign.id) }
        : null,
    close: plans && status === 'ended' ? { label: t.close, href: paths.campaignClosure(campaign.id) } : null,
  }
}

/** The parts that are not filled in; whoever may, goes straight to them. */
function missingOf(
  words: Words,
  campaign: Campaign,
  { plans }: { plans: boolean },
): CampaignSteps['missing'] {
  const t = words.campaignPlan
  const parts = missingParts(campaign).map(part => ({
    label: t.parts[part],
    href: plans ? paths.campaignPart(campaign.id, part) : '',
  }))
  return { title: t.missingTitle, lede: t.missingLead, parts }
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
