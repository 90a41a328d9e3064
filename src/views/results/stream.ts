import type { District } from '../../domain/district.js'
import type { Reason, Verdict, VerdictEstimate } from '../../domain/verdict.js'
import type { Words } from '../../language/words.js'
import { withPictures } from '../charts/pictures.js'
import type { CalloutModel, ChartModel, FactsModel, TimelineModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Tag } from '../page.js'
import { paths } from '../paths.js'
import { verdictHistory, verdictTones } from './history.js'
import { besideTheFigures } from './joint.js'
import { reasonText } from './reasons.js'
import type { ResultFacts } from './show.js'
import { verdictFacts } from './facts.js'
import { chartOf, placebos } from './pictures.js'

/** One verdict: its sentence, its range, its picture, its reasons. */
export interface StreamResult {
  heading: string
  asOf: string
  sentence: string
  tone: Tag['tone']
  range: string
  rangeHint: string
  beside: CalloutModel | null
  facts: FactsModel
  chart: ChartModel | null
  reasons: { title: string; items: string[] }[]
  checksTitle: string
  placebo: ChartModel | null
  checks: string[]
  districts: { title: string; links: LinkTo[] }[]
  history: TimelineModel | null
  historyTitle: string
}

export function streamResult(
  words: Words,
  formats: Formats,
  facts: ResultFacts,
  judged: ResultFacts['judged'][number],
): StreamResult {
  const t = words.results
  const { verdict, analysis } = judged
  const { estimate } = verdict
  const shown = verdict.kind === 'strong' || verdict.kind === 'indication'
  const id = analysis.streamId ?? 'stream'
  return {
    heading: t.stream(judged.streamName),
    asOf: t.asOf(formats.instant(analysis.asOf)),
    sentence: words.verdicts[verdict.kind],
    tone: verdictTones[verdict.kind],
    range: shown ? headline(words, formats, verdict) : '',
    rangeHint: shown && estimate ? t.betweenHint : '',
    beside: besideTheFigures(words, formats, verdict),
    facts: verdictFacts(words, formats, verdict),
    chart: estimate
      ? pictured(words, facts, chartOf(words, formats, { id, name: facts.campaign.name, verdict, estimate }))
      : null,
    reasons: reasonGroups(words, formats, verdict.reasons),
    checksTitle: t.checksTitle,
    placebo:
      estimate && estimate.earlierWindows.length > 0
        ? pictured(words, facts, placebos(words, formats, id, estimate))
        : null,
    checks: estimate ? checkLines(words, formats, estimate) : [],
    districts: districtLists(words, facts.districts, verdict),
    history:
      judged.history.length > 1
        ? verdictHistory({ words, formats, districts: facts.districts }, judged.history)
        : null,
    historyTitle: t.history,
  }
}

function pictured(words: Words, { campaign }: ResultFacts, chart: ChartModel): ChartModel {
  return withPictures(words, chart, kind => paths.campaignPicture(campaign.id, kind))
}

/** Additional registrations where they are this campaign's own or everybody's; the lift where only that was told apart. */
export function headline({ results: t }: Words, formats: Formats, { estimate, joint }: Verdict): string {
  if (!estimate) return ''
  if (joint?.own)
    return t.ownBetween(formats.signedPercent(joint.own.lift.low), formats.signedPercent(joint.own.lift.high))
  const { low, high } = estimate.increment
  return (joint ? t.jointBetween : t.between)(formats.number(low), formats.number(high))
}

function checkLines(
  words: Words,
  formats: Formats,
  { placeboDistricts, leaveOneOut }: VerdictEstimate,
): string[] {
  const t = words.results
  return [
    ...(placeboDistricts
      ? [t.placeboDistricts(formats.number(placeboDistricts.rank), formats.number(placeboDistricts.of))]
      : []),
    ...(leaveOneOut
      ? [t.leaveOneOut(formats.signedPercent(leaveOneOut.low), formats.signedPercent(leaveOneOut.high))]
      : []),
  ]
}

function reasonGroups(words: Words, formats: Formats, reasons: readonly Reason[]): StreamResult['reasons'] {
  const t = words.results
  const group = (weight: Reason['weight'], title: string) => ({
    title,
    items: reasons
      .filter(reason => reason.weight === weight)
      .map(reason => reasonText(words, formats, reason)),
  })
  return [
    group('limit', t.reasonsLimit),
    group('for', t.reasonsFor),
    group('against', t.reasonsAgainst),
  ].filter(({ items }) => items.length > 0)
}

function districtLists(
  words: Words,
  districts: Map<string, District>,
  verdict: Verdict,
): StreamResult['districts'] {
  const t = words.results
  const links = (codes: readonly string[]) =>
    codes.map(code => ({ label: districts.get(code)?.shortName ?? code, href: paths.district(code) }))
  return [
    { title: t.exposedDistricts, links: links(verdict.exposed) },
    { title: t.comparisonDistricts, links: links(verdict.estimate?.comparison ?? []) },
  ].filter(list => list.links.length > 0)
}
