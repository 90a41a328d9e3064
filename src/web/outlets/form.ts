import { z } from 'zod'
import type { District } from '../../domain/district.js'
import { media, periods } from '../../domain/outlet.js'
import {
  choice,
  day,
  email,
  optionalDay,
  optionalText,
  optionalWholeNumber,
  text,
  wholeNumber,
} from '../form-fields.js'

const facts = {
  name: text(120),
  medium: choice(media),
  period: choice(periods),
  city: text(80),
  ownerGroup: optionalText(120),
  licence: optionalText(120),
  licenceUntil: optionalDay(),
}

export const NewOutletForm = z.strictObject(facts)
export const OutletForm = z.strictObject({ ...facts, version: wholeNumber(1, 1e9) })

export const ContactForm = z.strictObject({
  name: text(100),
  email: email(),
  phone: optionalText(40),
  language: choice(['id', 'en']),
})

/** One field per district; an empty one says nothing about it. */
export function coverageForm(districts: readonly District[]) {
  const shares = Object.fromEntries(
    districts.map(({ code }) => [`share-${code}`, optionalWholeNumber(0, 100)]),
  )
  return z.strictObject({ source: text(200), asOf: day(), ...shares })
}
