/** What "as ordered" and "proven" rest on: every tolerance rule and every grade with how many broadcasts it decided. */
import { gradeCounts, ruleCounts, type DeliveryChoice } from '../../domain/delivery-choice.js'
import type { Words } from '../../language/words.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Cell } from '../page.js'
import { deliveryPath } from './delivery-list.js'
import type { DeliveryFacts } from './delivery.js'
import { ruleText } from './differences.js'

export function ruleTable(words: Words, formats: Formats, facts: DeliveryFacts): TableModel {
  const t = words.tolerances
  const rows = ruleCounts(facts.broadcasts).map(({ medium, rule, within, beyond }): Cell[] => [
    ruleText(words, formats, medium, rule),
    countLink(formats, facts, within, { rule: { medium, rule, fit: 'within' } }),
    countLink(formats, facts, beyond, { rule: { medium, rule, fit: 'beyond' } }),
  ])
  return table(t.title, [t.rule, numeric(t.within), numeric(t.beyond)], rows, {
    empty: t.none,
    showCaption: true,
    grid: true,
  })
}

export function gradeTable(words: Words, formats: Formats, facts: DeliveryFacts): TableModel {
  const t = words.delivery
  const { past, unverified, verified } = gradeCounts(facts.broadcasts, facts.today)
  const share = (count: number) => formats.percent(count / past)
  const rows = verified.map(({ grade, count, orBetter }): Cell[] => [
    words.broadcasts.grades[grade],
    countLink(formats, facts, count, { grade }),
    share(orBetter),
  ])
  const rest: Cell[] = [t.unverified, countLink(formats, facts, unverified, { grade: 'unverified' }), '–']
  return table(
    t.gradesTitle,
    [t.gradeVerified, numeric(t.gradeCount), numeric(t.gradeOrBetter)],
    past > 0 ? [...rows, rest] : [],
    {
      empty: t.gradeNone,
      showCaption: true,
      grid: true,
    },
  )
}

function countLink(
  formats: Formats,
  { campaign }: DeliveryFacts,
  count: number,
  choice: Partial<DeliveryChoice>,
): Cell {
  const label = formats.number(count)
  return count === 0 ? label : { label, href: deliveryPath(campaign.id, choice) }
}
