import { z } from 'zod'
import { saveMakegoodPolicy } from '../../operations/save-makegood-policy.js'
import type { FormState } from '../../views/components/fields.js'
import { policyPage } from '../../views/makegoods/policy.js'
import { paths } from '../../views/paths.js'
import { optionalWholeNumber } from '../form-fields.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { found, param } from '../visit.js'

export const policyRoutes: Route[] = [
  {
    method: 'get',
    path: '/outlets/:id/makegood-policy',
    access: 'keepOutlets',
    handle: visit => showPolicy(visit),
  },
  { method: 'post', path: '/outlets/:id/makegood-policy', access: 'keepOutlets', handle: save },
]

const PolicyForm = z.strictObject({
  days: optionalWholeNumber(0, 366),
  runsPerDay: optionalWholeNumber(1, 100),
})

async function showPolicy(visit: StaffVisit, state?: FormState): Promise<void> {
  const { store } = visit.app
  const outlet = found(await store.outlets.find(param(visit, 'id')), 'outlet')
  const policy = await store.makegoods.policyOf(outlet.id)
  show(visit, 'forms/page', policyPage(visit.words, { outlet, policy }, state), state ? 422 : 200)
}

async function save(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const form = readForm(visit, PolicyForm)
  if (!form.ok) return showPolicy(visit, form)
  await saveMakegoodPolicy(visit.app, visit.actor, id, form.value)
  redirect(visit, paths.outlet(id), visit.words.makegoods.policySaved)
}
