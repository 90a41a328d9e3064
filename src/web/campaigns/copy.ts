import type { Campaign } from '../../domain/campaign.js'
import { Invalid } from '../../domain/errors.js'
import type { Day } from '../../domain/time.js'
import { addDays, daysBetween } from '../../domain/time.js'
import { copyCampaign } from '../../operations/copy-campaign.js'
import { copyPage } from '../../views/campaigns/copy.js'
import type { FormState } from '../../views/components/fields.js'
import { paths } from '../../views/paths.js'
import { readForm } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'
import { CopyForm } from './form.js'

export const copyRoutes: Route[] = [
  {
    method: 'get',
    path: '/campaigns/:id/copy',
    access: 'planCampaigns',
    handle: visit => showCopy(visit),
  },
  { method: 'post', path: '/campaigns/:id/copy', access: 'planCampaigns', handle: copy },
]

async function showCopy(visit: StaffVisit, state?: FormState): Promise<void> {
  const campaign = found(await visit.app.store.campaigns.find(param(visit, 'id')), 'campaign')
  const firstDay = state ? '' : nextStart(campaign, visit.app.clock.today())
  show(visit, 'forms/page', copyPage(visit.words, { campaign, firstDay }, state), state ? 422 : 200)
}

async function copy(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, CopyForm)
  if (!form.ok) return showCopy(visit, form)
  const campaign = found(await visit.app.store.campaigns.find(id), 'campaign')
  const done = await orRefuse(
    form.typed,
    async () => {
      const { name, orders } = form.value
      const days = daysToMove(campaign, form.value)
      return copyCampaign(visit.app, visit.actor, id, { name, days, withOrders: orders })
    },
    state => showCopy(visit, state),
  )
  if (!done) return
  const t = visit.words.campaignPlan
  const notice = done.leftOut.length > 0 ? t.copiedWithout(visit.formats.list(done.leftOut)) : t.copied
  redirect(visit, paths.campaign(done.campaign.id), notice)
}

/** Either a first day or a number of days: of two answers, none is dropped unseen. */
function daysToMove(
  campaign: Campaign,
  { firstDay, days }: { firstDay: Day | null; days: number | null },
): number {
  if ((firstDay === null) === (days === null)) throw new Invalid({ firstDay: { code: 'shift-or-day' } })
  return days ?? daysBetween(campaign.firstDay, firstDay!)
}

/** A whole number of weeks later, so that weekdays stay: after the original and not in the past. */
function nextStart(campaign: Campaign, today: Day): Day {
  const free = addDays(campaign.lastDay > today ? campaign.lastDay : today, 1)
  const weeks = Math.ceil(daysBetween(campaign.firstDay, free) / 7)
  return addDays(campaign.firstDay, Math.max(1, weeks) * 7)
}
