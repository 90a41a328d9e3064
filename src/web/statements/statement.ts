import type { App } from '../../app.js'
import { NotFound } from '../../domain/errors.js'
import { lastDayOfMonth, monthOf, type Month } from '../../domain/time.js'
import type { StatementFacts } from '../../views/statements/page.js'
import { statementSheet } from '../../views/statements/sheet.js'
import type { Visit } from '../visit.js'
import { found } from '../visit.js'

/** An outlet's month; only what was asked for by today, so that no future run looks like silence. */
export async function statementFacts(
  { store, clock }: App,
  outletId: string,
  asked: string,
): Promise<StatementFacts> {
  const today = clock.today()
  const month: Month = asked || monthOf(today)
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new NotFound('month')
  const last = lastDayOfMonth(month)
  const to = last < today ? last : today
  const [outlet, settings, listed] = await Promise.all([
    store.outlets.find(outletId),
    store.settings.all(),
    store.broadcasts.listStates({ outletIds: [outletId], from: `${month}-01`, to }),
  ])
  const broadcasts = listed.filter(broadcast => !broadcast.withdrawnAt || broadcast.answer !== null)
  const orders = await store.mediaOrders.listByIds([...new Set(broadcasts.map(({ orderId }) => orderId))])
  return {
    outlet: found(outlet, 'outlet'),
    month,
    officeName: settings.officeName,
    broadcasts,
    orderNumbers: new Map(orders.map(({ id, number }) => [id, number])),
    today,
    now: clock.now(),
  }
}

export function sendSheet({ app, words, formats, res }: Visit, facts: StatementFacts): void {
  const file = app.tables.xlsx([statementSheet(words, formats, facts)])
  res.attachment(`bukti-siar-${facts.month}.xlsx`).send(file)
}
