import type { BroadcastState } from '../../domain/broadcast.js'
import type { Campaign } from '../../domain/campaign.js'
import type { MediaOrder, OrderVersion } from '../../domain/media-order.js'
import { freeValueRupiah, orderedRupiah } from '../../domain/order-cost.js'
import type { Outlet } from '../../domain/outlet.js'
import type { Words } from '../../language/words.js'
import type { FactsModel, TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import { scheduleTable } from '../mail/orders.js'
import type { Page } from '../page.js'
import { lineCells, lineColumns, type LineFacts } from './lines.js'

/** An order as it is printed, signed and sent back. */
export interface OrderPaper extends Page {
  facts: FactsModel
  lines: TableModel
  totals: string[]
  scheduleTitle: string
  schedule: TableModel
  scripts: { title: string; text: string }[]
  signatures: { title: string; hint: string }[]
}

export interface PaperFacts extends LineFacts {
  order: MediaOrder
  version: OrderVersion
  campaign: Campaign
  outlet: Outlet
  officeName: string
  broadcasts: BroadcastState[]
}

export function orderPaper(words: Words, formats: Formats, facts: PaperFacts): OrderPaper {
  const t = words.orderPaper
  const { order, version, outlet, broadcasts } = facts
  const standing = broadcasts.filter(broadcast => !broadcast.withdrawnAt)
  const used = new Set(version.lines.flatMap(line => line.materials.map(({ materialId }) => materialId)))
  return {
    title: t.title(order.number, formats.number(version.number)),
    trail: [],
    facts: {
      facts: [
        { label: t.from, value: facts.officeName },
        { label: t.to, value: `${outlet.name}, ${outlet.city}` },
        { label: t.campaign, value: facts.campaign.name },
      ],
    },
    lines: table(
      words.orders.lines,
      lineColumns(words),
      version.lines.map(line => lineCells(words, formats, line, facts)),
      { empty: words.orders.linesNone, showCaption: true },
    ),
    totals: totalsOf(words, formats, facts),
    scheduleTitle: words.orders.schedule,
    schedule: {
      ...scheduleTable(words, formats, standing),
      empty: words.orders.scheduleNone,
    },
    scripts: [...facts.materials.values()]
      .filter(({ id }) => used.has(id))
      .map(({ code, title, script }) => ({
        title: `${code} ${title}`,
        text: script || words.materials.noScript,
      })),
    signatures: [t.signOffice, t.signOutlet].map(title => ({ title, hint: t.signHint })),
  }
}

function totalsOf(words: Words, formats: Formats, { order, version, holidays }: PaperFacts): string[] {
  const t = words.orderPaper
  const alone = { ...order, versions: [version] }
  const free = freeValueRupiah(alone, holidays)
  return [
    `${t.total}: ${formats.rupiah(orderedRupiah(alone, holidays))}`,
    ...(free > 0 ? [`${t.freeTotal}: ${formats.rupiah(free)}`] : []),
  ]
}
