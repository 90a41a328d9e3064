import { lineState, type LineState } from '../../domain/line-answer.js'
import { latestVersion, sentVersion, type MediaOrder } from '../../domain/media-order.js'
import type { OrderLine } from '../../domain/order-line.js'
import type { Words } from '../../language/words.js'
import type { TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Cell, Tag } from '../page.js'
import { paths } from '../paths.js'
import { daypartText, lineCells, lineColumns, type LineFacts } from './lines.js'

const tones: Record<LineState, Tag['tone']> = {
  kept: 'good',
  asked: 'wait',
  accepted: 'good',
  declined: 'bad',
  'other-time': 'bad',
}

/** The lines of the latest version; once an outlet was asked, with its answer to each. */
export function linesTable(
  words: Words,
  formats: Formats,
  given: LineFacts & { order: MediaOrder; edits: boolean },
): TableModel {
  const { order, edits } = given
  const wasAsked = sentVersion(order) !== undefined
  const rows = latestVersion(order).lines.map(line => [
    ...lineCells(words, formats, line, given),
    ...(wasAsked ? [answerCell(words, formats, order, line)] : []),
    ...(edits ? [{ label: words.common.edit, href: paths.orderLine(order.id, line.lineKey) }] : []),
  ])
  const columns = [
    ...lineColumns(words),
    ...(wasAsked ? [words.orderAnswers.column] : []),
    ...(edits ? [words.common.actions] : []),
  ]
  return table(words.orders.lines, columns, rows, { empty: words.orders.linesNone })
}

function answerCell(words: Words, formats: Formats, order: MediaOrder, line: OrderLine): Cell {
  const t = words.orderAnswers
  const version = latestVersion(order)
  const state = lineState(order, version, line)
  const answer = version.answers.find(({ lineKey }) => lineKey === line.lineKey)
  const time =
    answer?.answer === 'other-time'
      ? t.otherTime(
          daypartText(words, formats, { fromMinute: answer.fromMinute!, toMinute: answer.toMinute! }),
        )
      : ''
  const said = [time, answer?.note].filter(Boolean).join(' ')
  if (said) return { strong: t.states[state], soft: said, to: '' }
  return { tag: { label: t.states[state], tone: tones[state] } }
}
