import { z } from 'zod'
import { fieldEventKinds } from '../../domain/field-event.js'
import { choice, day, ids, optionalDay, optionalText, text } from '../form-fields.js'

export const FieldEventForm = z.strictObject({
  kind: choice(fieldEventKinds),
  title: text(120),
  firstDay: day(),
  lastDay: optionalDay(),
  districtCodes: ids(),
  note: optionalText(1000),
})

export const CancellationForm = z.strictObject({ reason: text(300) })
