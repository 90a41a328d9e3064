import { fewestRuns, type Comparison } from '../../domain/comparison.js'
import type { Words } from '../../language/words.js'
import type { PageHeadModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Page } from '../page.js'

export interface ComparisonPage extends Page {
  head: PageHeadModel
  nothing: string
  parts: { title: string; sentence: string; table: TableModel }[]
  hint: string
}

export function comparisonPage(
  words: Words,
  formats: Formats,
  comparisons: readonly Comparison[],
): ComparisonPage {
  const t = words.answers
  const told = comparisons.filter(({ rows }) => rows.length > 0)
  return {
    title: t.comparisonTitle,
    trail: [],
    head: {
      title: t.comparisonTitle,
      lede: t.comparisonLead,
      tag: null,
      updated: '',
      links: [],
      actions: [],
    },
    nothing: told.length === 0 ? t.nothing : '',
    parts: told.map(comparison => ({
      title: t.dimensions[comparison.dimension],
      sentence: comparison.difference
        ? t.difference(comparison.difference.more, comparison.difference.less)
        : t.noDifference,
      table: comparisonTable(words, formats, comparison),
    })),
    hint: t.comparisonHint,
  }
}

function comparisonTable(words: Words, formats: Formats, { dimension, rows }: Comparison): TableModel {
  const t = words.answers
  const lift = ({ lift: found, verifiedRuns }: Comparison['rows'][number]) => {
    if (verifiedRuns < fewestRuns) return t.hidden(formats.number(fewestRuns))
    if (!found) return t.noPool
    return t.range(formats.signedPercent(found.low), formats.signedPercent(found.high))
  }
  return table(
    t.dimensions[dimension],
    [t.dimensions[dimension], numeric(t.campaigns), numeric(t.runs), t.lift],
    rows.map(row => [row.label, formats.number(row.campaigns), formats.number(row.verifiedRuns), lift(row)]),
    { empty: words.common.nothingYet },
  )
}
