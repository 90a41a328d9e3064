import { z } from 'zod'
import { materialLanguages } from '../../domain/material.js'
import { media } from '../../domain/outlet.js'
import type { MaterialPlan } from '../../operations/save-material.js'
import { choice, optionalText, optionalWholeNumber, text, ticked, wholeNumber } from '../form-fields.js'
import { readForm, type Form } from '../read-form.js'
import type { StaffVisit } from '../visit.js'

/** A spot for television of half a minute fits; what is longer goes to the station on a disk. */
export const largestMaterial = 50_000_000

const MaterialForm = z.strictObject({
  title: text(120),
  medium: choice(media),
  language: choice(materialLanguages),
  seconds: optionalWholeNumber(1, 7200),
  script: optionalText(20_000),
  dropFile: ticked(),
  /** Of the material that is changed; nothing new has one. */
  version: wholeNumber(1, 1e9).optional(),
})

export type MaterialTyped = MaterialPlan & { version?: number | undefined }

/** What is needed to say how long a script takes to read, right or wrong as the rest may be. */
export const CountForm = z.looseObject({
  script: optionalText(20_000),
  language: choice(materialLanguages).catch('id'),
  seconds: optionalWholeNumber(1, 7200).catch(null),
})

export function readMaterial(visit: StaffVisit): Form<MaterialTyped> {
  const form = readForm(visit, MaterialForm)
  const { file } = visit.req
  const upload =
    file && file.size > 0 ? { bytes: file.buffer, name: file.originalname.slice(0, 200) } : undefined
  return form.ok ? { ...form, value: { ...form.value, upload } } : form
}
