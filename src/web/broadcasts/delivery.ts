import { evidenceGrades, type EvidenceGrade } from '../../domain/confirmation.js'
import type { DeliveryChoice, RuleChoice } from '../../domain/delivery-choice.js'
import { deliveryColumns } from '../../domain/delivery.js'
import { sentVersion } from '../../domain/media-order.js'
import { media } from '../../domain/outlet.js'
import { toleranceRules } from '../../domain/run-difference.js'
import { deliveryPage } from '../../views/broadcasts/delivery.js'
import { show } from '../respond.js'
import type { StaffVisit } from '../visit.js'
import { found, param, query } from '../visit.js'

export async function showDelivery(visit: StaffVisit): Promise<void> {
  const { store, clock } = visit.app
  const campaign = found(await store.campaigns.find(param(visit, 'id')), 'campaign')
  const [broadcasts, orders] = await Promise.all([
    store.broadcasts.listStates({ campaignId: campaign.id }),
    store.mediaOrders.list({ campaignId: campaign.id }),
  ])
  const acceptedOrders = new Set(
    orders.filter(order => sentVersion(order)?.acceptedAt).map(order => order.id),
  )
  const page = /^\d{1,6}$/.test(query(visit, 'page')) ? Math.max(1, Number(query(visit, 'page'))) : 1
  const facts = { campaign, broadcasts, acceptedOrders, today: clock.today(), choice: choiceIn(visit), page }
  show(visit, 'broadcasts/delivery', deliveryPage(visit.words, visit.formats, facts))
}

/** What the address asks for; what it misspells is asked for by nobody. */
function choiceIn(visit: StaffVisit): DeliveryChoice {
  const grades: readonly (EvidenceGrade | 'unverified')[] = [...evidenceGrades, 'unverified']
  return {
    state: deliveryColumns.find(state => state === query(visit, 'state')) ?? null,
    outletId: query(visit, 'outlet') || null,
    rule: ruleIn(query(visit, 'rule')),
    grade: grades.find(grade => grade === query(visit, 'grade')) ?? null,
  }
}

function ruleIn(text: string): RuleChoice | null {
  const [first, second, third] = text.split('.')
  const medium = media.find(name => name === first)
  const rule = toleranceRules.find(name => name === second)
  const fit = (['within', 'beyond'] as const).find(name => name === third)
  return medium && rule && fit ? { medium, rule, fit } : null
}
