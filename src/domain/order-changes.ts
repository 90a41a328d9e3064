/** What differs between two versions of an order, line by line and fact by fact. */
import { latestVersion, type MediaOrder, type OrderVersion } from './media-order.js'
import type { OrderLine } from './order-line.js'

export const lineFacts = [
  'format',
  'length',
  'size',
  'material',
  'flight',
  'weekdays',
  'holidays',
  'daypart',
  'runs',
  'price',
] as const
export type LineFact = (typeof lineFacts)[number]

export type LineChange =
  | { kind: 'added'; line: OrderLine }
  | { kind: 'removed'; line: OrderLine }
  | { kind: 'changed'; before: OrderLine; line: OrderLine; facts: LineFact[] }

/** Lines are recognised by their key: changed and added ones in the new order, then what is gone. */
export function lineChanges(before: readonly OrderLine[], after: readonly OrderLine[]): LineChange[] {
  const kept = after.flatMap((line): LineChange[] => {
    const old = before.find(({ lineKey }) => lineKey === line.lineKey)
    if (!old) return [{ kind: 'added', line }]
    const facts = changedFacts(old, line)
    return facts.length > 0 ? [{ kind: 'changed', before: old, line, facts }] : []
  })
  const gone = before.filter(({ lineKey }) => !after.some(line => line.lineKey === lineKey))
  return [...kept, ...gone.map((line): LineChange => ({ kind: 'removed', line }))]
}

export function isSameLine(a: OrderLine, b: OrderLine): boolean {
  return changedFacts(a, b).length === 0
}

/** What the outlet knew before this version: the last earlier one that was sent. */
export function knownBefore(order: MediaOrder, number: number): OrderVersion | undefined {
  return order.versions.findLast(version => version.number < number && version.sentAt !== null)
}

/** The changes of a version against what the outlet knew; nothing for the first it is sent. */
export function versionChanges(order: MediaOrder, number = latestVersion(order).number): LineChange[] {
  const known = knownBefore(order, number)
  const version = order.versions.find(it => it.number === number)
  return known && version ? lineChanges(known.lines, version.lines) : []
}

function changedFacts(a: OrderLine, b: OrderLine): LineFact[] {
  const [before, after] = [factsOf(a), factsOf(b)]
  return lineFacts.filter(fact => before[fact] !== after[fact])
}

/** Each fact as a text that is the same when the fact is; the order of weekdays and materials says nothing. */
function factsOf(line: OrderLine): Record<LineFact, string> {
  const sorted = (parts: readonly (string | number)[]) => parts.map(String).toSorted().join(' ')
  return {
    format: line.format,
    length: String(line.seconds),
    size: String(line.millimetres),
    material: sorted(line.materials.map(({ materialId, weight }) => `${materialId}:${weight}`)),
    flight: `${line.firstDay} ${line.lastDay}`,
    weekdays: sorted(line.weekdays),
    holidays: String(line.skipHolidays),
    daypart: `${line.fromMinute} ${line.toMinute}`,
    runs: String(line.runsPerDay),
    price: `${line.priceKind} ${line.rupiah} ${JSON.stringify(line.rates)}`,
  }
}
