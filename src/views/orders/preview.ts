import type { Material } from '../../domain/material.js'
import { groupBy } from '../../domain/group.js'
import { plannedRuns, runDays, type OrderLine, type PlannedRun } from '../../domain/order-line.js'
import type { Problem } from '../../domain/problem.js'
import { sumOf } from '../../domain/sum.js'
import { addDays, daysFrom, weekdayOf, type Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { problemText } from '../components/fields.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import { daypartText } from './lines.js'

/** What a line would run and cost, before it is saved. */
export interface PreviewModel {
  title: string
  sentences: string[]
  problems: string[]
  days: TableModel | null
  more: string
}

export interface PreviewFacts {
  line: OrderLine
  materials: ReadonlyMap<string, Material>
  holidays: ReadonlySet<Day>
  /** What the campaign has not ordered yet, without this line. */
  budgetLeft: number
}

/** A table for a person to look over; what goes beyond it is counted. */
const mostDays = 31

export function previewOf(words: Words, formats: Formats, facts: PreviewFacts): PreviewModel {
  const t = words.lineEditor
  const runs = plannedRuns(facts.line, facts.holidays)
  const days = [...groupBy(runs, run => run.day)]
  return {
    title: t.previewTitle,
    sentences: [
      ...sumOfRuns(words, formats, facts, runs),
      ...holidaySentences(words, formats, facts),
      ...rateSentences(words, formats, facts.line),
    ],
    problems: [],
    days: table(
      t.previewTitle,
      [t.day, t.times, t.rotationOn, numeric(t.price)],
      days.slice(0, mostDays).map(([day, ofDay]) => dayCells(words, formats, { day, ofDay, facts })),
      { empty: '' },
    ),
    more: days.length > mostDays ? t.more(formats.number(days.length - mostDays)) : '',
  }
}

export function emptyPreview(words: Words, problems: Record<string, Problem> = {}): PreviewModel {
  const t = words.lineEditor
  const texts = Object.values(problems).map(problem => problemText(words, problem))
  return {
    title: t.previewTitle,
    sentences: texts.length > 0 ? [] : [t.previewNone],
    problems: texts,
    days: null,
    more: '',
  }
}

function sumOfRuns(
  words: Words,
  formats: Formats,
  { line, holidays, budgetLeft }: PreviewFacts,
  runs: readonly PlannedRun[],
): string[] {
  const t = words.lineEditor
  const rupiah = sumOf(runs.map(run => run.rupiah))
  const days = runDays(line, holidays).length
  const flight = formats.days(line.firstDay, line.lastDay)
  const sum = t.sum(formats.number(runs.length), formats.number(days), flight)
  if (line.priceKind === 'free') return [sum, t.freeValue(formats.rupiah(rupiah))]
  const left = budgetLeft - rupiah
  const budget = left < 0 ? t.budgetOver(formats.rupiah(-left)) : t.budgetLeft(formats.rupiah(left))
  return [sum, `${t.cost(formats.rupiah(rupiah))} ${budget}`]
}

function holidaySentences(words: Words, formats: Formats, { line, holidays }: PreviewFacts): string[] {
  const days = daysFrom(line.firstDay, line.lastDay).filter(
    day => holidays.has(day) && line.weekdays.includes(weekdayOf(day)),
  )
  if (days.length === 0) return []
  const names = formats.list(days.map(day => formats.dayMedium(day)))
  return [line.skipHolidays ? words.lineEditor.skipped(names) : words.lineEditor.onHolidays(names)]
}

/** Named only where the price changes within the flight: each stretch up to the day before the next. */
function rateSentences(words: Words, formats: Formats, { rates, lastDay }: OrderLine): string[] {
  if (!rates || rates.length < 2) return []
  const t = words.lineEditor
  const stretches = rates.map(({ firstDay, rupiah }, index) => {
    const next = rates[index + 1]
    return t.rateOf(
      formats.days(firstDay, next ? addDays(next.firstDay, -1) : lastDay),
      formats.rupiah(rupiah),
    )
  })
  return [`${t.rates}: ${stretches.join('; ')}.`]
}

function dayCells(
  words: Words,
  formats: Formats,
  { day, ofDay, facts }: { day: Day; ofDay: PlannedRun[]; facts: PreviewFacts },
): string[] {
  const codes = ofDay.map(run => facts.materials.get(run.materialId)?.code ?? '–')
  return [
    `${formats.weekdayShort(day)}, ${formats.dayMedium(day)}`,
    ofDay.map(run => daypartText(words, formats, run)).join('; '),
    [...groupBy(codes, code => code)]
      .map(([code, of]) => (of.length > 1 ? `${of.length}× ${code}` : code))
      .join(', '),
    formats.rupiah(sumOf(ofDay.map(run => run.rupiah))),
  ]
}
