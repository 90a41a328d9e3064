/** What an outlet says to each line of an order. What it accepted stays accepted while the line stays as it was. */
import type { MediaOrder, OrderVersion } from './media-order.js'
import { isSameLine } from './order-changes.js'
import type { OrderLine } from './order-line.js'
import type { Instant, Minute } from './time.js'

export type LineWord = 'accepted' | 'declined' | 'other-time'

/** An answer to one line; `other-time` names the daypart the outlet could do instead. */
export interface LineAnswer {
  lineKey: string
  answer: LineWord
  fromMinute: Minute | null
  toMinute: Minute | null
  note: string
  answeredAt: Instant
}

/** Where a line of a sent version stands: `kept` was accepted in an earlier version and has not changed since. */
export type LineState = 'kept' | 'asked' | LineWord

export function lineState(order: MediaOrder, version: OrderVersion, line: OrderLine): LineState {
  return wasAccepted(order, version, line) ? 'kept' : (wordOn(version, line.lineKey) ?? 'asked')
}

/** The lines of a version that the outlet has to answer: all but those it accepted as they are. */
export function askedLines(order: MediaOrder, version: OrderVersion): OrderLine[] {
  return version.lines.filter(line => !wasAccepted(order, version, line))
}

function wasAccepted(order: MediaOrder, version: OrderVersion, line: OrderLine): boolean {
  const earlier = order.versions.filter(({ number }) => number < version.number)
  for (const known of earlier.toReversed()) {
    const old = known.lines.find(({ lineKey }) => lineKey === line.lineKey)
    if (!old || !isSameLine(old, line)) return false
    const word = wordOn(known, line.lineKey)
    if (word) return word === 'accepted'
  }
  return false
}

function wordOn(version: OrderVersion, lineKey: string): LineWord | undefined {
  if (version.acceptedAt) return 'accepted'
  const answer = version.answers.find(it => it.lineKey === lineKey)
  return answer?.answer ?? (version.declinedAt ? 'declined' : undefined)
}

/** All accepted or all declined is an answer to the order; anything else is for staff to decide on. */
export function answerOfLines(answers: readonly LineAnswer[]): 'accepted' | 'declined' | 'mixed' {
  const words = new Set(answers.map(({ answer }) => answer))
  if (words.size === 1 && words.has('accepted')) return 'accepted'
  return words.size === 1 && words.has('declined') ? 'declined' : 'mixed'
}
