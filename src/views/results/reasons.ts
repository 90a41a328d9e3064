/** Reasons of a verdict in the reader's language; shares become percents, counts stay counts. */
import type { Reason, ReasonCode } from '../../domain/verdict.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'

/** Values of these are counts of districts or days; everywhere else a number is a share. */
const counted: readonly ReasonCode[] = [
  'too-few-comparison-districts',
  'too-little-history',
  'not-identified',
]
const signed = ['lift', 'low', 'high', 'first', 'second']

export function reasonText(words: Words, formats: Formats, reason: Reason): string {
  const values = Object.entries(reason.values).map(([name, value]) => [
    name,
    valueText(formats, reason.code, { name, value }),
  ])
  return words.results.reasons[reason.code](Object.fromEntries(values) as Record<string, string>)
}

function valueText(
  formats: Formats,
  code: ReasonCode,
  { name, value }: { name: string; value: string | number },
): string {
  if (name === 'until') return formats.day(String(value))
  if (typeof value === 'string') return value
  if (name === 'q') return formats.probability(value)
  if (counted.includes(code) || name === 'tests') return formats.number(value)
  return signed.includes(name) ? formats.signedPercent(value) : formats.percent(value)
}
