import type { Campaign } from '../../domain/campaign.js'
import type { Material } from '../../domain/material.js'
import type { MediaOrder } from '../../domain/media-order.js'
import { formats as formatNames, priceKinds, type OrderLine } from '../../domain/order-line.js'
import type { Outlet } from '../../domain/outlet.js'
import type { Words } from '../../language/words.js'
import { campaignTrail } from '../campaigns/head.js'
import { formBuilder, problemText, type FormBuilder, type FormState } from '../components/fields.js'
import type { SummaryModel } from '../components/fields.js'
import { choices, row, type FormPart } from '../forms/page.js'
import type { Formats } from '../formats.js'
import type { LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'
import type { PreviewModel } from './preview.js'

export interface LinePage extends Page {
  lede: string
  summary: SummaryModel
  action: string
  lineKey: string
  parts: FormPart[]
  button: string
  previewAction: string
  previewLabel: string
  cancel: LinkTo
  preview: PreviewModel
  removal: LinkTo | null
}

export interface LineForm {
  order: MediaOrder
  campaign: Campaign
  outlet: Outlet
  materials: Material[]
  line: OrderLine | undefined
  preview: PreviewModel
}

export function lineFormPage(words: Words, formats: Formats, given: LineForm, state: FormState): LinePage {
  const t = words.orders
  const { order, line, campaign, outlet } = given
  const form = formBuilder(words, state)
  const parts = [
    formatRow(words, formats, form, given),
    rotation(words, form, given, state),
    ...days(words, form, given),
    daypart(words, formats, form, line),
    price(words, formats, form, line),
  ]
  const removal = line && { label: t.removeLine, href: paths.orderLineRemoval(order.id, line.lineKey) }
  return {
    title: line ? t.lineTitle : t.lineAdd,
    lede: `${order.number} · ${outlet.name}`,
    trail: [...campaignTrail(words, campaign), { label: order.number, href: paths.order(order.id) }],
    live: true,
    summary: form.summary,
    action: line ? paths.orderLine(order.id, line.lineKey) : paths.newOrderLine(order.id),
    lineKey: line?.lineKey ?? '',
    parts,
    button: words.common.save,
    previewAction: paths.orderPreview(order.id),
    previewLabel: words.lineEditor.show,
    cancel: { label: words.common.back, href: paths.order(order.id) },
    preview: given.preview,
    removal: removal ?? null,
  }
}

const inputOf = (form: FormBuilder) => (name: string, label: string, value: string, hint?: string) =>
  form.input(name, label, { value, inputmode: 'numeric', width: 'narrow', ...(hint ? { hint } : {}) })

function formatRow(words: Words, formats: Formats, form: FormBuilder, { line, outlet }: LineForm): FormPart {
  const t = words.orders
  const text = (value: number | null | undefined) => (value ? formats.number(value) : '')
  const small = { optional: true, inputmode: 'numeric', width: 'narrow' } as const
  const names = formatNames.map(name => [name, t.formats[name]] as const)
  const inSeconds = outlet.medium === 'radio' || outlet.medium === 'tv'
  return row(
    form.select('format', t.format, names, { value: line?.format ?? usualFormats[outlet.medium] }),
    form.input('seconds', t.seconds, { ...small, value: text(line?.seconds) || (inSeconds ? '30' : '') }),
    form.input('millimetres', t.millimetres, { ...small, value: text(line?.millimetres) }),
  )
}

const usualFormats = { radio: 'spot', tv: 'spot', print: 'display', online: 'banner' } as const

/** One weight per material; a new line begins with the first. */
function rotation(
  words: Words,
  form: FormBuilder,
  { materials, line }: LineForm,
  state: FormState,
): FormPart {
  const t = words.lineEditor
  const usual = (id: string, index: number) =>
    line ? line.materials.find(({ materialId }) => materialId === id)?.weight : index === 0 ? 1 : undefined
  const problem = state.problems['materials']
  return {
    kind: 'group',
    id: 'materials',
    label: t.rotation,
    hint: materials.length > 0 ? t.rotationHint : words.orders.materialsNone,
    error: problem ? problemText(words, problem) : '',
    fields: materials.map((material, index) =>
      inputOf(form)(
        `weight-${material.id}`,
        `${material.code} ${material.title}`,
        String(usual(material.id, index) ?? ''),
      ),
    ),
  }
}

function days(words: Words, form: FormBuilder, { line, campaign }: LineForm): FormPart[] {
  const t = words.orders
  const weekdays = t.weekdayNames.map((name, index) => [String(index), name] as const)
  const chosen = (line?.weekdays ?? [0, 1, 2, 3, 4, 5, 6]).map(String)
  return [
    row(
      form.input('firstDay', t.firstDay, { kind: 'date', value: line?.firstDay ?? campaign.firstDay }),
      form.input('lastDay', t.lastDay, { kind: 'date', value: line?.lastDay ?? campaign.lastDay }),
    ),
    choices(form.checkboxes('weekdays', t.weekdays, weekdays, { values: chosen })),
    choices(
      form.checkboxes('skipHolidays', t.skipHolidays, [['yes', t.skipHolidaysYes]], {
        values: line?.skipHolidays ? ['yes'] : [],
      }),
    ),
  ]
}

function daypart(words: Words, formats: Formats, form: FormBuilder, line: OrderLine | undefined): FormPart {
  const t = words.orders
  const input = inputOf(form)
  return row(
    input('fromMinute', t.fromTime, formats.time(line?.fromMinute ?? 6 * 60)),
    input('toMinute', t.toTime, formats.time(line?.toMinute ?? 9 * 60), t.toTimeHint),
    input('runsPerDay', t.runsPerDay, formats.number(line?.runsPerDay ?? 1)),
  )
}

function price(words: Words, formats: Formats, form: FormBuilder, line: OrderLine | undefined): FormPart {
  const t = words.orders
  const kinds = priceKinds.map(kind => [kind, t.priceKinds[kind]] as const)
  return row(
    form.select('priceKind', t.priceKind, kinds, { value: line?.priceKind ?? 'paid' }),
    form.input('rupiah', words.lineEditor.agreedPrice, {
      value: line && !line.rates ? formats.number(line.rupiah) : '',
      optional: true,
      inputmode: 'numeric',
      width: 'medium',
      hint: words.lineEditor.agreedPriceHint,
    }),
  )
}
