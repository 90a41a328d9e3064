/** The broadcasts a reader has drilled down to, a page at a time, and the addresses that lead to them. */
import type { BroadcastState } from '../../domain/broadcast.js'
import type { DeliveryChoice, RuleChoice } from '../../domain/delivery-choice.js'
import { rulesUsed } from '../../domain/run-difference.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { PagerModel, TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import { daypartText } from '../orders/lines.js'
import { paths, withQuery } from '../paths.js'
import type { DeliveryFacts } from './delivery.js'
import { differenceText, ruleText } from './differences.js'
import { deliveryTag } from './tags.js'

export const pageSize = 50

export function deliveryPath(campaignId: string, choice: Partial<DeliveryChoice>, page?: number): string {
  const { state, outletId, rule, grade } = choice
  return withQuery(paths.campaignDelivery(campaignId), {
    state: state ?? '',
    outlet: outletId ?? '',
    rule: rule ? ruleKey(rule) : '',
    grade: grade ?? '',
    page: page && page > 1 ? page : '',
  })
}

/** How an address names a rule: `radio.time.within`. */
function ruleKey({ medium, rule, fit }: RuleChoice): string {
  return `${medium}.${rule}.${fit}`
}

/** "Radio Gema · Radio: at most 15 minutes outside the daypart: taken as ordered" */
export function choiceText(
  words: Words,
  formats: Formats,
  broadcasts: readonly BroadcastState[],
  { outletId, rule, grade }: DeliveryChoice,
): string {
  const t = words.tolerances
  return [
    outletId && broadcasts.find(broadcast => broadcast.outletId === outletId)?.outletName,
    rule && t.filtered(ruleText(words, formats, rule.medium, rule.rule), t[rule.fit]),
    grade && (grade === 'unverified' ? words.delivery.unverified : words.broadcasts.grades[grade]),
  ]
    .filter(Boolean)
    .join(' · ')
}

export function broadcastTable(
  words: Words,
  formats: Formats,
  broadcasts: readonly BroadcastState[],
  today: Day,
): TableModel {
  const t = words.broadcasts
  return table(
    words.delivery.broadcasts,
    [t.day, t.time, t.outlet, t.material, words.tolerances.difference, t.grade, words.common.state],
    broadcasts.map(broadcast => [
      {
        label: `${formats.weekdayShort(broadcast.day)}, ${formats.dayMedium(broadcast.day)}`,
        href: paths.broadcast(broadcast.id),
      },
      daypartText(words, formats, broadcast),
      broadcast.outletName,
      `${broadcast.materialCode} ${broadcast.materialTitle}`,
      differencesText(words, formats, broadcast) || '–',
      broadcast.grade && broadcast.decision === 'verified' ? broadcast.grade : '–',
      { tag: deliveryTag(words, broadcast, today) },
    ]),
    { empty: words.common.nothingYet },
  )
}

export function differencesText(words: Words, formats: Formats, broadcast: BroadcastState): string {
  return rulesUsed(broadcast)
    .map(use => differenceText(words, formats, broadcast.medium, use))
    .join('; ')
}

export function listPager(
  words: Words,
  formats: Formats,
  { campaign, choice, page }: DeliveryFacts,
  count: number,
): PagerModel {
  const t = words.delivery
  const last = Math.max(1, Math.ceil(count / pageSize))
  return {
    label: t.pages(formats.number(page), formats.number(last)),
    newer: page > 1 ? deliveryPath(campaign.id, choice, page - 1) : '',
    newerLabel: t.previous,
    older: page < last ? deliveryPath(campaign.id, choice, page + 1) : '',
    olderLabel: t.next,
  }
}
