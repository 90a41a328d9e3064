/** What every page of registrations says in the same way. */
import type { ImportStatus, RegistrationImport } from '../../domain/registration.js'
import { coverageShare, type Coverage } from '../../domain/registration-coverage.js'
import { streamName, type Stream } from '../../domain/stream.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import type { Tag } from '../page.js'

export interface Texts {
  words: Words
  formats: Formats
}

const tones: Record<ImportStatus, Tag['tone']> = {
  preview: 'wait',
  committed: 'good',
  undone: 'plain',
  discarded: 'plain',
}

export function importTag({ words }: Texts, status: ImportStatus): Tag {
  return { label: words.registrations.statusNames[status], tone: tones[status] }
}

/** Streams are told by the name they had on a day. */
export function streamNames({ formats }: Texts, streams: readonly Stream[], day: Day): Map<string, string> {
  return new Map(streams.map(stream => [stream.id, streamName(stream, day, formats.language)]))
}

/** Rounded down: nothing short of everything is called 100 %. */
export function coveredShare({ formats }: Texts, covered: Coverage): string {
  return formats.percent(Math.floor(coverageShare(covered) * 100) / 100)
}

export function coverageSentence(texts: Texts, covered: Coverage): string {
  const { words, formats } = texts
  const [reported, expected] = [formats.number(covered.reported), formats.number(covered.expected)]
  return words.registrations.covered(coveredShare(texts, covered), reported, expected)
}

export function receivedText(
  { words, formats }: Texts,
  batch: RegistrationImport,
  users: ReadonlyMap<string, string>,
): string {
  return words.registrations.receivedBy(
    nameOf(words, batch.receivedBy, users),
    formats.instant(batch.receivedAt),
  )
}

export function nameOf(words: Words, id: string | null, users: ReadonlyMap<string, string>): string {
  return (id && users.get(id)) ?? words.registrations.system
}
