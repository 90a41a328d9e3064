/** What the engine does, in words, beside how often it was wrong where the truth was known. */
import { judgedKinds, shareOfJudged, shareOfKinds, type SeasonRates } from '../../domain/season-rates.js'
import { sumOf } from '../../domain/sum.js'
import { verdictKinds } from '../../domain/verdict.js'
import type { Words } from '../../language/words.js'
import type { PageHeadModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Page } from '../page.js'
import type { Calibration } from '../../statistics/index.js'
import { calibrationModel, type CalibrationModel } from './calibration.js'

export interface MethodPage extends Page {
  head: PageHeadModel
  parts: { title: string; lines: readonly string[] }[]
  ratesTitle: string
  ratesLead: string
  tables: { title: string; table: TableModel }[]
  calibration: CalibrationModel
  dataTitle: string
  data: readonly string[]
}

export interface MethodViews {
  'method/show': MethodPage
}

export function methodPage(
  words: Words,
  formats: Formats,
  { rates, calibration }: { rates: SeasonRates; calibration: Calibration },
): MethodPage {
  const t = words.method
  return {
    title: t.title,
    trail: [],
    head: { title: t.title, lede: t.lead, tag: null, updated: '', links: [], actions: [] },
    parts: t.parts,
    ratesTitle: t.ratesTitle,
    ratesLead: t.ratesLead(formats.number(rates.seasons), rates.methodVersion),
    tables: [
      { title: t.ratesTitle, table: rateTable(words, formats, rates) },
      { title: t.verdictsTitle, table: verdictTable(words, formats, rates) },
      { title: t.refusedTitle, table: refusedTable(words, formats, rates) },
    ],
    calibration: calibrationModel({ words, formats }, calibration),
    dataTitle: t.dataTitle,
    data: t.data,
  }
}

/** The gates of the product beside what was found. */
function rateTable(words: Words, formats: Formats, rates: SeasonRates): TableModel {
  const t = words.method
  const { withoutEffect, planted, covered, intervals } = rates
  const [without, withLift] = [withoutEffect, planted].map(counts => sumOf(Object.values(counts))) as [
    number,
    number,
  ]
  const seen = ['strong', 'indication'] as const
  const row = (label: string, bound: string, [share, of]: [number, number]) => [
    label,
    bound,
    formats.percentTenth(share),
    formats.number(of),
  ]
  return table(
    t.ratesTitle,
    [t.measure, t.wanted, numeric(t.found), numeric(t.of)],
    [
      row(t.strongWithout, t.atMost(formats.percent(0.02)), [
        shareOfKinds(withoutEffect, ['strong']),
        without,
      ]),
      row(t.anyWithout, t.atMost(formats.percent(0.07)), [shareOfKinds(withoutEffect, seen), without]),
      row(t.anyPlanted, t.atLeast(formats.percent(0.8)), [shareOfKinds(planted, seen), withLift]),
      row(t.anyPlantedJudged, '–', [
        shareOfJudged(planted, seen),
        sumOf(judgedKinds.map(kind => planted[kind])),
      ]),
      row(t.covered, t.atLeast(formats.percent(0.92)), [covered / Math.max(1, intervals), intervals]),
    ],
    { empty: '' },
  )
}

function verdictTable(words: Words, formats: Formats, { withoutEffect, planted }: SeasonRates): TableModel {
  const t = words.method
  return table(
    t.verdictsTitle,
    [t.verdict, numeric(t.without), numeric(t.planted)],
    verdictKinds.map(kind => [
      words.verdicts[kind],
      formats.number(withoutEffect[kind]),
      formats.number(planted[kind]),
    ]),
    { empty: '' },
  )
}

function refusedTable(words: Words, formats: Formats, { refused }: SeasonRates): TableModel {
  const t = words.method
  const names: Record<string, string> = t.refusedNames
  return table(
    t.refusedTitle,
    [t.refusedReason, numeric(t.count)],
    Object.entries(refused).map(([reason, count]) => [
      names[reason] ?? t.refusedNames.other,
      formats.number(count),
    ]),
    { empty: words.common.nothingYet },
  )
}
