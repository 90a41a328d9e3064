/** What a plan could show, before it runs. */
import type { Campaign } from '../../domain/campaign.js'
import type { District } from '../../domain/district.js'
import type { PlanMeasurement } from '../../domain/plan-measurement.js'
import type { Day } from '../../domain/time.js'
import type { WaveDraw } from '../../domain/wave-draw.js'
import type { Words } from '../../language/words.js'
import { campaignHead, campaignTrail, type CampaignHead } from '../campaigns/head.js'
import type { FormState } from '../components/fields.js'
import type { ActionModel, ProgressModel, TableModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'
import { alternativeTable, answerOf, districtTable } from './answer.js'
import { drawPart, type DrawPart } from './draw.js'

export interface MeasurabilityPage extends Page {
  head: CampaignHead
  lede: string
  progress: ProgressModel | null
  remark: string
  answer: string
  best: string
  asOf: string
  measure: ActionModel | null
  alternativesTitle: string
  alternatives: TableModel | null
  alternativesHint: string
  byDistrictTitle: string
  byDistrictLead: string
  byDistrict: TableModel | null
  draw: DrawPart
}

export interface MeasurabilityViews {
  'measurability/show': MeasurabilityPage
}

export interface MeasurabilityFacts {
  campaign: Campaign
  today: Day
  measurement: PlanMeasurement | undefined
  draws: readonly WaveDraw[]
  /** Whether chance may still decide. */
  isOpen: boolean
  districts: ReadonlyMap<string, District>
  people: ReadonlyMap<string, string>
  liftWorthHaving: number
  mayPlan: boolean
  state: FormState
}

export interface Texts {
  words: Words
  formats: Formats
}

export function measurabilityPage(texts: Texts, facts: MeasurabilityFacts): MeasurabilityPage {
  const { words, formats } = texts
  const t = words.measurability
  const { campaign, today, measurement } = facts
  const isRunning = measurement !== undefined && measurement.finishedAt === null
  const plan = measurement?.result ?? null
  const here = paths.campaignMeasurability(campaign.id)
  return {
    title: `${campaign.name}: ${t.title}`,
    trail: campaignTrail(words),
    ...(isRunning ? { refresh: 3 } : {}),
    head: campaignHead(words, formats, { campaign, today, face: 'measurability' }),
    lede: t.lead,
    progress: isRunning ? { label: t.running, share: null, sentence: t.waiting, poll: here } : null,
    remark: remarkOf(texts, facts),
    ...answerOf(texts, plan, facts.liftWorthHaving),
    asOf: plan
      ? t.asOf(formats.day(plan.asOf), formats.number(plan.historyDays), formats.number(plan.days))
      : '',
    measure:
      facts.mayPlan && !isRunning
        ? { action: here, label: plan ? t.again : t.measure, tone: plan ? 'plain' : 'primary', hidden: [] }
        : null,
    alternativesTitle: t.alternatives,
    alternatives: plan && alternativeTable(texts, plan),
    alternativesHint: t.smallestHint,
    byDistrictTitle: t.byDistrict,
    byDistrictLead: t.byDistrictLead,
    byDistrict: plan && districtTable(texts, plan, facts.districts),
    draw: drawPart(texts, facts),
  }
}

function remarkOf({ words }: Texts, { measurement, campaign }: MeasurabilityFacts): string {
  const t = words.measurability
  if (!measurement) return t.notYet
  if (measurement.finishedAt === null) return ''
  if (measurement.error === 'no-registrations') return t.noRegistrations
  if (measurement.error !== null) return t.failed
  return measurement.campaignVersion === campaign.version ? '' : t.changed
}
