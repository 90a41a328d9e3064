import type { BudgetRow, BudgetUse } from '../../domain/campaign-budget.js'
import type { PriceKind } from '../../domain/order-line.js'
import type { Words } from '../../language/words.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'

/** Paid and negotiated, their sum, and apart from it the value of free airtime. */
export function budgetTable(words: Words, formats: Formats, use: BudgetUse): TableModel {
  const t = words.campaignPlan
  const money = (value: number | null) => (value === null ? '–' : formats.rupiah(value))
  const figures = ({ budget, planned, sent, verified }: BudgetRow) =>
    [budget, planned, sent, verified].map(money)
  const left = ({ budget, planned }: BudgetRow) =>
    budget === null ? '–' : formats.rupiah(budget - planned).replace('-', '−')
  const of = (kind: PriceKind) => {
    const row = use.kinds[kind]
    return [words.orders.priceKinds[kind], ...figures(row), kind === 'free' ? '–' : left(row)]
  }
  return table(
    t.budgetTitle,
    [
      t.budgetKind,
      numeric(words.campaigns.budgetFact),
      numeric(t.budgetPlanned),
      numeric(t.budgetSent),
      numeric(t.budgetVerified),
      numeric(t.budgetLeft),
    ],
    [
      of('paid'),
      of('negotiated'),
      { cells: [t.budgetTotal, ...figures(use.spending), left(use.spending)], strong: true },
      of('free'),
    ],
    { empty: '', grid: true },
  )
}
