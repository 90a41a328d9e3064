/** Figures that somebody published, beside what is counted here, with every doubt as a sentence. */
import { wholeScope, type FigureAlarm, type PublishedFigure } from '../../domain/published-figure.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { LinkTo } from '../page.js'
import { paths } from '../paths.js'
import type { Texts } from '../registrations/texts.js'

export interface ShownFigure {
  figure: PublishedFigure
  isWhole: boolean
  alarms: readonly FigureAlarm[]
  /** What is counted here up to the same day; null where nothing is. */
  ours: number | null
}

export interface FiguresPart {
  title: string
  lede: string
  add: LinkTo | null
  alarms: string[]
  table: TableModel
}

interface Given {
  figures: readonly ShownFigure[]
  districts: ReadonlyMap<string, string>
  mayWrite: boolean
}

export function figuresPart(texts: Texts, { figures, districts, mayWrite }: Given): FiguresPart {
  const { words, formats } = texts
  const t = words.targets
  return {
    title: t.figures,
    lede: t.figuresLead,
    add: mayWrite ? { label: t.figureAdd, href: paths.newPublishedFigure } : null,
    alarms: figures.flatMap(figure => alarmSentences(texts, figure)),
    table: table(
      t.figures,
      [t.throughDay, t.scope, numeric(t.amount), numeric(t.ours), t.doubts, t.source],
      figures.map(({ figure, alarms, ours }) => [
        formats.dayMedium(figure.throughDay),
        figure.scope === wholeScope ? t.allDistricts : (districts.get(figure.scope) ?? figure.scope),
        formats.number(figure.amount),
        ours === null ? '–' : formats.number(ours),
        {
          tag: {
            label: alarms.length === 0 ? t.noDoubt : formats.number(alarms.length),
            tone: alarms.length === 0 ? 'plain' : 'bad',
          },
        },
        figure.note ? { strong: figure.source, soft: figure.note, to: '' } : figure.source,
      ]),
      { empty: t.figuresNone },
    ),
  }
}

export function alarmSentences(
  texts: Texts,
  { figure, alarms }: Pick<ShownFigure, 'figure' | 'alarms'>,
): string[] {
  return alarms.map(alarm => alarmSentence(texts, figure.amount, alarm))
}

function alarmSentence({ words, formats }: Texts, figure: number, alarm: FigureAlarm): string {
  const t = words.targets.alarms
  const { number } = formats
  const amount = number(figure)
  switch (alarm.kind) {
    case 'equals-target':
      return t[alarm.kind](amount, number(alarm.target))
    case 'equals-months':
      return t[alarm.kind](amount, number(alarm.target), number(alarm.months))
    case 'equals-days':
      return t[alarm.kind](amount, number(alarm.target), number(alarm.days))
    case 'equals-steps':
      return t[alarm.kind](amount, number(alarm.toDate))
    case 'over-target':
      return t[alarm.kind](amount, number(alarm.target), formats.percent(alarm.share))
    case 'repeats':
      break
  }
  return t[alarm.kind](amount, formats.day(alarm.day))
}
