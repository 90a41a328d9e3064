/** What stands above the figures when they are not those of this campaign alone, or when there are none. */
import type { JointEffect, OwnHistory, Verdict } from '../../domain/verdict.js'
import type { Words } from '../../language/words.js'
import type { CalloutModel } from '../components/registry.js'
import type { Formats } from '../formats.js'

export function besideTheFigures(
  words: Words,
  formats: Formats,
  { joint, ownHistory }: Verdict,
): CalloutModel | null {
  if (joint) return jointCallout(words, formats, joint)
  return ownHistory ? historyCallout(words, formats, ownHistory) : null
}

function jointCallout(
  { results: t }: Words,
  formats: Formats,
  { names, own, share }: JointEffect,
): CalloutModel {
  const text = [t.jointWith(formats.list(names))]
  if (own) {
    const [low, high] = [formats.signedPercent(own.lift.low), formats.signedPercent(own.lift.high)]
    text.push(t.jointOwn({ low, high, p: formats.probability(own.p), q: formats.probability(own.q) }))
  }
  if (share !== null) text.push(t.jointShare(formats.percent(share)))
  return { tone: 'info', title: t.jointTitle, text: text.join(' '), link: null }
}

function historyCallout(
  { results: t }: Words,
  formats: Formats,
  { observed, asBefore, change }: OwnHistory,
): CalloutModel {
  const numbers = { observed: formats.number(observed), asBefore: formats.number(asBefore) }
  const text = [
    t.ownHistory(numbers),
    ...(change === null ? [] : [t.ownHistoryChange(formats.signedPercent(change))]),
    t.ownHistoryCaution,
  ]
  return { tone: 'wait', title: t.ownHistoryTitle, text: text.join(' '), link: null }
}
