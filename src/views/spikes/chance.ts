import { spikeChances } from '../../statistics/index.js'
import type { SpikesFacts } from './pages.js'
import type { Texts } from './texts.js'

/** How many of the signs are to be expected from nothing at all, in words. */
export function chanceLines({ words, formats }: Texts, { searchedDistricts, weeks }: SpikesFacts): string[] {
  const t = words.spikes
  const cells = (searchedDistricts ?? 0) * weeks.length * 7
  return [
    t.chanceWatch(
      formats.number(1 / spikeChances.watch),
      formats.number(cells),
      formats.number(cells * spikeChances.watch),
    ),
    t.chanceAlert(formats.percent(spikeChances.alert)),
    t.chanceRead,
  ]
}
