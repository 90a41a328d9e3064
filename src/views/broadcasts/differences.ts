/** How a run differed from its order, in words, and whether a tolerance took it as ordered. */
import { isTimeless } from '../../domain/match-tolerance.js'
import type { Medium } from '../../domain/outlet.js'
import { limitOf, type RuleUse, type ToleranceRule } from '../../domain/run-difference.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'

/** "12 menit terlambat (dalam batas 15 menit)" */
export function differenceText(
  { tolerances: t }: Words,
  formats: Formats,
  medium: Medium,
  { rule, by, within }: RuleUse,
): string {
  if (rule === 'material') return t.otherMaterial
  if (isTimeless(medium)) {
    const days = formats.number(Math.abs(by) / 1440)
    return by < 0 ? t.daysEarly(days) : t.daysLate(days)
  }
  const amount = formats.number(Math.abs(by))
  const texts = { time: by < 0 ? t.minutesEarly : t.minutesLate, length: t.secondsShort }
  const limit = formats.number(limitOf(medium, rule))
  const unit = t.units[rule]
  return `${texts[rule](amount)} (${within ? t.withinLimit(limit, unit) : t.beyondLimit(limit, unit)})`
}

/** "Radio: paling jauh 15 menit di luar jam siar" */
export function ruleText(words: Words, formats: Formats, medium: Medium, rule: ToleranceRule): string {
  const t = words.tolerances
  const limit = formats.number(limitOf(medium, rule))
  const text =
    rule === 'material'
      ? t.sameMaterial
      : isTimeless(medium)
        ? t.sameDay
        : { time: t.timeLimit, length: t.lengthLimit }[rule](limit)
  return `${words.mediumNames[medium]}: ${text}`
}
