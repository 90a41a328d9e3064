/** Media, periods and shares as people write them in lists. */
import { media, periods, type Medium, type Period } from './outlet.js'

const mediumWords: Record<Medium, string> = {
  radio: 'radio rri fm am rapi lpp',
  tv: 'tv televisi television tvri',
  print: 'cetak koran surat majalah tabloid harian print newspaper mingguan',
  online: 'online daring siber portal web website situs internet',
}

const periodWords: Record<Period, string> = {
  continuous: 'terus siaran setiap 24 continuous continuously',
  daily: 'harian daily hari',
  weekly: 'mingguan weekly minggu',
  monthly: 'bulanan monthly bulan',
}

/** Nothing where no word says it, or two say different things. */
export function writtenMedium(text: string): Medium | undefined {
  return only(text, media, mediumWords)
}

export function writtenPeriod(text: string): Period | undefined {
  return only(text, periods, periodWords)
}

function only<T extends string>(text: string, kinds: readonly T[], words: Record<T, string>): T | undefined {
  const written = text.toLowerCase().split(/[^a-z0-9]+/)
  const found = kinds.filter(kind => words[kind].split(' ').some(word => written.includes(word)))
  return found.length === 1 ? found[0] : undefined
}

/** Cells that say that nothing is known. */
export function saysNothing(text: string): boolean {
  return text === '' || /^(?:[-–—?]+|n\/?a|belum|belum ada|tidak ada)$/i.test(text)
}

/** A share as it is written: `40`, `40 %`, `40,5`, `0,4`; its sign kept, as only the column says what 0,4 means. */
export function writtenShare(text: string): { value: number; percent: boolean } | undefined {
  const found = /^(\d{1,4})(?:[.,](\d{1,4}))?\s*(%?)$/.exec(text.replace(/^±\s*/, ''))
  if (!found) return undefined
  return { value: Number(`${found[1]}.${found[2] ?? '0'}`), percent: found[3] === '%' }
}

/** Shares of a column are parts of one where none passes one, none has the sign, and some are broken. */
export function arePartsOfOne(cells: readonly string[]): boolean {
  const shares = cells.flatMap(cell => writtenShare(cell) ?? [])
  return (
    shares.length > 0 && shares.every(s => !s.percent && s.value <= 1) && shares.some(s => s.value % 1 !== 0)
  )
}

/** The key under which two writings of one outlet's name are the same: case, spaces and signs do not count. */
export function outletNameKey(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '')
}

/** What is left of a name without the words many outlets share; alike for "Radio Gema" and "Gema 98 FM". */
export function outletCore(name: string): string {
  const common = 'radio fm am tv televisi harian koran surat kabar portal online com id the'.split(' ')
  const words = name.toLowerCase().split(/[^a-z0-9]+/)
  return words.filter(word => word !== '' && !common.includes(word) && !/^\d+$/.test(word)).join('')
}
