/** A campaign on one page of paper: what was planned, what ran, what came of it. The files hold the same tables. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { hasRun, isProven, isVerified } from '../../domain/exposure.js'
import { costOfRuns } from '../../domain/disturbance.js'
import type { ChartModel, PageHeadModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'
import { chartOf } from './pictures.js'
import { costText } from './facts.js'
import type { ResultFacts } from './show.js'

export interface ReportPage extends Page {
  head: PageHeadModel
  files: LinkTo[]
  delivery: TableModel
  verdicts: TableModel
  chart: ChartModel | null
  caution: string
}

interface Texts {
  words: Words
  formats: Formats
}

export function reportPage(
  texts: Texts,
  facts: ResultFacts,
  broadcasts: readonly BroadcastState[],
): ReportPage {
  const { words, formats } = texts
  const t = words.report
  const { campaign, judged } = facts
  const { id } = campaign
  return {
    title: t.title(campaign.name),
    trail: [{ label: campaign.name, href: paths.campaignResult(id) }],
    head: {
      title: campaign.name,
      lede: `${formats.days(campaign.firstDay, campaign.lastDay)}. ${campaign.objective}`,
      tag: null,
      updated: judged[0] ? words.results.asOf(formats.instant(judged[0].analysis.asOf)) : '',
      links: [],
      actions: [],
    },
    files: [
      { label: 'CSV', href: paths.campaignReportFile(id, 'csv') },
      { label: 'XLSX', href: paths.campaignReportFile(id, 'xlsx') },
    ],
    delivery: deliveryTable(texts, broadcasts),
    verdicts: verdictTable(texts, facts),
    chart: firstChart(texts, facts),
    caution: judged.length > 0 ? words.results.coincides : '',
  }
}

/** The tables of the page, for the files. */
export function reportTables({ delivery, verdicts }: ReportPage): TableModel[] {
  return [verdicts, delivery]
}

function deliveryTable({ words, formats }: Texts, broadcasts: readonly BroadcastState[]): TableModel {
  const t = words.report
  const standing = broadcasts.filter(({ withdrawnAt, answer }) => !withdrawnAt || answer)
  const count = (rows: readonly BroadcastState[]) => formats.number(rows.length)
  return table(
    t.delivery,
    [t.what, numeric(t.count)],
    [
      [t.planned, count(standing)],
      [t.ran, count(standing.filter(hasRun))],
      [t.verified, count(standing.filter(isVerified))],
      [t.proven, count(standing.filter(isProven))],
      [t.missed, count(standing.filter(({ answer }) => answer === 'did-not-run'))],
      [t.unanswered, count(standing.filter(({ answer }) => answer === null || answer === 'not-known'))],
      [t.spent, formats.rupiah(costOfRuns(standing))],
    ],
    { empty: words.common.nothingYet, showCaption: true },
  )
}

function verdictTable({ words, formats }: Texts, { judged }: ResultFacts): TableModel {
  const t = words.results
  const range = (low: string, high: string) => t.range(low, high)
  return table(
    words.report.verdicts,
    [words.districts.streamTabs, words.report.verdict, t.increment, t.lift, t.cost],
    judged.map(({ streamName, verdict }) => {
      const { estimate, cost } = verdict
      return [
        streamName,
        words.verdicts[verdict.kind],
        estimate
          ? range(formats.number(estimate.increment.low), formats.number(estimate.increment.high))
          : '–',
        estimate
          ? range(formats.signedPercent(estimate.lift.low), formats.signedPercent(estimate.lift.high))
          : '–',
        cost ? costText(words, formats, cost) : '–',
      ]
    }),
    { empty: t.notJudged, showCaption: true },
  )
}

function firstChart({ words, formats }: Texts, { judged, campaign }: ResultFacts): ChartModel | null {
  const first = judged.find(({ verdict }) => verdict.estimate)
  if (!first?.verdict.estimate) return null
  const { verdict, analysis } = first
  const id = analysis.streamId ?? 'stream'
  return chartOf(words, formats, { id, name: campaign.name, verdict, estimate: first.verdict.estimate })
}
