import type { Campaign } from './campaign.js'
import type { PriceKind } from './order-line.js'

/** What was sent to outlets of one price kind, and what of it verifiably ran, in rupiah. */
export interface KindRupiah {
  priceKind: PriceKind
  sent: number
  verified: number
}

type ByKind = Record<PriceKind, number>

export interface BudgetRow {
  budget: number | null
  planned: number
  sent: number
  verified: number
}

export interface BudgetUse {
  kinds: Record<PriceKind, BudgetRow>
  /** Paid and negotiated together; free airtime is never in it. */
  spending: BudgetRow & { budget: number }
  /** By how much the plan passes the budget; 0 while it does not. */
  over: number
}

/**
 * A campaign's budget beside what its orders plan, what was sent to outlets and what verifiably ran, in whole rupiah.
 * A budget nobody divided has no figure per kind, only the sum.
 */
export function budgetUse(
  campaign: Campaign,
  { planned, sent, verified }: { planned: ByKind; sent: ByKind; verified: ByKind },
): BudgetUse {
  const { budgetRupiah, budgetNegotiatedRupiah, budgetFreeRupiah } = campaign
  const divided = budgetNegotiatedRupiah !== null
  const row = (kind: PriceKind, budget: number | null): BudgetRow => ({
    budget,
    planned: planned[kind],
    sent: sent[kind],
    verified: verified[kind],
  })
  const spent = ({ paid, negotiated }: ByKind) => paid + negotiated
  return {
    kinds: {
      paid: row('paid', divided ? budgetRupiah - budgetNegotiatedRupiah : null),
      negotiated: row('negotiated', budgetNegotiatedRupiah),
      free: row('free', budgetFreeRupiah),
    },
    spending: {
      budget: budgetRupiah,
      planned: spent(planned),
      sent: spent(sent),
      verified: spent(verified),
    },
    over: Math.max(0, spent(planned) - budgetRupiah),
  }
}
