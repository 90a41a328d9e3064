import { z } from 'zod'
import { calendarViews } from '../../domain/calendar.js'
import { deliveryColumns } from '../../domain/delivery.js'
import { media } from '../../domain/outlet.js'
import { isDay } from '../../domain/time.js'
import { choice } from '../form-fields.js'

const id = z.string().max(60).default('')
const either = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.literal(''), choice(values)], { error: 'not-a-choice' }).default('')

export const CalendarFilter = z.strictObject({
  view: choice(calendarViews).default('month'),
  on: z
    .string()
    .default('')
    .refine(text => text === '' || isDay(text), 'not-a-day'),
  campaign: id,
  outlet: id,
  medium: either(media),
  state: either(deliveryColumns),
})

export const FeedForm = z.strictObject({ outletId: id })
