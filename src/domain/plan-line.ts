import { lineProblems, type LinePlan, type OrderLine } from './order-line.js'
import { quoteLine } from './line-price.js'
import type { Problem } from './problem.js'
import type { Rate } from './rate.js'
import type { Day } from './time.js'

interface Around {
  campaign: { firstDay: Day; lastDay: Day }
  /** The outlet's. */
  rates: readonly Rate[]
}

/**
 * A line as it would stand in an order, priced as agreed or by the outlet's rates on its days; or what is wrong with
 * it, by field.
 */
export function planLine(
  { byRate = false, ...plan }: LinePlan,
  { campaign, rates }: Around,
): { ok: true; line: Omit<OrderLine, 'id' | 'lineKey' | 'position'> } | { ok: false; problems: Problems } {
  const problems = lineProblems(plan, campaign)
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  if (!byRate) return { ok: true, line: { ...plan, rates: null } }
  if (plan.priceKind === 'negotiated') return refuse({ code: 'required' })
  const quote = quoteLine(rates, plan)
  if (!quote.ok) return refuse({ code: 'no-rate', values: { day: quote.day } })
  return { ok: true, line: { ...plan, rates: quote.rates } }
}

type Problems = Record<string, Problem>

function refuse(rupiah: Problem): { ok: false; problems: Problems } {
  return { ok: false, problems: { rupiah } }
}
