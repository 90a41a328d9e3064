/** Months as people write them in lists of targets: `2011-10`, `Oktober 2011`, `10/2011`, `Okt`, `10`. */
import type { Month } from './time.js'
import { monthNumber } from './written-names.js'

/** A month without a year is one of `year`. */
export function writtenMonth(text: string, year: number): Month | undefined {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})(?:[-/.]0?1)?$/.exec(text)
  if (yearFirst) return monthOfYear(Number(yearFirst[1]), Number(yearFirst[2]))
  const yearLast = /^(\d{1,2})[-/.](\d{4})$/.exec(text)
  if (yearLast) return monthOfYear(Number(yearLast[2]), Number(yearLast[1]))
  const named = /^([a-z]+)\.?(?:[ \-/']+(\d{4}|\d{2}))?$/i.exec(text)
  const number = named ? monthNumber(named[1]!) : undefined
  if (number !== undefined) return monthOfYear(fullYear(named![2], year), number)
  return /^\d{1,2}$/.test(text) ? monthOfYear(year, Number(text)) : undefined
}

function fullYear(written: string | undefined, year: number): number {
  if (written === undefined) return year
  return written.length === 4 ? Number(written) : Number(written) + (Number(written) < 70 ? 2000 : 1900)
}

function monthOfYear(year: number, month: number): Month | undefined {
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : undefined
}
