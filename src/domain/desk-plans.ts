/** What of plans waits for a person: claims to decide about, and districts that will hear nothing. */
import { may, mayApproveWorkOf } from './access.js'
import { campaignStatus, type Campaign } from './campaign.js'
import type { DeskFacts, Task, TaskKind } from './desk.js'
import { messageStatus, type Message } from './message.js'
import { addDays, type Day } from './time.js'

export function messageTasks({ reader, messages }: Pick<DeskFacts, 'reader' | 'messages'>): Task[] {
  return messages.flatMap((message): Task[] => {
    const kind = messageTask(reader, message)
    return kind ? [{ kind, subjectId: message.id, name: message.titleId, count: 0 }] : []
  })
}

function messageTask(reader: DeskFacts['reader'], message: Message): TaskKind | undefined {
  const isTheirs = !mayApproveWorkOf(message.authors, reader.id).ok
  const status = messageStatus(message)
  if (status === 'returned' && isTheirs) return 'message-returned'
  const decides = may(reader.role, 'approveMessages') && !isTheirs
  return status === 'proposed' && decides ? 'message-decide' : undefined
}

/** How far ahead a silent district is still worth an order. */
export const daysAhead = 7

/** Campaigns with target districts that nothing on air in the coming week reaches. */
export function silentTasks(facts: DeskFacts): Task[] {
  if (!may(facts.reader.role, 'planCampaigns')) return []
  return facts.campaigns.flatMap(campaign => {
    const districts = runsSoon(campaign, facts.today) ? silentOf(campaign, facts) : []
    const { id: subjectId, name } = campaign
    return districts.length > 0 ? [{ kind: 'district-silent', subjectId, name, count: 0, districts }] : []
  })
}

function runsSoon(campaign: Campaign, today: Day): boolean {
  const runs = ['approved', 'live'].includes(campaignStatus(campaign, today))
  return runs && campaign.firstDay <= addDays(today, daysAhead - 1)
}

function silentOf({ id, districtCodes }: Campaign, facts: DeskFacts): string[] {
  const { onAir, coverage, threshold } = facts
  const outlets = new Set(onAir.filter(({ campaignId }) => campaignId === id).map(it => it.outletId))
  const heard = new Set(
    coverage.filter(it => outlets.has(it.outletId) && it.share >= threshold).map(it => it.districtCode),
  )
  const silent = facts.districts.filter(({ code }) => districtCodes.includes(code) && !heard.has(code))
  return silent.map(({ shortName }) => shortName)
}
