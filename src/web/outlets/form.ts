import { z } from 'zod'
import type { District } from '../../domain/district.js'
import { formats } from '../../domain/order-line.js'
import { media, periods } from '../../domain/outlet.js'
import {
  choice,
  day,
  email,
  ids,
  optionalDay,
  optionalPercent,
  optionalText,
  optionalWholeNumber,
  text,
  ticked,
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

const contact = {
  name: text(100),
  email: email(),
  phone: optionalText(40),
  language: choice(['id', 'en']),
}
export const ContactForm = z.strictObject(contact)
export const KnownContactForm = z.strictObject({ ...contact, version: wholeNumber(1, 1e9) })

/** With a successor, or with the tick that says there is none yet. */
export const HandOverForm = z.strictObject({
  outletIds: ids(),
  name: optionalText(100),
  email: z.union([z.literal(''), email()], { error: 'not-an-email' }),
  phone: optionalText(40),
  language: choice(['id', 'en']),
  noSuccessor: ticked(),
})

export const RateForm = z.strictObject({
  format: choice(formats),
  seconds: optionalWholeNumber(1, 7200),
  rupiah: wholeNumber(0, 1e12),
  validFrom: day(),
  validTo: optionalDay(),
})

export const OffAirForm = z.strictObject({ firstDay: day(), lastDay: optionalDay(), reason: text(200) })

/** One field per district; an empty one says nothing about it. */
export function coverageForm(districts: readonly District[]) {
  const shares = Object.fromEntries(districts.map(({ code }) => [`share-${code}`, optionalPercent()]))
  return z.strictObject({ source: text(200), asOf: day(), ...shares })
}

/** The button says what it does, so that pressing it twice does it once. */
export const RetirementForm = z.strictObject({ retired: choice(['yes', 'no']) })
