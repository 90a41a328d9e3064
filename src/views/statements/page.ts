/** "Laporan bukti siar": an outlet's month as the outlet and the office sign it; on screen, on paper and as a workbook. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { hasRun, isProven, isVerified } from '../../domain/exposure.js'
import type { Outlet } from '../../domain/outlet.js'
import { payableRupiah } from '../../domain/payment.js'
import type { Day, Instant, Month } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { deliveryTag } from '../broadcasts/tags.js'
import type { FactsModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import { daypartText } from '../orders/lines.js'
import type { Cell, LinkTo, Page } from '../page.js'

export interface StatementPage extends Page {
  facts: FactsModel
  table: TableModel
  signatures: { title: string; hint: string }[]
  sheet: LinkTo
  back: LinkTo
}

export interface StatementViews {
  'statements/show': StatementPage
}

export interface StatementFacts {
  outlet: Outlet
  month: Month
  officeName: string
  broadcasts: readonly BroadcastState[]
  orderNumbers: ReadonlyMap<string, string>
  today: Day
  now: Instant
}

export function statementPage(
  words: Words,
  formats: Formats,
  facts: StatementFacts,
  links: { sheet: string; back: string },
): StatementPage {
  const t = words.statements
  return {
    title: t.title(facts.outlet.name, formats.month(facts.month)),
    trail: [],
    facts: { facts: statementFigures(words, formats, facts).map(([label, value]) => ({ label, value })) },
    table: table(
      t.title(facts.outlet.name, formats.month(facts.month)),
      [t.run, t.actual, t.state, numeric(t.price)],
      facts.broadcasts.map(broadcast => cells(words, formats, broadcast, facts)),
      { empty: t.empty },
    ),
    signatures: [t.signOutlet, t.signOffice].map(title => ({ title, hint: t.signHint })),
    sheet: { label: t.sheet, href: links.sheet },
    back: { label: words.common.back, href: links.back },
  }
}

/** What stands above the list, on screen and in the workbook alike. */
export function statementFigures(
  words: Words,
  formats: Formats,
  { outlet, month, officeName, broadcasts, now }: StatementFacts,
): [label: string, value: string][] {
  const t = words.statements
  const count = (is: (b: BroadcastState) => boolean) => formats.number(broadcasts.filter(is).length)
  return [
    [t.outlet, `${outlet.name}, ${outlet.city}`],
    [t.office, officeName],
    [t.month, formats.month(month)],
    [t.ordered, formats.number(broadcasts.length)],
    [t.ran, count(hasRun)],
    [t.verified, count(isVerified)],
    [t.proven, count(isProven)],
    [t.value, formats.rupiah(payableRupiah(broadcasts))],
    [t.printed, formats.instant(now)],
  ]
}

function cells(words: Words, formats: Formats, broadcast: BroadcastState, facts: StatementFacts): Cell[] {
  const t = words.statements
  const { day, materialCode, materialTitle, orderId, replacesId } = broadcast
  const what = [
    `${materialCode} ${materialTitle}`,
    facts.orderNumbers.get(orderId) ?? '',
    replacesId ? t.replaces : '',
  ]
  return [
    {
      strong: `${formats.weekdayShort(day)}, ${formats.dayShort(day)} ${daypartText(words, formats, broadcast)}`,
      soft: what.filter(Boolean).join(' · '),
      to: '',
    },
    answerText(words, formats, broadcast),
    stateText(words, broadcast, facts.today),
    broadcast.priceKind === 'free' ? t.freePrice : formats.number(broadcast.rupiah),
  ]
}

export function answerText(words: Words, formats: Formats, broadcast: BroadcastState): string {
  const { answer, actualDay, actualMinute, day } = broadcast
  if (answer === null) return '–'
  const otherDay = actualDay && actualDay !== day ? formats.dayShort(actualDay) : ''
  const time = actualMinute === null ? '' : formats.time(actualMinute)
  return [words.broadcasts.answers[answer], otherDay, time].filter(Boolean).join(', ')
}

/** The state, and of a verified run its grade. */
export function stateText(words: Words, broadcast: BroadcastState, today: Day): string {
  const { label } = deliveryTag(words, broadcast, today)
  return isVerified(broadcast) && broadcast.grade ? `${label} (${broadcast.grade})` : label
}
