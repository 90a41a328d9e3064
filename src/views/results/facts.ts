import type { Verdict } from '../../domain/verdict.js'
import type { Words } from '../../language/words.js'
import type { FactsModel } from '../components/registry.js'
import type { Formats } from '../formats.js'

export function verdictFacts(words: Words, formats: Formats, verdict: Verdict): FactsModel {
  const t = words.results
  const { estimate, cost } = verdict
  const range = (low: string, high: string) => t.range(low, high)
  const facts = [
    ...(verdict.firstDay && verdict.lastDay
      ? [{ label: t.window, value: formats.days(verdict.firstDay, verdict.lastDay) }]
      : []),
    ...(estimate
      ? [
          {
            label: t.lift,
            value: range(formats.signedPercent(estimate.lift.low), formats.signedPercent(estimate.lift.high)),
          },
          {
            label: t.increment,
            value: range(formats.number(estimate.increment.low), formats.number(estimate.increment.high)),
          },
          { label: t.p, value: formats.probability(estimate.p) },
          ...(estimate.q === null
            ? []
            : [{ label: t.q(formats.number(estimate.tests)), value: formats.probability(estimate.q) }]),
          { label: t.observed, value: formats.number(estimate.observed) },
          { label: t.expected, value: formats.number(estimate.expected) },
          { label: t.detectable, value: formats.percent(estimate.detectable) },
        ]
      : []),
    ...(cost
      ? [
          {
            label: t.cost,
            value: costText(words, formats, cost),
          },
        ]
      : []),
    ...(verdict.firstDay
      ? [
          { label: t.verifiedShare, value: formats.percent(verdict.verifiedShare) },
          { label: t.provenShare, value: formats.percent(verdict.provenShare) },
        ]
      : []),
  ]
  return { facts }
}

/** The range of what one more registration cost; open above where the interval does not end there. */
export function costText(
  { results: t }: Words,
  formats: Formats,
  { low, high }: NonNullable<Verdict['cost']>,
): string {
  return high === null
    ? t.costOpen(formats.rupiah(low))
    : t.costRange(formats.rupiah(low), formats.rupiah(high))
}
