/** What a cell of a sheet may be, found once per different text: columns repeat themselves. */
import { aliasKey } from './district.js'
import { looksLikeFirm, looksLikeNationalId, looksLikePerson } from './personal-data.js'
import { streamKey, type StreamAliases } from './stream-alias.js'
import { isUnsure, writtenDay, type WrittenDay } from './written-day.js'
import { writtenSpan } from './written-span.js'
import { writtenCount } from './written-count.js'

export interface Names {
  /** `aliasKey` of a written name → code of the district. */
  districts: ReadonlyMap<string, string>
  streams: StreamAliases
}

export interface CellFacts {
  text: string
  empty: boolean
  day: WrittenDay | undefined
  unsureDay: boolean
  /** A day that stands for several, such as `2–8 Nov 2026`. */
  span: boolean
  count: boolean
  dash: boolean
  district: boolean
  stream: boolean
  person: boolean
  firm: boolean
  nationalId: boolean
}

export function cellFacts(text: string, names: Names): CellFacts {
  const count = writtenCount(text)
  const span = /\d/.test(text) ? writtenSpan(text) : undefined
  const day = span ? { style: 'named' as const, dayMonth: span.last, monthDay: span.last } : dayOf(text)
  const isWord = typeof count !== 'number' && !day && text !== ''
  const district = isWord || /^\d{2}\.?\d{2}$/.test(text) ? names.districts.has(aliasKey(text)) : false
  return {
    text,
    empty: count === 'empty',
    day,
    span: span !== undefined,
    unsureDay: day !== undefined && isUnsure(day),
    count: typeof count === 'number',
    dash: count === 'dash',
    district,
    stream: isWord && names.streams.has(streamKey(text)),
    person: isWord && !district && looksLikePerson(text),
    firm: isWord && looksLikeFirm(text),
    nationalId: looksLikeNationalId(text),
  }
}

function dayOf(text: string): WrittenDay | undefined {
  return /\d/.test(text) ? writtenDay(text) : undefined
}

const totalLabel = /^(?:(?:sub|grand)[ -]?)?(?:total|jumlah|jml)\b|^rata[ -]?rata\b|^akumulasi\b|^s\/d\b/i

/** "Jumlah", "TOTAL", "Grand total 2011", "Rata-rata": a row of these repeats the others. */
export function isTotalLabel(text: string): boolean {
  return totalLabel.test(text)
}
