import type { Analysis } from '../../domain/analysis.js'
import type { Campaign } from '../../domain/campaign.js'
import type { District } from '../../domain/district.js'
import type { Day } from '../../domain/time.js'
import type { Reason, Verdict, VerdictEstimate, VerdictKind } from '../../domain/verdict.js'
import type { Words } from '../../language/words.js'
import { campaignHead, campaignTrail, type CampaignHead } from '../campaigns/head.js'
import { placeboStrip } from '../charts/placebo-strip.js'
import { verdictChart } from '../charts/verdict-chart.js'
import type { ChartModel, FactsModel, TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page, Tag } from '../page.js'
import { paths } from '../paths.js'
import { reasonText } from './reasons.js'

export interface ResultPage extends Page {
  head: CampaignHead
  lede: string
  none: string
  judge: { action: string; label: string } | null
  streams: StreamResult[]
  caution: string
}

/** One verdict: its sentence, its range, its picture, its reasons. */
export interface StreamResult {
  heading: string
  asOf: string
  sentence: string
  tone: Tag['tone']
  range: string
  rangeHint: string
  facts: FactsModel
  chart: ChartModel | null
  reasons: { title: string; items: string[] }[]
  checksTitle: string
  placebo: ChartModel | null
  checks: string[]
  districts: { title: string; links: LinkTo[] }[]
  history: TableModel | null
  historyTitle: string
}

export interface ResultViews {
  'results/show': ResultPage
  'results/stream': StreamResult
}

export const verdictTones: Record<VerdictKind, Tag['tone']> = {
  strong: 'good',
  indication: 'info',
  'no-effect': 'plain',
  'cannot-judge': 'wait',
  confounded: 'wait',
}

export interface ResultFacts {
  campaign: Campaign
  today: Day
  judged: {
    analysis: Analysis
    verdict: Verdict
    streamName: string
    history: { analysis: Analysis; verdict: Verdict }[]
  }[]
  districts: Map<string, District>
  mayJudge: boolean
}

export function resultPage(words: Words, formats: Formats, facts: ResultFacts): ResultPage {
  const t = words.results
  const { campaign, today } = facts
  return {
    title: `${campaign.name}: ${t.title}`,
    trail: campaignTrail(words),
    head: campaignHead(words, formats, { campaign, today, face: 'result' }),
    lede: t.lead,
    none: facts.judged.length === 0 ? t.notJudged : '',
    judge: facts.mayJudge ? { action: paths.campaignJudgement(campaign.id), label: t.judge } : null,
    streams: facts.judged.map(judged => streamResult(words, formats, facts, judged)),
    caution: facts.judged.length > 0 ? t.coincides : '',
  }
}

function streamResult(
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
    range:
      shown && estimate
        ? t.between(formats.number(estimate.increment.low), formats.number(estimate.increment.high))
        : '',
    rangeHint: shown && estimate ? t.betweenHint : '',
    facts: verdictFacts(words, formats, verdict),
    chart: estimate ? chartOf(words, formats, { id, name: facts.campaign.name, verdict, estimate }) : null,
    reasons: reasonGroups(words, formats, verdict.reasons),
    checksTitle: t.checksTitle,
    placebo: estimate && estimate.earlierWindows.length > 0 ? placebos(words, formats, id, estimate) : null,
    checks: estimate ? checkLines(words, formats, estimate) : [],
    districts: districtLists(words, facts.districts, verdict),
    history: judged.history.length > 1 ? historyTable(words, formats, judged.history) : null,
    historyTitle: t.history,
  }
}

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
          { label: t.observed, value: formats.number(estimate.observed) },
          { label: t.expected, value: formats.number(estimate.expected) },
          { label: t.detectable, value: formats.percent(estimate.detectable) },
        ]
      : []),
    ...(cost
      ? [
          {
            label: t.cost,
            value:
              cost.high === null
                ? t.costOpen(formats.rupiah(cost.low))
                : t.costRange(formats.rupiah(cost.low), formats.rupiah(cost.high)),
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

function chartOf(
  words: Words,
  formats: Formats,
  { id, name, verdict, estimate }: { id: string; name: string; verdict: Verdict; estimate: VerdictEstimate },
): ChartModel {
  const points = estimate.weeks.map(week => ({
    day: week.day,
    observed: week.observed,
    expected: week.counterfactual,
    low: week.low,
    high: week.high,
  }))
  return verdictChart(
    { words, formats },
    {
      id: `verdict-${id}`,
      title: words.results.chartTitle(name),
      unit: 'week',
      points,
      window: { first: verdict.firstDay!, last: verdict.lastDay! },
      cumulative: estimate.cumulative,
    },
  )
}

function placebos(words: Words, formats: Formats, id: string, estimate: VerdictEstimate): ChartModel {
  const t = words.results
  return placeboStrip(
    { words, formats },
    {
      id: `placebo-${id}`,
      title: t.placeboTitle,
      actual: {
        label: t.placeboActual,
        lift: estimate.lift.estimate,
        low: estimate.lift.low,
        high: estimate.lift.high,
      },
      placebos: estimate.earlierWindows.map(window => ({
        kind: 'date' as const,
        label: t.placeboDate(formats.days(window.firstDay, window.lastDay)),
        lift: window.lift.estimate,
      })),
    },
  )
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

function historyTable(
  words: Words,
  formats: Formats,
  history: ResultFacts['judged'][number]['history'],
): TableModel {
  const t = words.results
  return table(
    t.history,
    [words.common.when, words.common.state, t.lift, t.historyMethod],
    history.map(({ analysis, verdict }) => [
      formats.instantShort(analysis.asOf),
      { tag: { label: words.verdicts[verdict.kind], tone: verdictTones[verdict.kind] } },
      verdict.estimate
        ? t.range(
            formats.signedPercent(verdict.estimate.lift.low),
            formats.signedPercent(verdict.estimate.lift.high),
          )
        : '–',
      analysis.methodVersion,
    ]),
    { empty: words.common.nothingYet },
  )
}
