/** What differs between two versions, as sentences a clerk reads: the same on screen, in mails and on the partner's page. */
import type { LineChange, LineFact } from '../../domain/order-changes.js'
import type { OrderLine } from '../../domain/order-line.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import { daypartText, priceText, rotationText, weekdayText, type LineFacts } from './lines.js'

type Materials = LineFacts['materials']

export function changeSentences(
  words: Words,
  formats: Formats,
  changes: readonly LineChange[],
  materials: Materials,
): string[] {
  const t = words.orderChanges
  return changes.map(change => {
    const line = lineName(words, formats, change.kind === 'changed' ? change.before : change.line, materials)
    if (change.kind !== 'changed') return t[change.kind](line)
    const facts = change.facts.map(fact => {
      const said = (of: OrderLine) => factText(words, formats, { fact, line: of, materials })
      return t.fromTo(t.facts[fact], said(change.before), said(change.line))
    })
    return t.changed(line, facts.join('; '))
  })
}

/** `Spot, Uang muka rumah, 16 Nov – 29 Nov 2026, 06.15–09.45`. */
export function lineName(words: Words, formats: Formats, line: OrderLine, materials: Materials): string {
  return [
    words.orders.formats[line.format],
    rotationText(materials, line.materials),
    formats.days(line.firstDay, line.lastDay),
    daypartText(words, formats, line),
  ].join(', ')
}

function factText(
  words: Words,
  formats: Formats,
  { fact, line, materials }: { fact: LineFact; line: OrderLine; materials: Materials },
): string {
  const t = words.orderChanges
  const texts: Record<LineFact, () => string> = {
    format: () => words.orders.formats[line.format],
    length: () => (line.seconds ? t.seconds(formats.number(line.seconds)) : t.nothing),
    size: () => (line.millimetres ? t.millimetres(formats.number(line.millimetres)) : t.nothing),
    material: () => rotationText(materials, line.materials),
    flight: () => formats.days(line.firstDay, line.lastDay),
    weekdays: () => weekdayText(words, line.weekdays),
    holidays: () => (line.skipHolidays ? t.skipsHolidays : t.runsOnHolidays),
    daypart: () => daypartText(words, formats, line),
    runs: () => formats.number(line.runsPerDay),
    price: () => `${words.orders.priceKinds[line.priceKind]}, ${priceText(words, formats, line)}`,
  }
  return texts[fact]()
}
