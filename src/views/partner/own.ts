/** The partner's own page: what was ordered, where each payment stands, how reliable the office thinks they are. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { deliveryCounts } from '../../domain/delivery.js'
import type { MediaOrder } from '../../domain/media-order.js'
import { sentVersion } from '../../domain/media-order.js'
import type { Outlet } from '../../domain/outlet.js'
import { hasPayment, payableRupiah, stepsReached, type PaymentNote } from '../../domain/payment.js'
import type { Reliability } from '../../domain/reliability.js'
import type { Day, Month } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { TableModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { reliabilityTable } from '../reliability/table.js'

export interface OwnPage extends Page {
  outlets: {
    name: string
    orders: { title: string; lines: string[] }[]
    older: string
    none: string
    reliability: { lede: string; table: TableModel }
    statements: LinkTo[]
  }[]
  ordersTitle: string
  reliabilityTitle: string
  reliabilityNote: string
  statementsTitle: string
  back: LinkTo
}

export interface OwnOutlet {
  outlet: Outlet
  /** The latest first. */
  orders: { order: MediaOrder; campaignName: string; broadcasts: BroadcastState[]; notes: PaymentNote[] }[]
  olderOrders: number
  reliability: Reliability
  /** With broadcasts, the latest first. */
  months: Month[]
}

export function ownPage(
  words: Words,
  formats: Formats,
  { token, outlets, today }: { token: string; outlets: OwnOutlet[]; today: Day },
): OwnPage {
  const t = words.ownPage
  return {
    title: t.title,
    trail: [],
    outlets: outlets.map(({ outlet, orders, olderOrders, reliability, months }) => ({
      name: outlet.name,
      orders: orders.map(own => orderEntry(words, formats, own, today)),
      older: olderOrders > 0 ? t.older(formats.number(olderOrders)) : '',
      none: orders.length === 0 ? t.noOrders : '',
      reliability: {
        lede: words.reliability.lead(
          formats.dayMedium(reliability.first),
          formats.dayMedium(reliability.last),
        ),
        table: reliabilityTable(words, formats, reliability),
      },
      statements: months.map(month => ({
        label: words.statements.link(formats.month(month)),
        href: withQuery(paths.ownStatement(token), { outlet: outlet.id, month }),
      })),
    })),
    ordersTitle: t.orders,
    reliabilityTitle: words.reliability.title,
    reliabilityNote: words.reliability.partnerFirst,
    statementsTitle: t.statements,
    back: { label: words.common.back, href: paths.week(token) },
  }
}

function orderEntry(
  words: Words,
  formats: Formats,
  { order, campaignName, broadcasts, notes }: OwnOutlet['orders'][number],
  today: Day,
): OwnPage['outlets'][number]['orders'][number] {
  const t = words.ownPage
  const accepted = sentVersion(order)?.acceptedAt
  const past = broadcasts.filter(({ day }) => day < today)
  const counts = deliveryCounts(past, today)
  const n = formats.number
  return {
    title: `${order.number}, ${campaignName}`,
    lines: [
      accepted ? t.accepted(formats.instant(accepted)) : t.waiting,
      t.counts({
        total: n(past.length - counts.withdrawn),
        verified: n(counts.verified),
        waiting: n(counts.confirmed + counts.disputed),
        missed: n(counts.missed),
        open: n(counts['no-answer'] + counts['not-known'] + counts.returned),
      }),
      ...paymentLines(words, formats, broadcasts, notes),
    ],
  }
}

function paymentLines(
  words: Words,
  formats: Formats,
  broadcasts: readonly BroadcastState[],
  notes: readonly PaymentNote[],
): string[] {
  const t = words.ownPage
  if (!hasPayment(broadcasts)) return [t.free]
  const steps = stepsReached(notes).map(({ step, day }) =>
    words.payments.since(words.payments.steps[step], formats.dayMedium(day)),
  )
  return [
    t.value(formats.rupiah(payableRupiah(broadcasts))),
    t.payment(steps.length > 0 ? formats.list(steps) : words.payments.none.toLowerCase()),
  ]
}
