/** What an outlet allows when it makes good a miss. */
import type { MakegoodPolicy } from '../../domain/makegood-proposal.js'
import type { Outlet } from '../../domain/outlet.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import { formPage, row, type FormPageModel } from '../forms/page.js'
import type { Formats } from '../formats.js'
import { outletTrail } from '../outlets/trail.js'
import { paths } from '../paths.js'

export function policyPage(
  words: Words,
  { outlet, policy }: { outlet: Outlet; policy: MakegoodPolicy },
  state: FormState = freshForm,
): FormPageModel {
  const t = words.makegoods
  const form = formBuilder(words, state)
  const options = { inputmode: 'numeric', width: 'narrow', optional: true } as const
  return formPage({
    title: t.policy,
    lede: t.policyLead,
    trail: outletTrail(words, outlet),
    summary: form.summary,
    action: paths.outletPolicy(outlet.id),
    parts: [
      row(
        form.input('days', t.policyDays, {
          ...options,
          value: policy.days === null ? '' : String(policy.days),
        }),
        form.input('runsPerDay', t.policyRuns, {
          ...options,
          value: policy.runsPerDay === null ? '' : String(policy.runsPerDay),
        }),
      ),
    ],
    button: words.common.save,
    cancel: { label: words.common.back, href: paths.outlet(outlet.id) },
  })
}

/** "dalam 14 hari, paling banyak 3 siaran sehari" */
export function policyText(
  { makegoods: t }: Words,
  formats: Formats,
  { days, runsPerDay }: MakegoodPolicy,
): string {
  const rules = [
    days === null ? '' : t.policyDaysIs(formats.number(days)),
    runsPerDay === null ? '' : t.policyRunsIs(formats.number(runsPerDay)),
  ]
  return rules.filter(Boolean).join(', ') || t.policyNone
}
