import { z } from 'zod'
import { formats, priceKinds } from '../../domain/order-line.js'
import { choice, choices, day, ids, minute, optionalWholeNumber, text, wholeNumber } from '../form-fields.js'

export const NewOrderForm = z.strictObject({
  outletId: z.string({ error: 'choose-one' }).min(1, 'choose-one').max(60),
})
export const RevisionForm = z.strictObject({ reason: text(1000) })
export const AcceptanceForm = z.strictObject({ how: choice(['paper', 'on-behalf']) })

/** A line as typed; a daypart that ends before it begins crosses midnight. */
export const LineForm = z.strictObject({
  format: choice(formats),
  materialIds: ids(),
  firstDay: day(),
  lastDay: day(),
  weekdays: choices(['0', '1', '2', '3', '4', '5', '6']),
  fromMinute: minute(),
  toMinute: minute(),
  runsPerDay: wholeNumber(1, 100),
  seconds: optionalWholeNumber(1, 7200),
  millimetres: optionalWholeNumber(1, 10_000),
  priceKind: choice(priceKinds),
  rupiah: wholeNumber(0, 1e11),
  skipHolidays: z.array(z.literal('yes', { error: 'not-a-choice' })),
})

export function linePlan(form: z.infer<typeof LineForm>) {
  const { materialIds, weekdays, skipHolidays, toMinute, ...line } = form
  return {
    ...line,
    weekdays: weekdays.map(Number),
    toMinute: toMinute < form.fromMinute ? toMinute + 1440 : toMinute,
    skipHolidays: skipHolidays.length > 0,
    materials: materialIds.map(materialId => ({ materialId, weight: 1 })),
  }
}
