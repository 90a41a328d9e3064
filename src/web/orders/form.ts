import { z } from 'zod'
import type { Material } from '../../domain/material.js'
import { formats, priceKinds, type LinePlan } from '../../domain/order-line.js'
import type { Problem } from '../../domain/problem.js'
import {
  choice,
  choices,
  day,
  minute,
  optionalWholeNumber,
  text,
  ticked,
  wholeNumber,
} from '../form-fields.js'
import { readForm, type Form } from '../read-form.js'
import type { Visit } from '../visit.js'

export const NewOrderForm = z.strictObject({
  outletId: z.string({ error: 'choose-one' }).min(1, 'choose-one').max(60),
})
export const RevisionForm = z.strictObject({ reason: text(1000), times: ticked() })
export const AcceptanceForm = z.strictObject({ how: choice(['paper', 'on-behalf']) })

const LineForm = z.strictObject({
  lineKey: z.string().max(60).default(''),
  format: choice(formats),
  firstDay: day(),
  lastDay: day(),
  weekdays: choices(['0', '1', '2', '3', '4', '5', '6']),
  fromMinute: minute(),
  toMinute: minute(),
  runsPerDay: wholeNumber(1, 100),
  seconds: optionalWholeNumber(1, 7200),
  millimetres: optionalWholeNumber(1, 10_000),
  priceKind: choice(priceKinds),
  rupiah: optionalWholeNumber(0, 1e11),
  skipHolidays: z.array(z.literal('yes', { error: 'not-a-choice' })),
})

/** How often a material takes its turn; empty or 0 where it does not run. */
export const weightField = (materialId: string) => `weight-${materialId}`

/** A line as typed: which materials may be named depends on the order. */
export function readLine(
  visit: Visit,
  materials: readonly Material[],
): Form<LinePlan & { lineKey: string; byRate: boolean }> {
  const weights = Object.fromEntries(
    materials.map(({ id }) => [weightField(id), optionalWholeNumber(0, 99).default(null)]),
  )
  const form = readForm(visit, LineForm.extend(weights) as unknown as typeof LineForm)
  if (!form.ok) return form
  const rotation = materials.flatMap(({ id }) => {
    const weight = (form.value as unknown as Record<string, unknown>)[weightField(id)]
    return typeof weight === 'number' && weight > 0 ? [{ materialId: id, weight }] : []
  })
  if (rotation.length > 0) return { ...form, value: linePlan(form.value, rotation) }
  const problem: Problem = { code: 'choose-one' }
  return { ok: false, typed: form.typed, problems: { materials: problem } }
}

/** A daypart that ends before it begins crosses midnight; a price left empty is the outlet's rate. */
function linePlan(form: z.infer<typeof LineForm>, materials: LinePlan['materials']) {
  return {
    lineKey: form.lineKey,
    format: form.format,
    firstDay: form.firstDay,
    lastDay: form.lastDay,
    weekdays: form.weekdays.map(Number),
    fromMinute: form.fromMinute,
    toMinute: form.toMinute < form.fromMinute ? form.toMinute + 1440 : form.toMinute,
    runsPerDay: form.runsPerDay,
    seconds: form.seconds,
    millimetres: form.millimetres,
    priceKind: form.priceKind,
    rupiah: form.rupiah ?? 0,
    byRate: form.rupiah === null,
    skipHolidays: form.skipHolidays.length > 0,
    materials,
  }
}
