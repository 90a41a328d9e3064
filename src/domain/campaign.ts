import { mayApproveWorkOf } from './access.js'
import type { Decision } from './problem.js'
import { refused } from './problem.js'
import type { Day, Instant } from './time.js'

/** One public-awareness effort: what it says, to which streams, in which districts, when and for how much. */
export interface Campaign {
  id: string
  code: string
  name: string
  objective: string
  firstDay: Day
  lastDay: Day
  /** What may be spent. */
  budgetRupiah: number
  /** The part of it that is for negotiated prices; null where the plan does not divide it. */
  budgetNegotiatedRupiah: number | null
  /** The value of free airtime that is hoped for: never part of spending. */
  budgetFreeRupiah: number | null
  ownerId: string
  authors: string[]
  districtCodes: string[]
  streamIds: string[]
  messageIds: string[]
  /** The campaign it was copied from. */
  copiedFrom: string | null
  createdAt: Instant
  submittedAt: Instant | null
  submittedBy: string | null
  returnedAt: Instant | null
  returnedBy: string | null
  returnReason: string | null
  approvedAt: Instant | null
  approvedBy: string | null
  closedAt: Instant | null
  closedBy: string | null
  cancelledAt: Instant | null
  cancelledBy: string | null
  cancelReason: string | null
  version: number
}

export type CampaignStatus =
  'draft' | 'returned' | 'submitted' | 'approved' | 'live' | 'ended' | 'closed' | 'cancelled'

export function campaignStatus(campaign: Campaign, today: Day): CampaignStatus {
  if (campaign.cancelledAt) return 'cancelled'
  if (campaign.closedAt) return 'closed'
  if (campaign.approvedAt) return runStatus(campaign, today)
  if (campaign.submittedAt) return 'submitted'
  return campaign.returnedAt ? 'returned' : 'draft'
}

function runStatus(campaign: Campaign, today: Day): CampaignStatus {
  if (today < campaign.firstDay) return 'approved'
  return today <= campaign.lastDay ? 'live' : 'ended'
}

const unapproved: readonly CampaignStatus[] = ['draft', 'returned']
const running: readonly CampaignStatus[] = ['approved', 'live', 'ended']

export function mayEdit(campaign: Campaign, today: Day): Decision {
  return inState(campaign, today, unapproved)
}

export function maySubmit(campaign: Campaign, today: Day): Decision {
  const state = inState(campaign, today, unapproved)
  if (!state.ok) return state
  return missingParts(campaign).length === 0 ? state : refused('campaign-incomplete')
}

/** A plan is written in parts, in any order, over as many sittings as it takes. */
export const campaignParts = ['basis', 'audience', 'messages', 'budget'] as const
export type CampaignPart = (typeof campaignParts)[number]

/** What a campaign still lacks before somebody can decide about it. */
export function missingParts(campaign: Campaign): CampaignPart[] {
  const { objective, districtCodes, streamIds, messageIds } = campaign
  const complete: Record<CampaignPart, boolean> = {
    basis: objective !== '',
    audience: districtCodes.length > 0 && streamIds.length > 0,
    messages: messageIds.length > 0,
    budget: campaign.budgetRupiah > 0 || (campaign.budgetFreeRupiah ?? 0) > 0,
  }
  return campaignParts.filter(part => !complete[part])
}

export function mayDecide(campaign: Campaign, today: Day, personId: string): Decision {
  const state = inState(campaign, today, ['submitted'])
  return state.ok ? mayApproveWorkOf([...campaign.authors, campaign.submittedBy ?? ''], personId) : state
}

export function mayOrder(campaign: Campaign, today: Day): Decision {
  const state = inState(campaign, today, running)
  return state.ok ? state : refused('campaign-not-approved')
}

export function mayClose(campaign: Campaign, today: Day): Decision {
  return inState(campaign, today, ['ended'])
}

export function mayCancel(campaign: Campaign, today: Day): Decision {
  return inState(campaign, today, [...unapproved, 'submitted', 'approved', 'live'])
}

function inState(campaign: Campaign, today: Day, states: readonly CampaignStatus[]): Decision {
  return states.includes(campaignStatus(campaign, today)) ? { ok: true } : refused('wrong-state')
}
