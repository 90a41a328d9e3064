import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import type { Campaign } from '../domain/campaign.js'
import { mayEdit } from '../domain/campaign.js'
import { existsOn } from '../domain/district.js'
import { Invalid, mustAllow, NotFound } from '../domain/errors.js'
import type { Message } from '../domain/message.js'
import type { Problem } from '../domain/problem.js'
import { record } from './record.js'

export type CampaignPlan = Pick<
  Campaign,
  | 'name'
  | 'objective'
  | 'firstDay'
  | 'lastDay'
  | 'budgetRupiah'
  | 'districtCodes'
  | 'streamIds'
  | 'messageIds'
> &
  Partial<Pick<Campaign, 'budgetNegotiatedRupiah' | 'budgetFreeRupiah' | 'copiedFrom'>>

export async function draftCampaign(app: App, actor: UserActor, plan: CampaignPlan): Promise<Campaign> {
  return app.store.write(async store => {
    await checkPlan(store, plan)
    const year = plan.firstDay.slice(0, 4)
    const number = (await store.campaigns.countOfYear(year)) + 1
    const campaign: Campaign = {
      id: app.newId(),
      code: `K-${year}-${String(number).padStart(2, '0')}`,
      budgetNegotiatedRupiah: null,
      budgetFreeRupiah: null,
      copiedFrom: null,
      ...plan,
      ownerId: actor.id,
      authors: [actor.id],
      createdAt: app.clock.now(),
      ...undecided,
      version: 1,
    }
    await store.campaigns.insert(campaign)
    await record(app, store, actor, {
      action: 'campaign-drafted',
      subject: ['campaign', campaign.id],
      after: { ...plan },
    })
    return campaign
  })
}

export async function changeCampaign(
  app: App,
  actor: UserActor,
  id: string,
  change: Partial<CampaignPlan> & { version: number },
): Promise<void> {
  await app.store.write(async store => {
    const campaign = await store.campaigns.find(id)
    if (!campaign) throw new NotFound('campaign')
    mustAllow(mayEdit(campaign, app.clock.today()))
    const { version, ...plan } = change
    await checkPlan(store, { ...planOf(campaign), ...plan })
    const authors = [...new Set([...campaign.authors, actor.id])]
    await store.campaigns.update({ id, version }, { ...plan, authors })
    await record(app, store, actor, {
      action: 'campaign-changed',
      subject: ['campaign', id],
      before: partOf(planOf(campaign), plan),
      after: { ...plan },
    })
  })
}

const undecided = {
  submittedAt: null,
  submittedBy: null,
  returnedAt: null,
  returnedBy: null,
  returnReason: null,
  approvedAt: null,
  approvedBy: null,
  closedAt: null,
  closedBy: null,
  cancelledAt: null,
  cancelledBy: null,
  cancelReason: null,
}

/** Whether the parts fit each other and what there is; what is still missing is asked for when it is submitted. */
async function checkPlan(store: Store, plan: CampaignPlan): Promise<void> {
  const problems: Record<string, Problem> = {}
  if (plan.lastDay < plan.firstDay) problems['lastDay'] = { code: 'days-reversed' }
  const districts = await store.districts.list()
  const chosen = districts.filter(({ code }) => plan.districtCodes.includes(code))
  const gone = chosen.filter(district => !existsOn(district, plan.firstDay))
  if (gone.length > 0) {
    const names = gone.map(district => district.shortName).join(', ')
    problems['firstDay'] = { code: 'district-not-then', values: { names } }
  }
  const known = {
    districtCodes: districts.map(district => district.code),
    streamIds: (await store.streams.list()).map(stream => stream.id),
    messageIds: (await store.messages.list()).filter(isOffered).map(message => message.id),
  }
  for (const field of ['districtCodes', 'streamIds', 'messageIds'] as const) {
    if (plan[field].some(id => !known[field].includes(id))) problems[field] = { code: 'not-a-choice' }
  }
  if ((plan.budgetNegotiatedRupiah ?? 0) > plan.budgetRupiah) {
    problems['budgetNegotiatedRupiah'] = { code: 'too-large', values: { most: plan.budgetRupiah } }
  }
  if (Object.keys(problems).length > 0) throw new Invalid(problems)
}

/** One that was in force once: whether it still is, is asked when the campaign is submitted. */
function isOffered(message: Message): boolean {
  return message.approvedAt !== null
}

function planOf(campaign: Campaign): CampaignPlan {
  const { name, objective, firstDay, lastDay, districtCodes, streamIds, messageIds } = campaign
  const { budgetRupiah, budgetNegotiatedRupiah, budgetFreeRupiah } = campaign
  const budget = { budgetRupiah, budgetNegotiatedRupiah, budgetFreeRupiah }
  return { name, objective, firstDay, lastDay, districtCodes, streamIds, messageIds, ...budget }
}

/** Of what was, only what changes. */
function partOf(before: CampaignPlan, change: Partial<CampaignPlan>): Partial<CampaignPlan> {
  return Object.fromEntries(Object.entries(before).filter(([key]) => key in change))
}
