/** Campaigns whose verdict says something about themselves, with what they were mostly made of. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { mostly, type ComparedCampaign } from '../../domain/comparison.js'
import { isVerified } from '../../domain/exposure.js'
import { groupBy } from '../../domain/group.js'
import type { StaffVisit } from '../visit.js'
import { verdictIn } from '../results/facts.js'

export interface JudgedCampaign extends ComparedCampaign {
  districts: string[]
}

export async function judgedCampaigns(visit: StaffVisit): Promise<JudgedCampaign[]> {
  const { store } = visit.app
  const [analyses, campaigns, streams, messages] = await Promise.all([
    store.analyses.current('verdict'),
    store.campaigns.list(),
    store.streams.list(),
    store.messages.list(),
  ])
  const self = new Set(streams.filter(({ kind }) => kind === 'self').map(({ id }) => id))
  const told = analyses.flatMap(analysis => {
    const campaign = campaigns.find(({ id }) => id === analysis.campaignId)
    if (!campaign || !self.has(analysis.streamId ?? '')) return []
    const { kind, estimate, joint, exposed } = verdictIn(analysis)
    const lift = joint ? joint.own?.lift : estimate?.lift
    return lift && kind !== 'confounded' ? [{ campaign, lift, exposed }] : []
  })
  const ids = told.map(({ campaign }) => campaign.id)
  const runs = groupBy(await verifiedRuns(visit, ids), ({ campaignId }) => campaignId)
  const titleOf = (id: string) => {
    const message = messages.find(each => each.id === id)
    return message && (visit.language === 'id' ? message.titleId : message.titleEn)
  }
  return told.map(({ campaign, lift, exposed }) => {
    const own = runs.get(campaign.id) ?? []
    const message = campaign.messageIds.length === 1 ? titleOf(campaign.messageIds[0]!) : undefined
    const labels = {
      message,
      medium: mostly(own.map(({ medium }) => visit.words.mediumNames[medium])),
      outlet: mostly(own.map(({ outletName }) => outletName)),
      daypart: mostly(own.map(run => visit.words.answers.dayparts[daypartOf(run)])),
    }
    return { name: campaign.name, lift, verifiedRuns: own.length, labels: known(labels), districts: exposed }
  })
}

async function verifiedRuns({ app }: StaffVisit, campaignIds: readonly string[]): Promise<BroadcastState[]> {
  const lists = await Promise.all(
    campaignIds.map(campaignId => app.store.broadcasts.listStates({ campaignId })),
  )
  return lists.flat().filter(isVerified)
}

function daypartOf({ actualMinute, fromMinute }: BroadcastState) {
  const minute = (actualMinute ?? fromMinute) % 1440
  if (minute >= 300 && minute < 600) return 'morning'
  if (minute >= 600 && minute < 900) return 'midday'
  return minute >= 900 && minute < 1200 ? 'evening' : 'night'
}

function known(labels: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
