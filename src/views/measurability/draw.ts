/** The start order drawn by lot: what was drawn, from what, and what came of it. */
import { addDays } from '../../domain/time.js'
import { drawAfter, type WaveDraw } from '../../domain/wave-draw.js'
import { formBuilder, type FieldModel, type SummaryModel } from '../components/fields.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import { paths } from '../paths.js'
import type { MeasurabilityFacts, Texts } from './page.js'

export interface DrawPart {
  title: string
  lede: string
  none: string
  plan: TableModel | null
  result: string[]
  seedHint: string
  draws: TableModel | null
  form: { action: string; summary: SummaryModel; fields: FieldModel[]; button: string } | null
  closed: string
}

export function drawPart(texts: Texts, facts: MeasurabilityFacts): DrawPart {
  const t = texts.words.measurability
  const { draws, isOpen, mayPlan } = facts
  const [inForce] = draws
  return {
    title: t.drawTitle,
    lede: t.drawLead,
    none: inForce ? '' : t.drawNone,
    plan: inForce ? planTable(texts, facts, inForce) : null,
    result: inForce ? resultLines(texts, facts, inForce) : [],
    seedHint: inForce ? t.seedHint : '',
    draws: inForce ? drawTable(texts, facts) : null,
    form: isOpen && mayPlan ? drawForm(texts, facts) : null,
    closed: isOpen ? '' : t.drawClosed,
  }
}

function planTable({ words, formats }: Texts, { districts }: MeasurabilityFacts, draw: WaveDraw): TableModel {
  const t = words.measurability
  const names = (wave: number) =>
    draw.districtCodes
      .filter((_, i) => draw.plan[i] === wave)
      .map(code => districts.get(code)?.shortName ?? code)
  return table(
    t.drawTitle,
    [t.wave, t.starts, words.common.district],
    draw.starts.map((day, wave) => [
      formats.number(wave + 1),
      formats.dayWithWeekday(day),
      names(wave).join(', '),
    ]),
    { empty: '' },
  )
}

function resultLines(
  { words, formats }: Texts,
  { campaign }: MeasurabilityFacts,
  { result }: WaveDraw,
): string[] {
  const t = words.measurability
  if (!result) return [t.drawWaiting(formats.day(addDays(campaign.lastDay, drawAfter)))]
  if (!result.ok) return [words.results.reasons[result.refusal]({})]
  const p = formats.language === 'id' ? result.p.toFixed(3).replace('.', ',') : result.p.toFixed(3)
  return [
    t.drawResult(p, formats.number(result.plans)),
    result.statistic > result.average ? t.drawMore : t.drawLess,
    result.p <= 0.05 ? t.drawSignificant : t.drawChance,
  ]
}

function drawTable({ words, formats }: Texts, { draws, people }: MeasurabilityFacts): TableModel {
  const t = words.measurability
  return table(
    t.draws,
    [t.number, numeric(t.seed), numeric(t.admissible), t.drawnBy, t.when, words.common.reason],
    draws.map(draw => [
      formats.number(draw.number),
      String(draw.seed),
      formats.number(draw.admissible),
      people.get(draw.drawnBy) ?? '–',
      formats.instant(draw.drawnAt),
      draw.reason || '–',
    ]),
    { empty: '' },
  )
}

function drawForm({ words }: Texts, { campaign, draws, state }: MeasurabilityFacts): DrawPart['form'] {
  const t = words.measurability
  const form = formBuilder(words, state)
  const fields = [
    form.select(
      'waves',
      t.waves,
      ['2', '3', '4'].map(n => [n, n] as const),
      { value: '2' },
    ),
    form.select(
      'gapDays',
      t.gapDays,
      ['7', '14', '21'].map(n => [n, n] as const),
      { value: '14' },
    ),
    ...(draws.length > 0 ? [form.input('reason', t.reason)] : []),
  ]
  return {
    action: paths.campaignWaves(campaign.id),
    summary: form.summary,
    fields,
    button: draws.length > 0 ? t.drawAgain : t.draw,
  }
}
