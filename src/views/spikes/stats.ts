import type { Spike } from '../../domain/analysis.js'
import type { Explanation } from '../../domain/spike-explanation.js'
import type { StatModel } from '../components/registry.js'
import type { Texts } from './texts.js'

export function excessStat({ words, formats }: Texts, spike: Spike): StatModel {
  const t = words.spikes
  const isRange = Math.round(spike.low) !== Math.round(spike.high)
  const [low, high] = [formats.number(spike.low), formats.number(spike.high)]
  return {
    label: t.excessStat,
    figure: isRange ? t.excessRange(low, high) : formats.number(spike.excess),
    interval: '',
    meaning: spike.districtCode === null ? t.excessCommon : t.excessMeaning,
    tag: null,
  }
}

/** What no cause on record can account for: from the least to the most. */
export function leftStat({ words, formats }: Texts, { parts, unexplained }: Explanation): StatModel {
  const t = words.spikes
  const [least, most] = [Math.round(unexplained.low), Math.round(unexplained.high)]
  const [low, high] = [formats.number(least), formats.number(most)]
  const could = parts.some(({ part }) => part.high === null || part.high >= 0.5)
  return {
    label: t.leftStat,
    figure: most === 0 ? t.leftNone : least === 0 ? t.leftUpTo(high) : t.leftRange(low, high),
    interval: '',
    meaning: !could ? t.leftAll : least > 0 ? t.leftSome : t.leftMaybe,
    tag: null,
  }
}
