/** Which of our materials a station means by the name it uses. Stations rename what they get; our codes rarely survive. */
import { key } from './log-columns.js'
import { notOurs, unclear, type LogEntry, type TextMeaning } from './station-log.js'

export interface KnownMaterial {
  id: string
  code: string
  title: string
}

export interface Names {
  materials: readonly KnownMaterial[]
  /** Words that say a spot is ours without saying which: the campaign, the office. */
  ourWords: readonly string[]
  /** What a person said before, by the key of the text. */
  known: Readonly<Record<string, TextMeaning>>
}

/** Least similarity to name a material, and how far ahead of the next it must be. */
const sureFrom = 0.5
const aheadBy = 0.12
const office = ['bpjs', 'bpjamsostek', 'jamsostek', 'ketenagakerjaan', 'ilm']

/**
 * The meaning of each different text, by its key. Where some texts are recognised, the log holds other people's spots
 * as well, and what is not recognised is not ours; where none is, the station has its own words for everything.
 */
export function meaningsOf(entries: readonly LogEntry[], names: Names): Map<string, TextMeaning> {
  const meanings = new Map<string, TextMeaning>()
  const unknown: string[] = []
  for (const text of new Set(entries.map(entry => key(entry.text)))) {
    const meaning = names.known[text] ?? recognised(text, names)
    if (meaning) meanings.set(text, meaning)
    else unknown.push(text)
  }
  const some = [...meanings].some(([text, meaning]) => text !== '' && meaning !== notOurs)
  for (const text of unknown) meanings.set(text, some ? notOurs : unclear)
  return meanings
}

function recognised(text: string, names: Names): TextMeaning | undefined {
  if (text === '') return unclear
  const byCode = names.materials.filter(({ code }) => ` ${text} `.includes(` ${key(code)} `))
  if (byCode.length === 1) return byCode[0]!.id
  const scored = names.materials
    .map(({ id, title }) => ({ id, score: likeness(key(title), text) }))
    .toSorted((a, b) => b.score - a.score)
  const [best, next] = scored
  if (best && best.score >= sureFrom && best.score - (next?.score ?? 0) >= aheadBy) return best.id
  const ours = [...office, ...names.ourWords.map(key)]
  const isOurs = (best?.score ?? 0) >= sureFrom || text.split(' ').some(word => ours.includes(word))
  return isOurs ? unclear : undefined
}

/** The share of words two names have in common, between 0 and 1; words count as common when a letter differs. */
function likeness(title: string, text: string): number {
  const a = wordsOf(title)
  const b = wordsOf(text)
  if (a.length === 0 || b.length === 0) return 0
  const common = (of: string[], among: string[]) => of.filter(word => among.some(other => alike(word, other)))
  const inTitle = common(a, b).length / a.length
  const inText = common(b, a).length / b.length
  return inTitle === 0 ? 0 : 0.7 * inTitle + 0.3 * inText
}

/** Words that every log uses tell nothing. */
const empty = new Set(
  'spot iklan ilm versi materi detik dtk radio tv adlib naskah dan untuk di yang ke dari'.split(' '),
)

function wordsOf(text: string): string[] {
  return text.split(' ').filter(word => word.length > 1 && !empty.has(word) && !/^\d+$/.test(word))
}

function alike(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 4 && long.startsWith(short)) return true
  return short.length >= 5 && long.length - short.length <= 1 && editsWithinOne(short, long)
}

function editsWithinOne(short: string, long: string): boolean {
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return short.length === long.length
    ? short.slice(at + 1) === long.slice(at + 1)
    : short.slice(at) === long.slice(at + 1)
}
