import type { Campaign } from '../../domain/campaign.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import { choices, field, formPage, row, type FormPageModel } from '../forms/page.js'
import { paths } from '../paths.js'
import { campaignTrail } from './head.js'

export function copyPage(
  words: Words,
  { campaign, firstDay }: { campaign: Campaign; firstDay: Day },
  state: FormState = freshForm,
): FormPageModel {
  const t = words.campaignPlan
  const form = formBuilder(words, state)
  return formPage({
    title: t.copyTitle,
    lede: t.copyLead,
    trail: campaignTrail(words, campaign),
    summary: form.summary,
    action: paths.campaignCopy(campaign.id),
    parts: [
      field(form.input('name', t.copyName, { value: t.copyNameOf(campaign.name) })),
      row(
        form.input('firstDay', t.copyFirstDay, { kind: 'date', value: firstDay, optional: true }),
        form.input('days', t.copyDays, {
          optional: true,
          inputmode: 'numeric',
          hint: t.copyDaysHint,
          width: 'narrow',
        }),
      ),
      choices(form.checkboxes('orders', t.copyOrders, [['yes', t.copyOrdersYes]], { values: ['yes'] })),
    ],
    button: t.copy,
    cancel: { label: words.common.back, href: paths.campaign(campaign.id) },
  })
}
