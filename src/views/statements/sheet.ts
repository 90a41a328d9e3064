/** The same statement as a workbook: the same rows, with days, times and rupiah as what they are. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { isVerified } from '../../domain/exposure.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import { deliveryTag } from '../broadcasts/tags.js'
import { statementFigures, type StatementFacts } from './page.js'

type SheetCell =
  string | number | null | { day: string } | { minute: number } | { rupiah: number } | { bold: string }

export interface StatementSheet {
  name: string
  above: SheetCell[][]
  headings: string[]
  rows: SheetCell[][]
}

export function statementSheet(words: Words, formats: Formats, facts: StatementFacts): StatementSheet {
  const t = words.statements
  const title = t.title(facts.outlet.name, formats.month(facts.month))
  return {
    name: formats.month(facts.month),
    above: [[{ bold: title }], ...statementFigures(words, formats, facts)],
    headings: [
      t.order,
      t.day,
      t.from,
      t.to,
      t.material,
      t.answer,
      t.actualDay,
      t.actual,
      t.state,
      t.grade,
      t.price,
    ],
    rows: facts.broadcasts.map(broadcast => cells(words, broadcast, facts)),
  }
}

function cells(
  words: Words,
  broadcast: BroadcastState,
  { orderNumbers, today }: StatementFacts,
): SheetCell[] {
  const t = words.statements
  const { day, fromMinute, toMinute, answer, actualDay, actualMinute } = broadcast
  const isTimed = toMinute - fromMinute < 1439
  return [
    orderNumbers.get(broadcast.orderId) ?? '',
    { day },
    isTimed ? { minute: fromMinute } : null,
    isTimed ? { minute: toMinute } : null,
    `${broadcast.materialCode} ${broadcast.materialTitle}`,
    answer === null ? null : words.broadcasts.answers[answer],
    actualDay ? { day: actualDay } : null,
    actualMinute === null ? null : { minute: actualMinute },
    deliveryTag(words, broadcast, today).label,
    isVerified(broadcast) ? broadcast.grade : null,
    broadcast.priceKind === 'free' ? t.freePrice : { rupiah: broadcast.rupiah },
  ]
}
