/** The campaigns of the season: what they want, whom they ask for leave, and how they end. */
import type { UserActor } from '../../../src/domain/actor.js'
import { isMiss, missStatus } from '../../../src/domain/makegood.js'
import { creditMiss, waiveMiss } from '../../../src/operations/remedy-miss.js'
import {
  approveCampaign,
  cancelCampaign,
  closeCampaign,
  returnCampaign,
  submitCampaign,
} from '../../../src/operations/decide-campaign.js'
import { changeCampaign, draftCampaign, type CampaignPlan } from '../../../src/operations/save-campaign.js'
import { person, type PersonKey } from './people.js'
import { at } from './season.js'
import { workdaysAfter, type Story } from './story.js'
import { listOf, readTable, type Row } from './tables.js'

type CampaignRow = Row<
  | 'key'
  | 'name'
  | 'objective'
  | 'first'
  | 'last'
  | 'budget'
  | 'districts'
  | 'streams'
  | 'messages'
  | 'by'
  | 'approver'
  | 'drafted'
  | 'returned'
  | 'ends'
  | 'ended_on'
>

export function planCampaigns(story: Story): void {
  for (const row of readTable<keyof CampaignRow>(story.app.config.root, 'campaigns')) planCampaign(story, row)
}

function planCampaign(story: Story, row: CampaignRow): void {
  const { key, drafted } = row
  const planner = () => person(story, row.by as PersonKey)
  const approver = () => person(story, row.approver as PersonKey)
  const id = () => story.campaigns.get(key)!.id
  const day = (count: number) => workdaysAfter(story, drafted, count)
  story.at(at(drafted, '10.20'), async () => {
    story.campaigns.set(key, await draftCampaign(story.app, planner(), planOf(row)))
  })
  story.at(at(day(1), '09.05'), () => submitCampaign(story.app, planner(), id()))
  if (row.ends === 'submitted') return
  if (row.returned) {
    story.at(at(day(2), '11.15'), () => returnCampaign(story.app, approver(), id(), row.returned))
    story.at(at(day(3), '09.40'), () => improve(story, row))
    story.at(at(day(3), '09.50'), () => submitCampaign(story.app, planner(), id()))
  }
  const approved = day(row.returned ? 4 : 2)
  story.at(at(approved, '10.30'), () => approveCampaign(story.app, approver(), id()))
  if (row.ends === 'closed') {
    story.at(at(row.ended_on, '14.20'), () => settleMisses(story, approver(), id()))
    story.at(at(row.ended_on, '15.00'), () => closeCampaign(story.app, approver(), id()))
  }
  if (row.ends.startsWith('cancelled'))
    story.at(at(row.ended_on, '14.10'), () =>
      cancelCampaign(story.app, approver(), id(), row.ends.slice('cancelled: '.length)),
    )
}

/** What was asked for when the plan came back stands at the end of its objective. */
async function improve(story: Story, row: CampaignRow): Promise<void> {
  const { id, version } = (await story.app.store.campaigns.find(story.campaigns.get(row.key)!.id))!
  const objective = `${row.objective} Naskah menyebut syarat kepesertaan dengan jelas.`
  await changeCampaign(story.app, person(story, row.by as PersonKey), id, {
    ...planOf(row),
    objective,
    version,
  })
}

function planOf(row: CampaignRow): CampaignPlan {
  return {
    name: row.name,
    objective: row.objective,
    firstDay: row.first,
    lastDay: row.last,
    budgetRupiah: Number(row.budget),
    districtCodes: listOf(row.districts),
    streamIds: listOf(row.streams),
    messageIds: listOf(row.messages),
  }
}

/** What is left when a campaign ends: paid runs that were missed are credited, free ones waived. */
async function settleMisses({ app }: Story, actor: UserActor, campaignId: string): Promise<void> {
  const missed = (await app.store.broadcasts.listStates({ campaignId })).filter(isMiss)
  const attempts = await app.store.makegoods.listOfMisses(missed.map(({ id }) => id))
  const open = missed.filter(miss => missStatus(attempts.get(miss.id) ?? [], app.clock.now()) === 'open')
  for (const { id, rupiah, priceKind } of open)
    await (priceKind === 'free' || rupiah === 0
      ? waiveMiss(app, actor, id, 'Masa kampanye sudah berakhir.')
      : creditMiss(app, actor, id, rupiah))
}
