/** The kinds of fields forms are made of; each says in a problem code what is wrong with it. */
import { z } from 'zod'
import { isDay } from '../domain/time.js'

const tidy = (text: string) => text.replace(/\r\n/g, '\n').trim()
const trimmed = z.string({ error: 'required' }).transform(tidy)

export function text(most = 200) {
  return trimmed.pipe(z.string().min(1, 'required').max(most, `too-long:most=${most}`))
}

export function optionalText(most = 1000) {
  return z
    .string()
    .default('')
    .transform(tidy)
    .pipe(z.string().max(most, `too-long:most=${most}`))
}

export function day() {
  return trimmed.pipe(z.string().min(1, 'required').refine(isDay, 'not-a-day'))
}

export function optionalDay() {
  return trimmed
    .pipe(z.string().refine(value => value === '' || isDay(value), 'not-a-day'))
    .transform(value => value || null)
}

/** `06.15` or `06:15` → minutes since midnight. */
export function minute() {
  return trimmed
    .pipe(
      z
        .string()
        .min(1, 'required')
        .regex(/^([01]?\d|2[0-4])[.:]([0-5]\d)$/, 'not-a-time'),
    )
    .transform(value => {
      const [hours, minutes] = value.split(/[.:]/).map(Number) as [number, number]
      return hours * 60 + minutes
    })
}

export function optionalMinute() {
  return z.union([z.literal('').transform(() => null), minute()], { error: 'not-a-time' })
}

/** Digits, with dots or commas between thousands as people type them. */
export function wholeNumber(least: number, most: number) {
  return trimmed
    .pipe(
      z
        .string()
        .min(1, 'required')
        .regex(/^\d{1,3}([.,]\d{3})+$|^\d{1,15}$/, 'not-a-number'),
    )
    .transform(value => Number(value.replace(/[.,]/g, '')))
    .pipe(z.number().min(least, `too-small:least=${least}`).max(most, `too-large:most=${most}`))
}

export function optionalWholeNumber(least: number, most: number) {
  return z.union([z.literal('').transform(() => null), wholeNumber(least, most)], { error: 'not-a-number' })
}

/** `12`, `12,5` or `12.5` per cent → a share of 1; empty says nothing. */
export function optionalPercent() {
  const percent = trimmed
    .pipe(z.string().regex(/^\d{1,3}(?:[.,]\d{1,2})?$/, 'not-a-number'))
    .transform(value => Number(value.replace(',', '.')))
    .pipe(z.number().min(0, 'too-small:least=0').max(100, 'too-large:most=100'))
    .transform(value => Math.round(value * 100) / 10_000)
  return z.union([z.literal('').transform(() => null), percent], { error: 'not-a-number' })
}

export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: 'not-a-choice' })
}

export function choices<const T extends readonly [string, ...string[]]>(values: T) {
  return z.array(z.enum(values, { error: 'not-a-choice' })).min(1, 'choose-one')
}

/** Ids that the operation looks up; a foreign one is refused there. */
export function ids(least = 1) {
  return z.array(z.string().min(1).max(60)).min(least, 'choose-one')
}

export function email() {
  return trimmed
    .pipe(z.email('not-an-email').max(200, 'too-long:most=200'))
    .transform(value => value.toLowerCase())
}

export function ticked() {
  return z
    .literal('yes')
    .optional()
    .transform(value => value === 'yes')
}
