import type { Analysis } from '../../domain/analysis.js'
import type { Campaign } from '../../domain/campaign.js'
import type { District } from '../../domain/district.js'
import type { Day } from '../../domain/time.js'
import type { Verdict } from '../../domain/verdict.js'
import type { Words } from '../../language/words.js'
import { campaignHead, campaignTrail, type CampaignHead } from '../campaigns/head.js'
import type { ProgressModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'
import { type StreamResult, streamResult } from './stream.js'

export interface ResultPage extends Page {
  head: CampaignHead
  lede: string
  none: string
  judge: { action: string; label: string } | null
  progress: ProgressModel | null
  streams: StreamResult[]
  caution: string
  report: LinkTo | null
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
  /** Whether the campaigns are being judged, and how far that is. */
  judging: { isRunning: boolean; share: number | null } | null
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
    ...(facts.judging ? { refresh: 5 } : {}),
    judge: facts.mayJudge ? judgeButton(words, facts) : null,
    progress: progressOf(words, formats, facts),
    streams: facts.judged.map(judged => streamResult(words, formats, facts, judged)),
    caution: facts.judged.length > 0 ? t.coincides : '',
    report:
      facts.judged.length > 0 ? { label: words.report.open, href: paths.campaignReport(campaign.id) } : null,
  }
}

function judgeButton({ results: t }: Words, { campaign: { id }, judging }: ResultFacts): ResultPage['judge'] {
  return judging
    ? { action: paths.campaignJudgementStop(id), label: t.cancel }
    : { action: paths.campaignJudgement(id), label: t.judge }
}

function progressOf(
  { results: t }: Words,
  formats: Formats,
  { campaign, judging }: ResultFacts,
): ProgressModel | null {
  if (!judging) return null
  const { isRunning, share } = judging
  const sentence = isRunning ? t.runningShare(formats.percent(share ?? 0)) : t.runningSoon
  return { label: t.running, share, sentence, poll: paths.campaignResult(campaign.id) }
}
