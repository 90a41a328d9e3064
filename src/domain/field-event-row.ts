/** One row of a list of field events: what it says, or why it cannot be taken. */
import { aliasKey, existsOn, type District } from './district.js'
import type { FieldEvent, FieldEventKind } from './field-event.js'
import type { Day } from './time.js'
import { dayIn, isUnsure, writtenDay, type DayOrder } from './written-day.js'

export type FieldEventColumn = 'title' | 'kind' | 'firstDay' | 'lastDay' | 'districts' | 'note'

export type FieldEventRefusal =
  | 'title-missing'
  | 'title-long'
  | 'note-long'
  | 'kind-unknown'
  | 'day-unreadable'
  | 'day-unsure'
  | 'days-reversed'
  | 'district-missing'
  | 'district-unknown'
  | 'district-not-then'
  | 'repeated'
  | 'known-elsewhere'

export interface FieldEventContext {
  /** `aliasKey` of a written name → code. */
  aliases: ReadonlyMap<string, string>
  districts: readonly District[]
}

const kindWords: Record<FieldEventKind, RegExp> = {
  'joint-inspection': /pemeriksaan|inspeksi|inspection|sidak/i,
  'job-fair': /bursa|job ?fair/i,
  'employer-drive': /massal|kolektif|employer/i,
  outage: /gangguan|outage/i,
  'policy-change': /aturan|kebijakan|policy/i,
  other: /^(?:lain|other)/i,
}

const longestTitle = 120
const longestNote = 1000

export type WrittenEvent = Pick<
  FieldEvent,
  'kind' | 'title' | 'firstDay' | 'lastDay' | 'note' | 'districtCodes'
>

interface Refused {
  reason: FieldEventRefusal
  text: string
}

/** Takes the texts of a row by column; returns the event, or the first thing wrong with it and the text it stands in. */
export function readEvent(
  cell: (column: FieldEventColumn) => string,
  context: FieldEventContext & { order: DayOrder | null },
): WrittenEvent | Refused {
  const [title, note] = [cell('title'), cell('note')]
  if (title === '') return { reason: 'title-missing', text: '' }
  if (title.length > longestTitle) return { reason: 'title-long', text: title }
  if (note.length > longestNote) return { reason: 'note-long', text: note }
  const [kind, ...others] = (Object.keys(kindWords) as FieldEventKind[]).filter(name =>
    kindWords[name].test(cell('kind')),
  )
  if (!kind || others.length > 0) return { reason: 'kind-unknown', text: cell('kind') }
  const firstDay = dayOf(cell('firstDay'), context.order)
  if (typeof firstDay !== 'string') return firstDay
  const lastDay = cell('lastDay') === '' ? firstDay : dayOf(cell('lastDay'), context.order)
  if (typeof lastDay !== 'string') return lastDay
  if (lastDay < firstDay) return { reason: 'days-reversed', text: cell('lastDay') }
  const districtCodes = districtsOf(cell('districts'), firstDay, context)
  if ('reason' in districtCodes) return districtCodes
  return { kind, title, firstDay, lastDay, note, districtCodes }
}

function dayOf(text: string, order: DayOrder | null): Day | Refused {
  const written = writtenDay(text)
  const day = written && dayIn(written, order)
  if (day) return day
  return { reason: written && isUnsure(written) ? 'day-unsure' : 'day-unreadable', text }
}

function districtsOf(text: string, day: Day, { aliases, districts }: FieldEventContext): string[] | Refused {
  const there = new Set(districts.filter(district => existsOn(district, day)).map(({ code }) => code))
  if (/^(?:semua|seluruh|all)\b/i.test(text)) return [...there].toSorted()
  const names = text
    .split(/[,;/|&\n]|\bdan\b|\band\b/i)
    .map(name => name.trim())
    .filter(Boolean)
  if (names.length === 0) return { reason: 'district-missing', text }
  const codes = new Set<string>()
  for (const name of names) {
    const code = aliases.get(aliasKey(name))
    if (code === undefined) return { reason: 'district-unknown', text: name }
    if (!there.has(code)) return { reason: 'district-not-then', text: name }
    codes.add(code)
  }
  return [...codes].toSorted()
}
