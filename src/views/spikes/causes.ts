import type { Explanation, Part, SpikeCause } from '../../domain/spike-explanation.js'
import type { TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { TwoLines } from '../page.js'
import { paths } from '../paths.js'
import type { Texts } from './texts.js'

export function causeTable(texts: Texts, { parts }: Explanation): TableModel {
  const t = texts.words.spikes
  return table(
    t.causesTitle,
    [t.what, t.could],
    parts.map(({ cause, part }) => [causeText(texts, cause), partText(texts, part)]),
    { empty: t.nothingKnown },
  )
}

function causeText({ words, formats }: Texts, cause: SpikeCause): TwoLines {
  const t = words.spikes
  switch (cause.kind) {
    case 'lots': {
      const figures = { lots: formats.number(cause.lots), workers: formats.number(cause.workers) }
      return { strong: t.lots(figures), soft: t.lotsNote, to: '' }
    }
    case 'elsewhere': {
      const rise = formats.signedPercent(cause.rise)
      const strong = cause.isCommon
        ? t.elsewhereCommon(rise)
        : t.elsewhere(formats.number(cause.neighbours), rise)
      return { strong, soft: t.elsewhereNote, to: '' }
    }
    case 'campaign': {
      const { lift } = cause
      const soft = lift
        ? t.campaignMeasured(formats.signedPercent(lift.low), formats.signedPercent(lift.high))
        : t.campaignUnmeasured
      return { strong: cause.name, soft, to: paths.campaignResult(cause.id) }
    }
    case 'event': {
      const soft = `${formats.days(cause.firstDay, cause.lastDay)}. ${t.eventNote}`
      return { strong: cause.name, soft, to: paths.fieldEvent(cause.id) }
    }
    default:
      return { strong: t.holiday(cause.name, formats.dayShort(cause.day)), soft: t.holidayNote, to: '' }
  }
}

function partText({ words, formats }: Texts, { low, high }: Part): string {
  const t = words.spikes
  if (high === null) return t.partOpen
  if (Math.round(high) === 0) return t.partNone
  return t.partRange(formats.number(low), formats.number(high))
}
