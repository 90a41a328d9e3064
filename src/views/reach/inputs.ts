import { media, type Coverage } from '../../domain/outlet.js'
import type { FactsModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import { paths } from '../paths.js'
import type { ReachFacts, Texts } from './page.js'

/** Every input with its source and date. */
export function inputFacts({ words, formats }: Texts, { coverage, districts }: ReachFacts): FactsModel {
  const t = words.reach.inputs
  const years = [...new Set([...districts.values()].flatMap(({ populationYear }) => populationYear ?? []))]
  return {
    facts: [
      { label: t.coverage, value: coverageText(coverage) },
      {
        label: t.people,
        value: years.map(year => t.peopleValue(String(year))).join(', ') || words.reach.none,
      },
      { label: t.offAir, value: t.offAirValue },
    ],
  }

  function coverageText(rows: readonly Coverage[]): string {
    if (rows.length === 0) return words.reach.none
    const days = rows.map(({ asOf }) => asOf).toSorted()
    const sources = [...new Set(rows.map(({ source }) => source))].toSorted()
    const range = t.coverageValue(
      formats.number(rows.length),
      formats.dayMedium(days[0]!),
      formats.dayMedium(days.at(-1)!),
    )
    return `${range}${sources.slice(0, mostSources).join('; ')}${sources.length > mostSources ? '; …' : ''}`
  }
}

const mostSources = 6

export function habitTable({ words, formats }: Texts, { habits, mayKeepHabits }: ReachFacts): TableModel {
  const t = words.reach
  const columns = [t.medium, numeric(t.rating), numeric(t.alikeness), t.source, t.asOf]
  return table(
    t.habitsTitle,
    mayKeepHabits ? [...columns, words.common.actions] : columns,
    media.map(medium => {
      const habit = habits[medium]
      const cells = [
        words.mediumNames[medium],
        formats.percent(habit.rating),
        formats.percent(habit.alikeness),
        habit.keptBy === null ? t.assumption : habit.source,
        habit.keptBy === null ? t.none : formats.dayMedium(habit.asOf),
      ]
      return mayKeepHabits
        ? [
            ...cells,
            { label: `${t.change}: ${words.mediumNames[medium]}`, href: paths.audienceHabit(medium) },
          ]
        : cells
    }),
    { empty: '' },
  )
}
