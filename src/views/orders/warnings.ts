import { latestVersion, type MediaOrder } from '../../domain/media-order.js'
import type { OrderWarning, WarningReason, WarningRule } from '../../domain/order-warning.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FieldModel } from '../components/fields.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Tag } from '../page.js'
import { paths } from '../paths.js'

export interface WarningsModel {
  title: string
  none: string
  lead: string
  items: { tag: Tag; text: string; days: string; reason: string; mend: LinkTo }[]
  /** Where reasons are still asked for, and of whoever may give them. */
  ask: { action: string; fields: FieldModel[]; button: string } | null
}

interface Given {
  order: MediaOrder
  warnings: readonly OrderWarning[]
  reasons: readonly WarningReason[]
  /** Whether the reader may write reasons now. */
  writes: boolean
}

export function warningsModel(words: Words, formats: Formats, given: Given): WarningsModel {
  const t = words.warnings
  const { order, warnings, reasons } = given
  return {
    title: t.title,
    none: warnings.length === 0 ? t.none : '',
    lead: warnings.length > 0 ? t.lead : '',
    items: warnings.map(it => ({
      tag: { label: t.severities[it.severity], tone: it.severity === 'stop' ? 'bad' : 'wait' },
      text: `${lineOf(words, formats, order, it)}${t.rules[it.rule](texts(formats, it))}`,
      days: daysText(words, formats, it.days),
      reason: reasonOf(words, reasons, it.rule),
      mend: mendOf(words, order, it),
    })),
    ask: askFor(words, given),
  }
}

/** Money and counts as people write them. */
function texts(formats: Formats, { values }: OrderWarning): Record<string, string> {
  const written = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'string') return [name, value]
    return [name, name === 'over' ? formats.rupiah(value) : formats.number(value)]
  })
  return Object.fromEntries(written) as Record<string, string>
}

/** Which line it is about, where an order has several. */
function lineOf(words: Words, formats: Formats, order: MediaOrder, { about }: OrderWarning): string {
  const { lines } = latestVersion(order)
  const line = lines.find(({ lineKey }) => about.kind === 'line' && lineKey === about.id)
  if (!line || lines.length < 2) return ''
  const daypart = formats.daypart(line.fromMinute, line.toMinute) || words.orders.allDay
  return `${words.orders.formats[line.format]} ${formats.days(line.firstDay, line.lastDay)}, ${daypart}: `
}

const mostDays = 5

function daysText(words: Words, formats: Formats, days: readonly string[]): string {
  const t = words.warnings
  if (days.length === 0) return ''
  const shown = days.slice(0, mostDays).map(day => formats.dayMedium(day))
  const rest = days.length - shown.length
  return t.days([...shown, ...(rest > 0 ? [t.andMore(formats.number(rest))] : [])].join('; '))
}

function reasonOf(words: Words, reasons: readonly WarningReason[], rule: WarningRule): string {
  const found = reasons.find(given => given.rule === rule)
  return found ? words.warnings.reasonGiven(found.reason) : ''
}

function mendOf(words: Words, order: MediaOrder, { about }: OrderWarning): LinkTo {
  const places = {
    outlet: paths.outlet(about.id),
    material: paths.material(about.id),
    campaign: paths.campaign(about.id),
    line: paths.orderLine(order.id, about.id),
  }
  return { label: words.warnings.mend[about.kind], href: places[about.kind] }
}

function askFor(words: Words, { order, warnings, reasons, writes }: Given): WarningsModel['ask'] {
  const t = words.warnings
  const asking = new Set(warnings.filter(({ severity }) => severity === 'reason').map(({ rule }) => rule))
  if (!writes || asking.size === 0) return null
  const form = formBuilder(words, freshForm, 'reason-')
  const fields = [...asking].map(rule => {
    const known = reasons.find(given => given.rule === rule)?.reason ?? ''
    const label = `${t.reason}: ${words.warnings.ruleNames[rule]}`
    return form.input(rule, label, { kind: 'textarea', rows: 2, value: known, optional: true })
  })
  return { action: paths.orderReasons(order.id), fields, button: t.saveReasons }
}
