import type { Campaign } from '../../domain/campaign.js'
import type { Outlet } from '../../domain/outlet.js'
import type { Words } from '../../language/words.js'
import { campaignTrail } from '../campaigns/head.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import { field, formPage, type FormPageModel } from '../forms/page.js'
import { paths } from '../paths.js'

export function newOrderPage(
  words: Words,
  given: { campaign: Campaign; outlets: Outlet[] },
  state: FormState = freshForm,
): FormPageModel {
  const t = words.orders
  const form = formBuilder(words, state)
  const options = given.outlets.map(
    outlet =>
      [outlet.id, t.outletOption(outlet.name, words.mediumNames[outlet.medium], outlet.city)] as const,
  )
  return formPage({
    title: t.newTitle,
    lede: given.outlets.length > 0 ? t.newLead : t.noOutlets,
    trail: campaignTrail(words, given.campaign),
    summary: form.summary,
    action: paths.newOrder(given.campaign.id),
    parts: [field(form.select('outletId', t.outlet, options))],
    button: t.create,
    cancel: { label: words.common.back, href: paths.campaign(given.campaign.id) },
  })
}
